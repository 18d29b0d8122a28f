//@ section: start
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Words  PACKAGE = Words

PROTOTYPES: DISABLE

IV
alive()
CODE:
    RETVAL = PL_sv_count;
OUTPUT:
    RETVAL

//@ end: start
//@ section: tally
SV *
tally(...)
CODE:
    HV *counts = (HV *)sv_2mortal((SV *)newHV());
    for (I32 i = 0; i < items; i++)
        sv_inc(HeVAL(hv_fetch_ent(counts, ST(i), 1, 0)));
    RETVAL = newRV_inc((SV *)counts);
OUTPUT:
    RETVAL

//@ end: tally
//@ section: bytes
SV *
tally_bytes(...)
CODE:
    HV *counts = newHV();
    for (I32 i = 0; i < items; i++) {
        STRLEN length;
        const char *word = SvPV(ST(i), length);
        sv_inc(*hv_fetch(counts, word, length, 1));
    }
    RETVAL = newRV_inc((SV *)counts);
OUTPUT:
    RETVAL

//@ end: bytes
