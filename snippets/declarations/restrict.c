//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O2
//@ options: -Wall -Wextra
//@ record: assembly
//@ scan-assembler: ^plain:\n(\t.*\n)*\tmovl\t\(%rdi\), %eax
//@ scan-assembler: ^promised:\n(\t.*\n)*\tmovl\t\$1, %eax
//@ section: restrict
int plain(int *p, int *q)
{
    *p = 1;
    *q = 2;
    return *p;
}

int promised(int *restrict p, int *restrict q)
{
    *p = 1;
    *q = 2;
    return *p;
}
//@ end

int unseen(int *one, int *other)
{
    return promised(one, other);
}
