//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ output: 2000
//@ timeout: 30s
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

//@ section: lock
static atomic_flag locked = ATOMIC_FLAG_INIT;
static int counter;

static void lock(void)
{
    while (atomic_flag_test_and_set_explicit(
        &locked, memory_order_acquire)) {
    }
}

static void unlock(void)
{
    atomic_flag_clear_explicit(&locked, memory_order_release);
}
//@ end

static void *count(void *unused)
{
    for (int i = 0; i < 1000; i++) {
        lock();
        counter++;
        unlock();
    }
    return unused;
}

int main(void)
{
    pthread_t one, other;

    pthread_create(&one, NULL, count, NULL);
    pthread_create(&other, NULL, count, NULL);
    pthread_join(one, NULL);
    pthread_join(other, NULL);
    printf("%d\n", counter);
    return 0;
}
