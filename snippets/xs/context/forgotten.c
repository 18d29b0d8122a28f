#define PERL_NO_GET_CONTEXT
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

//@ section: forgotten
SV *greeting(const char *name)
{
    return newSVpv(name, 0);
}
//@ end: forgotten
