#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Words  PACKAGE = Words

PROTOTYPES: DISABLE

SV *
tally(...)
CODE:
    RETVAL = newRV_noinc((SV *)newHV());
OUTPUT:
    RETVAL
