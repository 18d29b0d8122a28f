#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = List  PACKAGE = List

PROTOTYPES: DISABLE

//@ section: bare
void
bare(AV *list, SV *value)
CODE:
    av_push(list, value);

//@ end: bare
//@ section: shared
void
shared(AV *list, SV *value)
CODE:
    av_push(list, SvREFCNT_inc(value));

//@ end: shared
//@ section: copied
void
copied(AV *list, SV *value)
CODE:
    av_push(list, newSVsv(value));
//@ end: copied
