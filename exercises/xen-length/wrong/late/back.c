#include "shared.h"

int take(demo_back_ring_t *back, uint32_t sector[MOST])
{
    const struct job *shared = RING_GET_REQUEST(back, back->req_cons++);

    if (shared->segments > MOST)
        return -1;
    for (unsigned i = 0; i < shared->segments; i++)
        if (shared->sector[i] >= SECTORS)
            return -1;
    meanwhile();
    struct job job = *shared;
    for (unsigned i = 0; i < job.segments; i++)
        sector[i] = job.sector[i];
    return job.segments;
}
