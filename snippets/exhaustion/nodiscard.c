//@ do: run
//@ std: c23
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra
//@ output: done
#include <stdio.h>
#include <stdlib.h>

//@ section: calls
// Returns 0 and the block in *made, or -1.
[[nodiscard]] static int get(void **made, size_t size)
{
    *made = malloc(size);
    return *made ? 0 : -1;
}

int main(void)
{
    void *a = NULL, *b = NULL;

    get(&a, 8);  //~ warning: [-Wunused-result]
    (void)get(&b, 8);
    free(a);
    free(b);
    puts("done");
    return 0;
}
//@ end
