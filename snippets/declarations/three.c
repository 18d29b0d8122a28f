//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#include <signal.h>

#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

char *str[10];
//~ reads: str is an array of 10 pointers to char
char *(*fp)(int, float *);
//~ reads: fp is a pointer to a function taking (an int, a pointer to float) and returning a pointer to char

typedef char *pointer_to_char;
SAME(__typeof__(str), pointer_to_char[10]);

typedef pointer_to_char function_returning_pointer_to_char(int, float *);
SAME(__typeof__(fp), function_returning_pointer_to_char *);

// What this system's <signal.h> declares, whatever names it uses:
SAME(__typeof__(signal), void (*(int, void (*)(int)))(int));

typedef void function_returning_nothing(int);
typedef function_returning_nothing *pointer_to_it;
typedef pointer_to_it signal_type(int, pointer_to_it);
SAME(__typeof__(signal), signal_type);
