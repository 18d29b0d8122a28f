//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
// gcc stores the flag first, clang does not.
//@ scan-assembler[gcc -O2]: ^publish:\n([.\t].*\n)*\tmovl\t\$1, ready\(%rip\)\n([.\t].*\n)*\tmovl\t%edi, data\(%rip\)
//@ scan-assembler[clang* -O2]: ^publish:\n([.\t].*\n)*\tmovl\t%edi, data\(%rip\)\n([.\t].*\n)*\tmovl\t\$1, ready\(%rip\)
//@ scan-assembler[arm-gcc -O2]: ^publish:\n([.\t].*\n)*\tstr\tr2, \[r3, #4\]\n\tstr\tr0, \[r3\]\n
// Every compiler answers 0 without a look at the data.
//@ scan-assembler[!arm-gcc -O2]: ^wait_for_change:\n(\.?\w+:\n|\t.*ready.*\n|\ttest.*\n|\tj.*\n)*\txorl\t%eax, %eax\n\tretq?$
//@ scan-assembler[arm-gcc -O2]: ^wait_for_change:\n([^:]*\n|\..*\n)*\tmovs\tr0, #0\n\tbx\tlr
//@ section: publish
int data;
volatile int ready;

void publish(int a, int b)
{
    data = a * b * a * b;
    ready = 1;
}
//@ end

//@ section: change
int wait_for_change(void)
{
    int before = data;
    while (!ready) {
    }
    return data - before;
}
//@ end
