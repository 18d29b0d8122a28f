//@ do: run
//@ options: -Wall -Wextra -pedantic -pthread
//@ timeout: 60s
//@ output: 1000 of 2000
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static pthread_barrier_t both;
static atomic_int counter;

static void *count(void *unused)
{
    for (int i = 0; i < 1000; i++) {
        int seen = counter;
        pthread_barrier_wait(&both);  // both have read
        counter = seen + 1;
        pthread_barrier_wait(&both);  // both have written
    }
    return unused;
}

int main(void)
{
    pthread_t one, other;

    pthread_barrier_init(&both, NULL, 2);
    pthread_create(&one, NULL, count, NULL);
    pthread_create(&other, NULL, count, NULL);
    pthread_join(one, NULL);
    pthread_join(other, NULL);
    printf("%d of 2000\n", counter);
    return 0;
}
