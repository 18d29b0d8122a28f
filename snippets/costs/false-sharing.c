//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ libraries: -pthread
//@ sanitize: thread
//@ output:
//| one line: 1
//| a 100000, b 100000
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

//@ section: threads
_Alignas(64) static struct {
    long a, b;
} counters;

static void *count(void *counter)
{
    for (int i = 0; i < 100000; i++)
        ++*(long *)counter;
    return NULL;
}

int main(void)
{
    pthread_t first, second;

    printf("one line: %d\n",
           (uintptr_t)&counters.a / 64 == (uintptr_t)&counters.b / 64);
    pthread_create(&first, NULL, count, &counters.a);
    pthread_create(&second, NULL, count, &counters.b);
    pthread_join(first, NULL);
    pthread_join(second, NULL);
    printf("a %ld, b %ld\n", counters.a, counters.b);
    return 0;
}
//@ end
