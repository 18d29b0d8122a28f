#include <stdio.h>

int step(void);
int two_steps(void);
int __real_step(void);
int __wrap_step(void);

int __wrap_step(void)
{
    return 10 * __real_step();
}

int main(void)
{
    printf("step: %d\n", step());
    printf("two steps: %d\n", two_steps());
    return 0;
}
