#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

static SV *kept;

MODULE = Memo  PACKAGE = Memo

PROTOTYPES: DISABLE

void
keep(SV *value)
PREINIT:
    SV *before = kept;
CODE:
    kept = newSVpv(SvPV_nolen(value), 0);
    SvREFCNT_dec(before);

SV *
recall()
CODE:
    RETVAL = kept ? newSVsv(kept) : newSV(0);
OUTPUT:
    RETVAL
