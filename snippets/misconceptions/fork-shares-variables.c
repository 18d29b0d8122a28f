//@ do: run
//@ options: -Wall -Wextra -pedantic
//@ output: the child ended with 2, the parent still has 1
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int n = 1, status;

    if (fork() == 0) {
        n = 2;
        _exit(n);
    }
    wait(&status);
    printf("the child ended with %d, the parent still has %d\n", WEXITSTATUS(status), n);
    return 0;
}
