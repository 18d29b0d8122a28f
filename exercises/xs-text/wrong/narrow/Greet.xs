#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Greet  PACKAGE = Greet

PROTOTYPES: DISABLE

SV *
greet(SV *name)
PREINIT:
    STRLEN size;
    const char *bytes;
CODE:
    bytes = SvPVbyte(name, size);
    RETVAL = newSVpvs("Hello, ");
    sv_catpvn(RETVAL, bytes, size);
OUTPUT:
    RETVAL
