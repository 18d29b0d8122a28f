#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "contact.h"

//@ section: wrap
enum { MOST = 16 };

static void *held[MOST];  // the blocks that are in use
static int asked;         // how many requests there were
static int refuse;        // which one is refused
static bool wild;         // somebody freed what is not a block

void *__real_malloc(size_t size);
void __real_free(void *block);

// The linker sends every call of malloc to this function.
void *__wrap_malloc(size_t size)
{
    if (++asked == refuse || asked > MOST)
        return NULL;
    held[asked - 1] = __real_malloc(size);
    if (held[asked - 1])
        memset(held[asked - 1], 0xa5, size);  // not zero by luck
    return held[asked - 1];
}

void __wrap_free(void *block)
{
    if (!block)
        return;
    for (int i = 0; i < MOST; i++)
        if (held[i] == block) {
            held[i] = NULL;
            __real_free(block);
            return;
        }
    wild = true;
}
//@ end

static int lost(void)
{
    int count = 0;

    for (int i = 0; i < MOST; i++)
        if (held[i]) {
            count++;
            __real_free(held[i]);
            held[i] = NULL;
        }
    return count;
}

//@ section: loop
int main(void)
{
    bool passed = false;

    // Refuse the first request, then the second, until a run passes.
    for (refuse = 1; !passed; refuse++) {
        struct contact *ada = NULL;

        asked = 0;
        wild = false;
        passed = contact_new(&ada, "Ada", "ada@example.org") == 0;
        if (passed)
            contact_free(ada);

        printf("request %d refused: ", refuse);
        int blocks = lost();
        if (wild)
            puts("freed a pointer that malloc never returned");
        else if (blocks)
            printf("reported, %d block lost\n", blocks);
        else
            puts(passed ? "made a contact" : "reported");
    }
    return 0;
}
//@ end
