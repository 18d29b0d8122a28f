#define PERL_NO_GET_CONTEXT
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

//@ section: passed
SV *greeting(pTHX_ const char *name)
{
    return newSVpv(name, 0);
}

SV *anonymous(pTHX)
{
    return greeting(aTHX_ "you");
}
//@ end: passed
