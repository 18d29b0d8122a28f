#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Text  PACKAGE = Text

PROTOTYPES: DISABLE

//@ section: sizes
UV
size_c(const char *text)
CODE:
    RETVAL = strlen(text);
OUTPUT:
    RETVAL

UV
size_pv(SV *text)
PREINIT:
    STRLEN size;
CODE:
    SvPV(text, size);
    RETVAL = size;
OUTPUT:
    RETVAL

UV
size_utf8(SV *text)
PREINIT:
    STRLEN size;
CODE:
    SvPVutf8(text, size);
    RETVAL = size;
OUTPUT:
    RETVAL

UV
size_byte(SV *text)
PREINIT:
    STRLEN size;
CODE:
    SvPVbyte(text, size);
    RETVAL = size;
OUTPUT:
    RETVAL

//@ end: sizes
//@ section: echoes
SV *
echo_c(const char *text)
CODE:
    RETVAL = newSVpv(text, 0);
OUTPUT:
    RETVAL

SV *
echo(SV *text)
PREINIT:
    STRLEN size;
    const char *bytes;
CODE:
    bytes = SvPVutf8(text, size);
    RETVAL = newSVpvn_utf8(bytes, size, TRUE);
OUTPUT:
    RETVAL
//@ end: echoes
