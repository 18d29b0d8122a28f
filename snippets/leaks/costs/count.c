#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static struct user_regs_struct registers;

static int went_on(int how, pid_t child)
{
    int status;

    ptrace(how, child, NULL, NULL);
    waitpid(child, &status, 0);
    if (!WIFSTOPPED(status)) return 0;
    ptrace(PTRACE_GETREGS, child, NULL, &registers);
    return 1;
}

//@ section: count
/* Prints how many instructions a program executes between its second and its third call of getsid. */
int main(int argc, char *argv[])
{
    pid_t child = fork();
    long steps = 0;
    int calls = 0;

    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        execvp(argv[argc > 1], argv + 1);
        return 127;
    }
    waitpid(child, NULL, 0);
    while (calls < 4) {  // It stops twice for each: on the way in, and on the way out.
        if (!went_on(PTRACE_SYSCALL, child)) return 1;
        calls += registers.orig_rax == SYS_getsid;
    }
    do {
        if (!went_on(PTRACE_SINGLESTEP, child)) return 1;
        steps++;
    } while (registers.rax != SYS_getsid ||
             (ptrace(PTRACE_PEEKTEXT, child, registers.rip, NULL) & 0xffff) != 0x050f);  // syscall
    printf("%ld\n", steps);
    ptrace(PTRACE_KILL, child, NULL, NULL);
    return 0;
}
//@ end
