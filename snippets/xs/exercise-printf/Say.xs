#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Say  PACKAGE = Say

PROTOTYPES: DISABLE

//@ section: c
void
with_c(const char *text)
CODE:
    (printf)("%s\n", text);

//@ end: c
//@ section: perl
void
with_perl(const char *text)
CODE:
    PerlIO_printf(PerlIO_stdout(), "%s\n", text);
//@ end: perl
