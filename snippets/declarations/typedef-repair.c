//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#define SAME(A, B) \
    _Static_assert(__builtin_types_compatible_p(A, B), "two types")

typedef char *string;
typedef const char *read_only_string;

const string s = 0;
read_only_string t = 0;

SAME(__typeof__(&s), char *const *);
SAME(__typeof__(&t), const char **);

void rename_it(read_only_string u)
{
    u[0] = 'b';
    //~[gcc] error: assignment of read-only location
    //~[clang*] error: read-only variable is not assignable
    u = "dog";
}
