#include "shared.h"

int take(demo_back_ring_t *back, uint32_t sector[MOST])
{
    struct job job;

    RING_COPY_REQUEST(back, back->req_cons, &job);
    if (job.segments > MOST)
        return -1;
    for (unsigned i = 0; i < job.segments; i++)
        if (job.sector[i] >= SECTORS)
            return -1;
    meanwhile();
    for (unsigned i = 0; i < job.segments; i++)
        sector[i] = job.sector[i];
    back->req_cons++;
    return job.segments;
}
