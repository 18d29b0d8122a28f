#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Pair  PACKAGE = Pair

PROTOTYPES: DISABLE

//@ section: xs
void
adopt(HV *parent, HV *child, bool weak)
PREINIT:
    SV *up;
CODE:
    up = newRV_inc((SV *)parent);
    if (weak)
        sv_rvweaken(up);
    (void)hv_stores(parent, "child", newRV_inc((SV *)child));
    (void)hv_stores(child, "parent", up);
//@ end: xs
