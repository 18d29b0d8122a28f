/* Checks of values: arithmetic, shifts, conversions, and what a bool or an enumeration may hold. */
#include "check.h"

static void overflow(struct typed *said, value left, const char *operator, value right, bool last)
{
    if (!begin(&said->place, last)) {
        return;
    }
    put(is_signed(said->type) ? "signed" : "unsigned");
    put(" integer overflow: ");
    put_value(said->type, left);
    put(operator);
    put_value(said->type, right);
    put(" cannot be represented in type ");
    put(said->type->name);
    end(&said->place);
}

CHECK(add_overflow, typed, (value left, value right), (left, right))
{
    overflow(said, left, " + ", right, last);
}

CHECK(sub_overflow, typed, (value left, value right), (left, right))
{
    overflow(said, left, " - ", right, last);
}

CHECK(mul_overflow, typed, (value left, value right), (left, right))
{
    overflow(said, left, " * ", right, last);
}

CHECK(negate_overflow, typed, (value old), (old))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("negation of ");
    put_value(said->type, old);
    put(" cannot be represented in type ");
    put(said->type->name);
    if (is_signed(said->type)) {
        put("; cast to an unsigned type to negate this value to itself");
    }
    end(&said->place);
}

CHECK(divrem_overflow, typed, (value left, value right), (left, right))
{
    if (!begin(&said->place, last)) {
        return;
    }
    if (is_signed(said->type) && number_of(said->type, right) == -1) {
        put("division of ");
        put_value(said->type, left);
        put(" by -1 cannot be represented in type ");
        put(said->type->name);
    } else {
        put("division by zero");
    }
    end(&said->place);
}

struct shift {
    struct place place;
    const struct type *left_type;
    const struct type *right_type;
};

CHECK(shift_out_of_bounds, shift, (value left, value right), (left, right))
{
    widest by = number_of(said->right_type, right);
    unsigned bits = bits_of(said->left_type);

    if (!begin(&said->place, last)) {
        return;
    }
    if (by < 0) {
        put("shift exponent ");
        put_value(said->right_type, right);
        put(" is negative");
    } else if (by >= bits) {
        put("shift exponent ");
        put_value(said->right_type, right);
        put(" is too large for ");
        put_number(bits);
        put("-bit type ");
        put(said->left_type->name);
    } else if (is_signed(said->left_type) && number_of(said->left_type, left) < 0) {
        put("left shift of negative value ");
        put_value(said->left_type, left);
    } else {
        put("left shift of ");
        put_value(said->left_type, left);
        put(" by ");
        put_value(said->right_type, right);
        put(" places cannot be represented in type ");
        put(said->left_type->name);
    }
    end(&said->place);
}

struct conversion {
    struct place place;
    const struct type *from;
    const struct type *to;
    uint8_t kind;
    uint32_t bit_field; /* the bit-field's width, or 0 */
};

CHECK(float_cast_overflow, conversion, (value from), (from))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put_value(said->from, from);
    put(" is outside the range of representable values of type ");
    put(said->to->name);
    end(&said->place);
}

static void put_width(unsigned bits, const char *what, const struct type *type)
{
    put(" (");
    put_number(bits);
    put(what);
    put(is_signed(type) ? ", signed)" : ", unsigned)");
}

CHECK(implicit_conversion, conversion, (value from, value to), (from, to))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("implicit conversion from type ");
    put(said->from->name);
    put(" of value ");
    put_value(said->from, from);
    put_width(bits_of(said->from), "-bit", said->from);
    put(" to type ");
    put(said->to->name);
    put(" changed the value to ");
    put_value(said->to, to);
    if (said->bit_field != 0) {
        put_width(said->bit_field, "-bit bitfield", said->to);
    } else {
        put_width(bits_of(said->to), "-bit", said->to);
    }
    end(&said->place);
}

CHECK(load_invalid_value, typed, (value loaded), (loaded))
{
    if (!begin(&said->place, last)) {
        return;
    }
    put("load of value ");
    put_value(said->type, loaded);
    put(", which is not a valid value for type ");
    put(said->type->name);
    end(&said->place);
}
