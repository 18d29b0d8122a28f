#include <cstdio>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

//@ section: cpp
struct Guard {
    ~Guard() { std::puts("  guard released"); std::fflush(stdout); }
};

/* Calls a Perl sub, and leaves its exception in $@ if `flags` say so. */
static void call(pTHX_ SV *sub, I32 flags)
{
    dSP;
    PUSHMARK(SP);
    call_sv(sub, G_VOID | G_DISCARD | G_NOARGS | flags);
}

static void release(pTHX_ void *guard)
{
    delete static_cast<Guard *>(guard);
}
//@ end: cpp

MODULE = Callback  PACKAGE = Callback

PROTOTYPES: DISABLE

//@ section: skipped
void
skipped(SV *sub)
CODE:
    Guard guard;
    call(aTHX_ sub, 0);

//@ end: skipped
//@ section: caught
void
caught(SV *sub)
CODE:
    SV *message = nullptr;
    {
        Guard guard;
        call(aTHX_ sub, G_EVAL);
        if (SvROK(ERRSV) || SvTRUE(ERRSV))
            message = sv_mortalcopy(ERRSV);
    }
    if (message)
        croak_sv(message);

//@ end: caught
//@ section: saved
void
saved(SV *sub)
CODE:
    ENTER;
    SAVEDESTRUCTOR_X(release, new Guard);
    call(aTHX_ sub, 0);
    LEAVE;

//@ end: saved
//@ section: cleaned
void
cleaned(SV *sub)
PREINIT:
    Guard *guard;
CODE:
    guard = new Guard;
    call(aTHX_ sub, 0);
CLEANUP:
    delete guard;
//@ end: cleaned
