//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ timeout: 60s
//@ sanitize: thread
//@ output: data is 42
#include "handover.h"

//@ section: handover
static int data;
static atomic_int ready;

static void *producer(void *unused)
{
    let_main_wait();
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
    main_is_done();
    pthread_join(thread, NULL);
    return 0;
}
//@ end
