//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ output:
//| two
//| three
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    pid_t child = fork();

    if (child == 0) {
        printf("one\n");
        if (write(STDOUT_FILENO, "two\n", 4) != 4)
            _exit(1);
        raise(SIGKILL);
    }
    if (child < 0 || waitpid(child, NULL, 0) != child)
        return 1;
    puts("three");
    return 0;
}
