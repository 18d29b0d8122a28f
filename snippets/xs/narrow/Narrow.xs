#include <limits.h>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Narrow  PACKAGE = Narrow

PROTOTYPES: DISABLE

//@ section: xs
unsigned
believed(unsigned number)
CODE:
    RETVAL = number;
OUTPUT:
    RETVAL

unsigned
checked(NV number)
CODE:
    if (!(number >= 0 && number <= UINT_MAX))
        croak("%g does not fit into an unsigned", number);
    RETVAL = (unsigned)number;
OUTPUT:
    RETVAL
//@ end: xs
