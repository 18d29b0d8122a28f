#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Greet  PACKAGE = Greet

PROTOTYPES: DISABLE

SV *
greet(const char *name)
CODE:
    RETVAL = newSVpvf("Hello, %s", name);
OUTPUT:
    RETVAL
