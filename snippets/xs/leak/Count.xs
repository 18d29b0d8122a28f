#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Count  PACKAGE = Count

PROTOTYPES: DISABLE

//@ section: leaky
void
leaky(int last)
PPCODE:
    for (int i = 1; i <= last; i++)
        XPUSHs(newSViv(i));

//@ end: leaky
//@ section: mortal
void
mortal(int last)
PPCODE:
    for (int i = 1; i <= last; i++)
        XPUSHs(sv_2mortal(newSViv(i)));

//@ end: mortal
//@ section: alive
IV
alive()
CODE:
    RETVAL = PL_sv_count;
OUTPUT:
    RETVAL
//@ end: alive
