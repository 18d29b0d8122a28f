//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ output: data is 42
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

//@ section: handover
static int data;
static atomic_int ready;

static void *producer(void *unused)
{
    nanosleep(&(struct timespec){.tv_nsec = 300000000}, NULL);
    data = 42;
    atomic_store_explicit(&ready, 1, memory_order_release);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, producer, NULL);
    while (!atomic_load_explicit(&ready, memory_order_acquire)) {
    }
    printf("data is %d\n", data);
    pthread_join(thread, NULL);
    return 0;
}
//@ end
