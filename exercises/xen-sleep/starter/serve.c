#include "shared.h"

void serve(demo_back_ring_t *back)
{
    while (RING_HAS_UNCONSUMED_REQUESTS(back)) {
        struct job job;

        RING_COPY_REQUEST(back, back->req_cons, &job);
        back->req_cons++;
        handle(job.number);
    }
}
