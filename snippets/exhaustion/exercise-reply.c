//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: 2
//@ output: nothing to send
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int asked, refuse_from;

// From one request on there is no more memory.
static void *ask(size_t size)
{
    return ++asked >= refuse_from ? NULL : malloc(size);
}

struct reply { char text[40]; };

// Called once, at the start. Returns 0 if that is not possible.
static int prepare(void)
{
    return 1;
}

// Returns the reply to send, or a null pointer.
static struct reply *work(void)
{
    char *first = ask(1000);
    char *second = ask(1000);
    struct reply *reply = ask(sizeof *reply);

    if (reply)
        strcpy(reply->text,
               first && second ? "done" : "error: out of memory");
    free(first);
    free(second);
    return reply;
}

// Called when the reply has been sent.
static void finish(struct reply *reply)
{
    free(reply);
}

int main(void)
{
    refuse_from = 1000;
    if (!prepare() || scanf("%d", &refuse_from) != 1)
        return 1;
    asked = 0;

    struct reply *reply = work();
    puts(reply ? reply->text : "nothing to send");
    finish(reply);
    return 0;
}
