#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Lamp {
public:
    int watts() const { return 40; }
};

MODULE = Lamp  PACKAGE = Lamp

PROTOTYPES: DISABLE

//@ section: lamp
Lamp *
Lamp::new()

int
Lamp::watts()

void
Lamp::DESTROY()
//@ end: lamp
