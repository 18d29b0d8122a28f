#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Numbers  PACKAGE = Numbers

PROTOTYPES: DISABLE

//@ section: total
NV
total(...)
CODE:
    RETVAL = 0;
    for (I32 i = 0; i < items; i++)
        RETVAL += SvNV(ST(i));
OUTPUT:
    RETVAL

//@ end: total
IV
count(...)
CODE:
    RETVAL = items;
OUTPUT:
    RETVAL

//@ section: forwards
void
forwards(...)
PPCODE:
    for (I32 i = 0; i < items; i++) {
        NV number = SvNV(ST(i));
        mXPUSHn(number);
        mXPUSHn(number);
    }

//@ end: forwards
//@ section: backwards
void
backwards(...)
CODE:
    EXTEND(SP, items);
    for (I32 i = items - 1; i >= 0; i--) {
        NV number = SvNV(ST(i));
        ST(2 * i) = sv_2mortal(newSVnv(number));
        ST(2 * i + 1) = sv_2mortal(newSVnv(number));
    }
    XSRETURN(2 * items);

//@ end: backwards
