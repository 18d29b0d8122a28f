//@ do: assemble
//@ levels: -O2
//@ options: -Wall -Wextra -pedantic
//@ scan-assembler: ^\tmovl\t\$7, %eax$
//@ scan-assembler-not: %[re]?di|%rsp|%rbp
int pick(int known)
{
    int value;

    if (known)  //~[clang] warning: [-Wsometimes-uninitialized]
        value = 7;
    return value;
}
