/* Reports of the pages' undefined-behaviour sanitizer: values and types as text, and what ends a program. */
#include "report.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { INTEGER = 0, FLOATING = 1, BIT_INT = 2 }; /* struct type's kind */
enum { INLINE_BITS = sizeof(value) * 8 };
enum { DIGITS = 12 }; /* of an address, as LLVM writes them on x86-64 */
enum { SPELLED = sizeof "0x" + sizeof(value) * 2 };

/* Longer than any message whose types have names that can be read; a longer one is cut. */
static char message[2048];
static size_t length;
static uint32_t column;
static const struct place *reported;

/* Given by the page's worker (src/run/worker.ts): says where the program was ended, and does not return. */
__attribute__((import_module("workbook"), import_name("undefined"))) _Noreturn void
workbook_undefined(narrow file, narrow file_length, uint32_t line, uint32_t at, narrow text,
                   narrow text_length);

bool begin(struct place *place, bool last)
{
    column = place->column;
    if (column == SEEN && !last) {
        return false;
    }
    place->column = SEEN;
    length = 0;
    return true;
}

void put(const char *text)
{
    size_t fits = sizeof message - 1 - length;
    size_t count = strlen(text);

    if (count > fits) {
        count = fits;
    }
    memcpy(message + length, text, count);
    length += count;
}

static void spell(char text[SPELLED], value pointer)
{
    snprintf(text, SPELLED, "0x%0*lx", DIGITS, (unsigned long)pointer);
}

static void put_hexadecimal(unsigned __int128 number)
{
    char text[2 + 32 + 1];

    snprintf(text, sizeof text, "0x%08x%08x%08x%08x", (unsigned)(number >> 96),
             (unsigned)(number >> 64), (unsigned)(number >> 32), (unsigned)number);
    put(text);
}

void put_number(widest number)
{
    char text[24];

    if (number > INT64_MAX) {
        snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    } else {
        snprintf(text, sizeof text, "%lld", (long long)number);
    }
    put(text);
}

void put_pointer(value pointer)
{
    char text[SPELLED];

    spell(text, pointer);
    put(text);
}

bool is_integer(const struct type *type)
{
    return type->kind == INTEGER || type->kind == BIT_INT;
}

bool is_signed(const struct type *type)
{
    return is_integer(type) && (type->info & 1);
}

unsigned bits_of(const struct type *type)
{
    return 1u << (type->info >> 1);
}

/* How many of a signed integer's bits count: those of a _BitInt stand behind its name. */
static unsigned width_of(const struct type *type)
{
    uint32_t width = bits_of(type);

    if (type->kind == BIT_INT) {
        memcpy(&width, type->name + strlen(type->name) + 1, sizeof width);
    }
    return width;
}

/* The value's own bits, the lowest 128 of them. */
static unsigned __int128 raw(const struct type *type, value encoded)
{
    unsigned __int128 found = 0;
    unsigned size = bits_of(type) / 8;

    if (width_of(type) <= INLINE_BITS) {
        return encoded;
    }
    memcpy(&found, (const void *)encoded, size < sizeof found ? size : sizeof found);
    return found;
}

widest number_of(const struct type *type, value encoded)
{
    unsigned width = width_of(type);
    unsigned rest = width < 128 ? 128 - width : 0;

    if (!is_signed(type)) {
        return (widest)raw(type, encoded);
    }
    return (widest)(raw(type, encoded) << rest) >> rest;
}

static double floating_of(const struct type *type, value encoded)
{
    const void *where = type->info <= INLINE_BITS ? (const void *)&encoded : (const void *)encoded;
    float small;
    double usual;
    long double large;

    switch (type->info) {
    case 32:
        memcpy(&small, where, sizeof small);
        return small;
    case 64:
        memcpy(&usual, where, sizeof usual);
        return usual;
    default:
        memcpy(&large, where, sizeof large);
        return (double)large;
    }
}

void put_value(const struct type *type, value encoded)
{
    char text[32];
    widest number;

    if (type->kind == FLOATING) {
        snprintf(text, sizeof text, "%g", floating_of(type, encoded));
        put(text);
        return;
    }
    if (!is_integer(type)) {
        put("<unknown>");
        return;
    }
    number = number_of(type, encoded);
    if (is_signed(type) ? number == (int64_t)number : raw(type, encoded) >> 64 == 0) {
        put_number(number);
    } else {
        put_hexadecimal((unsigned __int128)number);
    }
}

/* Writes to standard error at once: nothing of a report may stay in a buffer when the program ends. */
static void print(const char *text)
{
    write(STDERR_FILENO, text, strlen(text));
}

static void print_place(const struct place *place, uint32_t at)
{
    char numbers[32];

    snprintf(numbers, sizeof numbers, ":%lu:%lu: ", (unsigned long)place->line, (unsigned long)at);
    print(place->file ? place->file : "<unknown>");
    print(numbers);
}

void end(const struct place *place)
{
    reported = place;
    message[length] = '\0';
    print_place(place, column);
    print("runtime error: ");
    print(message);
    print("\n");
}

void note(const struct place *place, const char *text, const char *more)
{
    if (!place->file) {
        return;
    }
    print_place(place, place->column);
    print("note: ");
    print(text);
    print(more);
    print("\n");
}

void note_object(value address, const char *text, const char *name)
{
    char start[SPELLED];

    spell(start, address);
    print(start);
    print(": note: ");
    print(text);
    if (name) {
        print(" '");
        print(name);
        print("'");
    }
    print("\n");
}

void stop(void)
{
    const char *file = reported->file ? reported->file : "";

    workbook_undefined(NARROW(file), strlen(file), reported->line, column, NARROW(message), length);
}

const char *access_of(unsigned kind)
{
    static const char *const KINDS[] = {
        "load of", "store to", "reference binding to", "member access within", "member call on",
        "constructor call on", "downcast of", "downcast of", "upcast of",
        "cast to virtual base of", "_Nonnull binding to", "dynamic operation on",
    };

    return kind < sizeof KINDS / sizeof *KINDS ? KINDS[kind] : "use of";
}
