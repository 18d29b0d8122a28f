#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Words  PACKAGE = Words

PROTOTYPES: DISABLE

SV *
tally(...)
CODE:
    HV *counts = (HV *)sv_2mortal((SV *)newHV());
    for (I32 i = 0; i < items; i++)
        sv_inc(HeVAL(hv_fetch_ent(counts, ST(i), 1, 0)));
    RETVAL = newRV_noinc((SV *)counts);
OUTPUT:
    RETVAL
