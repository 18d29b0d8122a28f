// setjmp and longjmp leave frames behind.
#include <setjmp.h>
#include <stdio.h>

static jmp_buf back;

static void deep(int level)
{
    int here = level * 10;
    if (level == 3)
        longjmp(back, here); //@ moment: jumping
    deep(level + 1);
}

int main(void)
{
    volatile int tries = 0;
    int code = setjmp(back);
    if (code == 0) {
        tries = tries + 1;
        deep(1);
    }
    //@ moment: back
    printf("%d %d\n", code, tries);
    return 0;
}
