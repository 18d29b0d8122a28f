#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Peek  PACKAGE = Peek

PROTOTYPES: DISABLE

void
leaky()
PPCODE:
    XPUSHs(newSViv(42));

void
mortal()
PPCODE:
    XPUSHs(sv_2mortal(newSViv(42)));
