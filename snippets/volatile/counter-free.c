//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pthread
//@ output: fewer than 20000000
//@ timeout: 120s
//@ scan-assembler: \tmovl\tcounter\(%rip\), %eax\n\taddl\t\$1, %eax\n\tmovl\t%eax, counter\(%rip\)\n
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

static pthread_barrier_t start;

//@ section: count
static volatile int counter;

static void *count(void *unused)
{
    pthread_barrier_wait(&start);
    for (int i = 0; i < 10000000; i++) {
        counter++;
    }
    return unused;
}
//@ end

// Lets two threads count from 0; returns what they came to.
static int run(void)
{
    pthread_t one, other;

    counter = 0;
    pthread_barrier_init(&start, NULL, 2);
    pthread_create(&one, NULL, count, NULL);
    pthread_create(&other, NULL, count, NULL);
    pthread_join(one, NULL);
    pthread_join(other, NULL);
    pthread_barrier_destroy(&start);
    return counter;
}

int main(void)
{
    while (run() == 20000000) {
    }
    printf("fewer than 20000000\n");
    return 0;
}
