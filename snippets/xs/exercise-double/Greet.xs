#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Greet  PACKAGE = Greet

PROTOTYPES: DISABLE

//@ section: twice
SV *
twice(const char *name)
CODE:
    RETVAL = sv_2mortal(newSVpvf("Hello, %s", name));
OUTPUT:
    RETVAL

//@ end: twice
//@ section: once
SV *
once(const char *name)
CODE:
    RETVAL = newSVpvf("Hello, %s", name);
OUTPUT:
    RETVAL
//@ end: once
