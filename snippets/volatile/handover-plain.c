//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pthread
//@ timeout: 60s
//@ output: data is 42
//@ hangs[gcc -O2]: 1s
//@ output[clang* -O2]: data is 0
//@ record: assembly
#include "handover.h"

//@ section: handover
static int data;
static int ready;

static void *producer(void *unused)
{
    let_main_wait();
    data = 42;
    ready = 1;
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, producer, NULL);
    while (!ready) {
    }
    printf("data is %d\n", data);
    main_is_done();
    pthread_join(thread, NULL);
    return 0;
}
//@ end
