/* Checks of uses: of arrays, of pointers, of functions, and of places that nothing may reach. */
#include "check.h"

struct indexed {
    struct place place;
    const struct type *array;
    const struct type *index;
};

CHECK(out_of_bounds, indexed, (value index), (index))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("index ");
    put_value(said->index, index);
    put(" out of bounds for type ");
    put(said->array->name);
    end(&said->place);
}

CHECK(vla_bound_not_positive, typed, (value bound), (bound))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("variable length array bound evaluates to non-positive value ");
    put_value(said->type, bound);
    end(&said->place);
}

CHECK(type_mismatch_v1, access, (value pointer), (pointer))
{
    value alignment = (value)1 << said->alignment;

    if (!begin(&said->place, last)) {
        return;
    }
    put(access_of(said->kind));
    if (pointer == 0) {
        put(" null pointer of type ");
        put(said->type->name);
    } else if (pointer & (alignment - 1)) {
        put(" misaligned address ");
        put_pointer(pointer);
        put(" for type ");
        put(said->type->name);
        put(", which requires ");
        put_number(alignment);
        put(" byte alignment");
    } else {
        put(" address ");
        put_pointer(pointer);
        put(" with insufficient space for an object of type ");
        put(said->type->name);
    }
    end(&said->place);
}

struct assumption {
    struct place place;
    struct place assumed;
    const struct type *type;
};

CHECK(alignment_assumption, assumption, (value pointer, value alignment, value offset),
      (pointer, alignment, offset))
{
    (void)pointer;
    if (!begin(&said->place, last)) {
        return;
    }
    put("assumption of ");
    put_number(alignment);
    put(" byte alignment ");
    if (offset != 0) {
        put("(with offset of ");
        put_number(offset);
        put(" byte) ");
    }
    put("for pointer of type ");
    put(said->type->name);
    put(" failed");
    end(&said->place);
}

CHECK(pointer_overflow, bare, (value base, value result), (base, result))
{
    if (!begin(&said->place, last)) {
        return;
    }
    if (base == 0 && result == 0) {
        put("applying zero offset to null pointer");
    } else if (base == 0) {
        put("applying non-zero offset ");
        put_number(result);
        put(" to null pointer");
    } else if (result == 0) {
        put("applying non-zero offset to non-null pointer ");
        put_pointer(base);
        put(" produced null pointer");
    } else {
        bool same_half = ((intptr_t)base >= 0) == ((intptr_t)result >= 0);

        put(!same_half      ? "pointer index expression with base "
            : base > result ? "addition of unsigned offset to "
                            : "subtraction of unsigned offset from ");
        put_pointer(base);
        put(" overflowed to ");
        put_pointer(result);
    }
    end(&said->place);
}

/* Calls */

struct argument {
    struct place place;
    struct place declared;
    int32_t index;
};

static void null_argument(struct argument *said, const char *what, bool last)
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("null pointer passed as argument ");
    put_number(said->index);
    put(", which is declared to never be null");
    end(&said->place);
    note(&said->declared, what, " specified here");
}

CHECK_0(nonnull_arg, argument)
{
    null_argument(said, "nonnull attribute", last);
}

CHECK_0(nullability_arg, argument)
{
    null_argument(said, "_Nonnull type annotation", last);
}

static void null_result(struct bare *said, struct place *place, const char *what, bool last)
{
    if (!begin(place, last)) {
        return;
    }
    put("null pointer returned from function declared to never return null");
    end(place);
    note(&said->place, what, " specified here");
}

CHECK(nonnull_return_v1, bare, (struct place *place), (place))
{
    null_result(said, place, "returns_nonnull attribute", last);
}

CHECK(nullability_return_v1, bare, (struct place *place), (place))
{
    null_result(said, place, "_Nonnull return type annotation", last);
}

struct builtin {
    struct place place;
    uint8_t kind;
};

CHECK_0(invalid_builtin, builtin)
{
    static const char *const ZERO[] = {"ctz", "clz"};

    if (!begin(&said->place, last)) {
        return;
    }
    if (said->kind < 2) {
        put("passing zero to __builtin_");
        put(ZERO[said->kind]);
        put("(), which is not a valid argument");
    } else {
        put("assumption is violated during execution");
    }
    end(&said->place);
}

/* Places that nothing may reach: no program goes on from them. */

static _Noreturn void reached(struct bare *said, const char *what)
{
    begin(&said->place, true);
    put(what);
    end(&said->place);
    stop();
}

_Noreturn void __ubsan_handle_builtin_unreachable(struct bare *said)
{
    reached(said, "execution reached an unreachable program point");
}

_Noreturn void __ubsan_handle_missing_return(struct bare *said)
{
    reached(said, "execution reached the end of a value-returning function without returning a value");
}
