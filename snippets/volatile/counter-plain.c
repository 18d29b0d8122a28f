//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ sanitize: thread
//@ exit: 66
//@ stderr-contains: data race
//@ varies: output
//@ output-contains: ^\d+$
#include <pthread.h>
#include <stdio.h>

//@ section: count
static int counter;

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
    printf("%d\n", counter);
    return 0;
}
