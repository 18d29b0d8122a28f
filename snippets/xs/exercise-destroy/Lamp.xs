#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Lamp {
public:
    ~Lamp()
    {
        PerlIO_printf(PerlIO_stdout(), "  off\n");
        PerlIO_flush(PerlIO_stdout());
    }
};

MODULE = Lamp  PACKAGE = Lamp

PROTOTYPES: DISABLE

Lamp *
Lamp::new()

//@ section: plain
void
Lamp::DESTROY()

//@ end: plain
MODULE = Lamp  PACKAGE = SafeLamp

Lamp *
Lamp::new()

//@ section: safe
void
Lamp::DESTROY()
CODE:
    sv_setiv(SvRV(ST(0)), 0);
    delete THIS;
//@ end: safe
