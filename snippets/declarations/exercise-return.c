//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

int corners(void)[4];
//~[gcc] error: declared as function returning an array
//~[clang*] error: function cannot return array type

int (*corners_pointer(void))[4];
struct corners { int at[4]; } corners_in_struct(void);

SAME(__typeof__(*corners_pointer()), int[4]);
