#include <limits.h>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

//@ section: xs
static int calls;

MODULE = Limits  PACKAGE = Limits

PROTOTYPES: DISABLE

BOOT:
    PerlIO_printf(PerlIO_stdout(), "loading, calls is %d\n", calls);
    newCONSTSUB(gv_stashpv("Limits", GV_ADD), "INT_MAX", newSViv(INT_MAX));

int
called()
CODE:
    RETVAL = ++calls;
OUTPUT:
    RETVAL
//@ end: xs
