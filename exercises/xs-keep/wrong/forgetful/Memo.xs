#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

static SV *kept;

MODULE = Memo  PACKAGE = Memo

PROTOTYPES: DISABLE

void
keep(SV *value)
CODE:
    kept = newSVsv(value);

SV *
recall()
CODE:
    RETVAL = kept ? newSVsv(kept) : newSV(0);
OUTPUT:
    RETVAL
