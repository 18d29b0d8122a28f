#include "store.h"

bool add_one(struct xs_handle *store)
{
    int value = number(store, XBT_NULL);
    bool done;

    meanwhile();
    do {
        xs_transaction_t in = xs_transaction_start(store);
        set(store, in, value + 1);
        done = xs_transaction_end(store, in, false);
    } while (!done && errno == EAGAIN);
    return done;
}
