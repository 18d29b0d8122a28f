//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: 6 bytes of members take 12, or 8 in another order
#include <stdio.h>

struct mixed {
    char a;
    int n;
    char b;
};

struct sorted {
    int n;
    char a;
    char b;
};

int main(void)
{
    printf("%zu bytes of members take %zu, or %zu in another order\n",
           2 * sizeof(char) + sizeof(int), sizeof(struct mixed), sizeof(struct sorted));
    return 0;
}
