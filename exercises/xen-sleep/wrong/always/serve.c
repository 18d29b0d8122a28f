#include "shared.h"

void serve(demo_back_ring_t *back)
{
    int more;

    do {
        RING_FINAL_CHECK_FOR_REQUESTS(back, more);
        if (!more)
            break;
        struct job job;
        RING_COPY_REQUEST(back, back->req_cons, &job);
        back->req_cons++;
        back->sring->req_event = back->req_cons + 1;
        handle(job.number);
    } while (1);
}
