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

//@ section: next
IV
next(IV number)
CODE:
    RETVAL = number + 1;
OUTPUT:
    RETVAL

//@ end: next
IV
alive()
CODE:
    RETVAL = PL_sv_count;
OUTPUT:
    RETVAL
