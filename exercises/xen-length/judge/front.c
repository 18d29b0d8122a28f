/* The other domain: it sends a request, and changes it while the back end is at work. */
#include "shared.h"
#include <stdio.h>
#include <stdlib.h>

static _Alignas(4096) unsigned char page[4096];
static demo_front_ring_t front;
static demo_back_ring_t back;
static const char *way;

void meanwhile(void)
{
    struct job *job = RING_GET_REQUEST(&front, 0);

    if (strcmp(way, "length") == 0)
        job->segments = 200;
    else if (strcmp(way, "sector") == 0)
        job->sector[1] = 5000;
}

int main(int count, char **arguments)
{
    struct job job = {.segments = 3, .sector = {10, 11, 12}};
    uint32_t *sector = calloc(MOST, sizeof *sector);

    way = count > 1 ? arguments[1] : "";
    if (strcmp(way, "many") == 0)
        job.segments = 12;
    else if (strcmp(way, "far") == 0)
        job.sector[2] = SECTORS;
    XEN_FRONT_RING_INIT(&front, (demo_sring_t *)page, sizeof page);
    BACK_RING_INIT(&back, (demo_sring_t *)page, sizeof page);
    *RING_GET_REQUEST(&front, front.req_prod_pvt++) = job;
    RING_PUSH_REQUESTS(&front);

    int found = take(&back, sector);
    if (found < 0)
        printf("refused");
    else
        printf("%d:", found);
    for (int i = 0; i < found && i < MOST; i++)
        printf(" %u", sector[i]);
    printf("\nwaiting: %u\n", RING_HAS_UNCONSUMED_REQUESTS(&back));
    free(sector);
    return 0;
}
