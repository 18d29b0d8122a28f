//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ output:
//| adjustment 1000, score not lower: yes
//| the child has 1000, too
//| the parent saw: ended by signal 9
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Returns the number in a file, or ends the program.
static int number_in(const char *file)
{
    int number;
    FILE *from = fopen(file, "r");

    if (!from || fscanf(from, "%d", &number) != 1)
        exit(1);
    fclose(from);
    return number;
}

int main(void)
{
    int before = number_in("/proc/self/oom_score");
    FILE *adjust = fopen("/proc/self/oom_score_adj", "w");

    // Anybody may make a process of their own a likelier victim.
    if (!adjust || fprintf(adjust, "1000") < 0 || fclose(adjust))
        return 1;
    printf("adjustment %d, score not lower: %s\n",
           number_in("/proc/self/oom_score_adj"),
           number_in("/proc/self/oom_score") >= before ? "yes" : "no");
    fflush(stdout);

    pid_t child = fork();
    if (child == 0) {
        printf("the child has %d, too\n",
               number_in("/proc/self/oom_score_adj"));
        fflush(stdout);
        raise(SIGKILL);  // what the killer sends
        puts("never printed");
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 1;
    if (!WIFSIGNALED(status))
        return 1;
    printf("the parent saw: ended by signal %d\n", WTERMSIG(status));
    return 0;
}
