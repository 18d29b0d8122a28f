#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Room  PACKAGE = Room

PROTOTYPES: DISABLE

//@ section: three
NV
missing(AV *numbers)
CODE:
    RETVAL = SvNV(*av_fetch(numbers, 0, 0));
OUTPUT:
    RETVAL

void
overrun(int size)
PREINIT:
    char *room;
CODE:
    Newx(room, size, char);
    room[size] = 0;
    Safefree(room);

bool
stale()
PREINIT:
    SV *number = newSViv(42);
CODE:
    SvREFCNT_dec(number);
    RETVAL = SvIS_FREED(number);
OUTPUT:
    RETVAL
//@ end: three
