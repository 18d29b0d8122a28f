#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Pair  PACKAGE = Pair

PROTOTYPES: DISABLE

//@ section: plain
AV *
plain(int a, int b)
CODE:
    RETVAL = newAV();
    av_push(RETVAL, newSViv(a));
    av_push(RETVAL, newSViv(b));
OUTPUT:
    RETVAL

//@ end: plain
//@ section: repaired
AV *
repaired(int a, int b)
CODE:
    RETVAL = (AV *)sv_2mortal((SV *)newAV());
    av_push(RETVAL, newSViv(a));
    av_push(RETVAL, newSViv(b));
OUTPUT:
    RETVAL

//@ end: repaired
IV
alive()
CODE:
    RETVAL = PL_sv_count;
OUTPUT:
    RETVAL
