#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Sum  PACKAGE = Sum

PROTOTYPES: DISABLE

//@ section: careless
NV
careless(AV *numbers)
CODE:
    RETVAL = 0;
    for (SSize_t i = 0; i < (SSize_t)av_count(numbers); i++)
        RETVAL += SvNV(*av_fetch(numbers, i, 0));
OUTPUT:
    RETVAL

//@ end: careless
//@ section: careful
NV
careful(AV *numbers)
CODE:
    RETVAL = 0;
    for (SSize_t i = 0; i < (SSize_t)av_count(numbers); i++) {
        SV **element = av_fetch(numbers, i, 0);
        if (element)
            RETVAL += SvNV(*element);
    }
OUTPUT:
    RETVAL
//@ end: careful
