#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Words  PACKAGE = Words

PROTOTYPES: DISABLE

SV *
tally(...)
CODE:
    HV *counts = (HV *)sv_2mortal((SV *)newHV());
    for (I32 i = 0; i < items; i++) {
        STRLEN length;
        const char *word = SvPV(ST(i), length);
        sv_inc(*hv_fetch(counts, word, length, 1));
    }
    RETVAL = newRV_inc((SV *)counts);
OUTPUT:
    RETVAL
