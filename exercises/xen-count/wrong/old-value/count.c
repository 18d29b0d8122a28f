#include "store.h"

bool add_one(struct xs_handle *store)
{
    xs_transaction_t in = xs_transaction_start(store);
    int value = number(store, in);

    meanwhile();
    set(store, in, value + 1);
    while (!xs_transaction_end(store, in, false)) {
        if (errno != EAGAIN)
            return false;
        in = xs_transaction_start(store);
        set(store, in, value + 1);
    }
    return true;
}
