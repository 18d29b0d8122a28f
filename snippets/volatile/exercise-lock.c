//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ exit: 66
//@ stderr-contains: data race
//@ output: 2000 or fewer
//@ timeout: 30s
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

//@ section: lock
static volatile bool locked;
static int counter;

static void lock(void)
{
    while (locked) {
    }
    locked = true;
}

static void unlock(void)
{
    locked = false;
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
    puts(counter <= 2000 ? "2000 or fewer" : "more than 2000");
    return 0;
}
