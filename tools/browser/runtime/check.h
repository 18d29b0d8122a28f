/*
 * What clang calls where a check of -fsanitize=undefined fails is a function for each kind of check.
 * Each comes twice: one returns, for programs that are to go on, and one ends the program.
 */
#ifndef WORKBOOK_CHECK_H
#define WORKBOOK_CHECK_H

#include "report.h"

/* Starts the definition of a report about clang's data, `said`, and defines the two that clang calls. */
#define CHECK_0(name, data)                                                                        \
    static void name(struct data *said, bool last);                                                \
    void __ubsan_handle_##name(struct data *said) { name(said, false); }                           \
    _Noreturn void __ubsan_handle_##name##_abort(struct data *said) { name(said, true); stop(); }  \
    static void name(struct data *said, bool last)

/* Likewise for a check that hands over values: their parameters, and their names. */
#define CHECK(name, data, parameters, names)                                                       \
    static void name(struct data *said, SPREAD parameters, bool last);                             \
    void __ubsan_handle_##name(struct data *said, SPREAD parameters)                               \
    {                                                                                              \
        name(said, SPREAD names, false);                                                           \
    }                                                                                              \
    _Noreturn void __ubsan_handle_##name##_abort(struct data *said, SPREAD parameters)             \
    {                                                                                              \
        name(said, SPREAD names, true);                                                            \
        stop();                                                                                    \
    }                                                                                              \
    static void name(struct data *said, SPREAD parameters, bool last)
#define SPREAD(...) __VA_ARGS__

struct bare {
    struct place place;
};

struct access {
    struct place place;
    const struct type *type;
    uint8_t alignment; /* its logarithm */
    uint8_t kind;
};

struct typed {
    struct place place;
    const struct type *type;
};

#endif
