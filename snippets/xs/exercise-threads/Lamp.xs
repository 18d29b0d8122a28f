#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Lamp {
public:
    int watts = 40;
};

MODULE = Lamp  PACKAGE = Lamp

PROTOTYPES: DISABLE

Lamp *
Lamp::new()

void
Lamp::DESTROY()
CODE:
    PerlIO_printf(PerlIO_stdout(), "  delete\n");
    PerlIO_flush(PerlIO_stdout());
    delete THIS;
