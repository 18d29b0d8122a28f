#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile bool cleaned;
static jmp_buf start;

//@ section: leave
static void clean(const int *value)
{
    (void)value;
    cleaned = true;
}

static void leave(const char *way)
{
    do {
        __attribute__((__cleanup__(clean))) int value = 1;

        if (strcmp(way, "return") == 0)
            return;
        if (strcmp(way, "break") == 0)
            break;
        if (strcmp(way, "continue") == 0)
            continue;
        if (strcmp(way, "goto") == 0)
            goto out;
        if (strcmp(way, "exit") == 0)
            exit(value - 1);
        if (strcmp(way, "longjmp") == 0)
            longjmp(start, value);
        if (strcmp(way, "pthread_exit") == 0)
            pthread_exit(NULL);
    } while (false);
out:
    return;
}
//@ end

static void tell(void)
{
    puts(cleaned ? "cleaned" : "not cleaned");
}

static void *run(void *way)
{
    leave(way);
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t thread;

    if (argc < 2 || atexit(tell) != 0)
        return 1;
    if (strcmp(argv[1], "pthread_exit") == 0) {
        if (pthread_create(&thread, NULL, run, argv[1]) != 0)
            return 1;
        pthread_join(thread, NULL);
    } else if (setjmp(start) == 0) {
        leave(argv[1]);
    }
    return 0;
}
