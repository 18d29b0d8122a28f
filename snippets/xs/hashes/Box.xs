#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Box  PACKAGE = Box

PROTOTYPES: DISABLE

//@ section: area
NV
area(HV *options)
CODE:
    SV **width = hv_fetchs(options, "width", 0);
    SV **height = hv_fetchs(options, "height", 0);
    RETVAL = (width ? SvNV(*width) : 1) * (height ? SvNV(*height) : 1);
OUTPUT:
    RETVAL

//@ end: area
//@ section: unknown
void
unknown(HV *options)
PPCODE:
    HE *entry;
    hv_iterinit(options);
    while ((entry = hv_iternext(options))) {
        SV *key = hv_iterkeysv(entry);
        if (!sv_eq(key, newSVpvs_flags("width", SVs_TEMP)) &&
            !sv_eq(key, newSVpvs_flags("height", SVs_TEMP)))
            XPUSHs(key);
    }

//@ end: unknown
