/* The other domain: it sends requests when it likes, and knocks when the ring's header says so. */
#define OTHER_DOMAIN
#include "shared.h"
#include <stdio.h>
#include <stdlib.h>

static _Alignas(4096) unsigned char page[4096];
static demo_front_ring_t front;
static demo_back_ring_t back;
static const char *way;
static uint32_t sent;
static unsigned knocks;
static int knocked;

static void push(void)
{
    int notify;

    RING_GET_REQUEST(&front, front.req_prod_pvt)->number = ++sent;
    front.req_prod_pvt++;
    RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(&front, notify);
    if (notify) {
        knocks++;
        knocked = 1;
    }
}

void handle(uint32_t number)
{
    printf("job %u\n", number);
    if (strcmp(way, "busy") == 0 && number == 1) {
        push();
        push();
    }
}

/* The back end has looked; before it does anything about what it saw, a request may come. */
void looked(unsigned found)
{
    if (strcmp(way, "gap") == 0 && found == 0 && sent == 1)
        push();
}

static void run(void)
{
    while (knocked) {
        knocked = 0;
        serve(&back);
    }
}

int main(int count, char **arguments)
{
    way = count > 1 ? arguments[1] : "";
    XEN_FRONT_RING_INIT(&front, (demo_sring_t *)page, sizeof page);
    BACK_RING_INIT(&back, (demo_sring_t *)page, sizeof page);
    push();
    run();
    if (strcmp(way, "later") == 0)
        for (int i = 0; i < 2; i++) {
            push();
            run();
        }
    printf("waiting: %u\n", RING_HAS_UNCONSUMED_REQUESTS(&back));
    if (strcmp(way, "busy") == 0)
        printf("knocks: %u\n", knocks);
    return 0;
}
