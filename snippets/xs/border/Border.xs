#include <cstdio>
#include <stdexcept>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

//@ section: cpp
struct Guard {
    ~Guard() { std::puts("  guard released"); std::fflush(stdout); }
};

static void work(int number = 0)
{
    if (number != 0)
        throw number;
    throw std::runtime_error("no such file");
}
//@ end: cpp

MODULE = Border  PACKAGE = Border

PROTOTYPES: DISABLE

//@ section: through
void
through()
CODE:
    Guard guard;
    work();

//@ end: through
//@ section: early
void
early(int number = 0)
CODE:
    Guard guard;
    try {
        work(number);
    } catch (const std::exception &problem) {
        croak("%s", problem.what());
    }

//@ end: early
//@ section: late
void
late(int number = 0)
CODE:
    SV *message = nullptr;
    {
        Guard guard;
        try {
            work(number);
        } catch (const std::exception &problem) {
            message = sv_2mortal(newSVpv(problem.what(), 0));
        } catch (...) {
            message = sv_2mortal(newSVpvs("something unknown"));
        }
    }
    if (message)
        croak_sv(message);
//@ end: late
