//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ output: done
#include <stdio.h>
#include <stdlib.h>

//@ section: calls
// Returns 0 and the block in *made, or -1.
__attribute__((warn_unused_result))
static int get(void **made, size_t size)
{
    *made = malloc(size);
    return *made ? 0 : -1;
}

int main(void)
{
    void *a = NULL, *b = NULL, *c = NULL, *d = malloc(8);

    get(&a, 8);  //~ warning: [-Wunused-result]
    (void)get(&b, 8);  //~[gcc] warning: [-Wunused-result]
    int code = get(&c, 8);
    free(a);
    free(b);
    free(c);
    free(d);
    puts(code ? "none" : "done");
    return 0;
}
//@ end
