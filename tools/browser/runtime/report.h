/*
 * The undefined-behaviour sanitizer of the pages: what its checks use to say what they found.
 *
 * clang's own run-time library needs an operating system to stand on, which a page has not.
 * What the compiled program hands over is laid down by clang (CodeGen/CodeGenFunction.h and
 * CGExpr.cpp); the messages are those of LLVM's library, so that a reader meets the same words
 * on a machine of their own. A test compares the two.
 */
#ifndef WORKBOOK_REPORT_H
#define WORKBOOK_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A place in the program's text; a column of SEEN has been reported, and is not again. */
struct place {
    const char *file;
    uint32_t line;
    uint32_t column;
};

#define SEEN UINT32_MAX

/* A type as clang describes it; its name stands in quotation marks and ends with '\0'. */
struct type {
    uint16_t kind;
    uint16_t info;
    char name[];
};

/* A value of such a type, or its address if it has more bits than this. */
typedef uintptr_t value;

typedef __int128 widest;

/* The page takes addresses and lengths of 32 bits, which are enough for its memory. */
typedef uint32_t narrow;
#define NARROW(pointer) ((narrow)(uintptr_t)(pointer))

/* Begins a report, or says that this place has had its own; a last report is always given. */
bool begin(struct place *place, bool last);

/* What follows in the report. */
void put(const char *text);
void put_number(widest number);
void put_pointer(value pointer);
void put_value(const struct type *type, value encoded);

/* Prints the report. */
void end(const struct place *place);

/* Prints a note on the report that was printed, if clang gives a place for it. */
void note(const struct place *place, const char *text, const char *more);

/* Likewise on the object at an address; `name` is its type's, or null. */
void note_object(value address, const char *text, const char *name);

/* Ends the program, and tells the page what was reported last and where. */
_Noreturn void stop(void);

bool is_signed(const struct type *type);
bool is_integer(const struct type *type);
unsigned bits_of(const struct type *type);
widest number_of(const struct type *type, value encoded);

/* What a program does with a pointer, as clang numbers it. */
const char *access_of(unsigned kind);

#ifdef __cplusplus
}
#endif

#endif
