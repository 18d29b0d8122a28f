#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Square  PACKAGE = Square

PROTOTYPES: DISABLE

//@ section: counted
SV *
counted(NV side)
CODE:
    HV *box = newHV();
    hv_stores(box, "width", newSVnv(side));
    hv_stores(box, "height", newSVnv(side));
    RETVAL = newRV_inc((SV *)box);
OUTPUT:
    RETVAL

//@ end: counted
//@ section: given
SV *
given(NV side)
CODE:
    HV *box = newHV();
    hv_stores(box, "width", newSVnv(side));
    hv_stores(box, "height", newSVnv(side));
    RETVAL = newRV_noinc((SV *)box);
OUTPUT:
    RETVAL

//@ end: given
//@ section: pairs
void
pairs(NV side)
PPCODE:
    EXTEND(SP, 4);
    mPUSHs(newSVpvs("width"));
    mPUSHn(side);
    mPUSHs(newSVpvs("height"));
    mPUSHn(side);

//@ end: pairs
IV
alive()
CODE:
    RETVAL = PL_sv_count;
OUTPUT:
    RETVAL
