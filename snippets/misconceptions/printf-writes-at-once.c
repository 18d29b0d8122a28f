//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output:
//| printed once
//| printed once
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    printf("printed once\n");
    if (fork() > 0)
        wait(NULL);
    return 0;
}
