//@ do: compile
//@ options: -Wall -Wextra -pedantic
#if sizeof(int) == 4  //~[gcc] error: missing binary operator before token "("
//~[clang] error: function-like macro 'sizeof' is not defined
typedef int four_bytes;
#endif

_Static_assert(sizeof(int) == 4, "this line may ask: the compiler reads it");
