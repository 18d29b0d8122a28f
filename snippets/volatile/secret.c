//@ do: assemble
//@ std: gnu17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler[-O0]: \bmemset\b
//@ scan-assembler-not[-O2]: \b(memset|stos[blq]|movups|movaps)\b
//@ scan-assembler: explicit_bzero
#include <string.h>

//@ section: secret
void ask(char *buffer, size_t size);
int check(const char *buffer);

int login(void)
{
    char password[64];
    ask(password, sizeof password);
    int right = check(password);
    memset(password, 0, sizeof password);
    return right;
}

int login_wiped(void)
{
    char password[64];
    ask(password, sizeof password);
    int right = check(password);
    explicit_bzero(password, sizeof password);
    return right;
}
//@ end
