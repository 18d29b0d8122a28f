#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

static SV *kept;

MODULE = Kept  PACKAGE = Kept

PROTOTYPES: DISABLE

void
keep(SV *value)
CODE:
    kept = newSVsv(value);

//@ section: kept
SV *
counted()
CODE:
    RETVAL = SvREFCNT_inc(kept);
OUTPUT:
    RETVAL

SV *
bare()
CODE:
    RETVAL = kept;
OUTPUT:
    RETVAL

SV *
mortal()
CODE:
    RETVAL = sv_2mortal(kept);
OUTPUT:
    RETVAL
//@ end: kept
