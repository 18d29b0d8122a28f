#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Greet  PACKAGE = Greet

PROTOTYPES: DISABLE

SV *
greet(SV *name)
CODE:
    RETVAL = newSVpvs("Hello, ");
    sv_catsv(RETVAL, name);
OUTPUT:
    RETVAL
