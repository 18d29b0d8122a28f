//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ exit: 66
//@ stderr-contains: data race
//@ output: 2000 or fewer
#include <pthread.h>
#include <stdio.h>

//@ section: count
static volatile int counter;

static void *count(void *unused)
{
    for (int i = 0; i < 1000; i++) {
        counter++;
    }
    return unused;
}
//@ end

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
