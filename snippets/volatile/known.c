//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ load-in-loop[-O0]: task1
//@ no-load-in-loop[-O2]: task1
// gcc keeps the loop and drops what follows; clang drops the whole function.
//@ scan-assembler[gcc -O2]: ^task1:\n\tmovl\t\$0, cntr\(%rip\)\n\.L(\d+):\n\tjmp\t\.L\1$
//@ scan-assembler[arm-gcc -O2]: ^\.L(\d+):\n\tb\t\.L\1$
//@ scan-assembler[clang* -O2]: ^task1:\ntask2:\n
//@ load-in-loop: task1_kept

//@ section: tasks
int cntr;
void after(void);

void task1(void)
{
    cntr = 0;
    while (cntr == 0) {
    }
    after();
}

void task2(void)
{
    cntr++;
}
//@ end

//@ section: kept
volatile int kept;

void task1_kept(void)
{
    kept = 0;
    while (kept == 0) {
    }
    after();
}
//@ end
