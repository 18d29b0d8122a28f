#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Pick  PACKAGE = Pick

PROTOTYPES: DISABLE

void
evens(AV *numbers)
PPCODE:
    for (SSize_t i = 0; i <= av_len(numbers); i++) {
        SV **found = av_fetch(numbers, i, 0);
        if (found && SvIV(*found) % 2 == 0)
            XPUSHs(sv_2mortal(sv_mortalcopy(*found)));
    }
