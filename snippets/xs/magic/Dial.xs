#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Dial {
public:
    explicit Dial(int value) : value_(value) { print("made"); }
    Dial(const Dial &other) : value_(other.value_) { print("copied"); }
    ~Dial() { print("gone"); }
    int value() const { return value_; }

private:
    int value_;

    static void print(const char *what)
    {
        PerlIO_printf(PerlIO_stdout(), "  %s\n", what);
        PerlIO_flush(PerlIO_stdout());
    }
};

//@ section: table
static int freed(pTHX_ SV *, MAGIC *magic)
{
    delete reinterpret_cast<Dial *>(magic->mg_ptr);
    return 0;
}

/* A new thread has its own copy of each variable: give it a Dial too. */
static int copied(pTHX_ MAGIC *magic, CLONE_PARAMS *)
{
    auto dial = new Dial(*reinterpret_cast<Dial *>(magic->mg_ptr));
    magic->mg_ptr = reinterpret_cast<char *>(dial);
    return 0;
}

/* get, set, len, clear, free, copy, dup, local */
static const MGVTBL table = {0, 0, 0, 0, freed, 0, copied, 0};

static SV *object_of(pTHX_ const char *package, Dial *dial)
{
    SV *hash = reinterpret_cast<SV *>(newHV());
    MAGIC *magic = sv_magicext(hash, nullptr, PERL_MAGIC_ext, &table,
                               reinterpret_cast<char *>(dial), 0);
    magic->mg_flags |= MGf_DUP;
    return sv_bless(newRV_noinc(hash), gv_stashpv(package, GV_ADD));
}

static Dial *dial_of(pTHX_ SV *object)
{
    MAGIC *magic = SvROK(object)
        ? mg_findext(SvRV(object), PERL_MAGIC_ext, &table) : nullptr;
    if (!magic)
        croak("this is no Dial");
    return reinterpret_cast<Dial *>(magic->mg_ptr);
}
//@ end: table

MODULE = Dial  PACKAGE = Dial

PROTOTYPES: DISABLE

//@ section: xs
SV *
new(const char *package, int value)
CODE:
    RETVAL = object_of(aTHX_ package, new Dial(value));
OUTPUT:
    RETVAL

int
value(SV *object)
CODE:
    RETVAL = dial_of(aTHX_ object)->value();
OUTPUT:
    RETVAL
//@ end: xs
