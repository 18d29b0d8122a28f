#include "store.h"

bool add_one(struct xs_handle *store)
{
    for (;;) {
        xs_transaction_t in = xs_transaction_start(store);
        if (in == XBT_NULL)
            return false;

        int value = number(store, in);
        meanwhile();
        if (!set(store, in, value + 1)) {
            int why = errno;
            xs_transaction_end(store, in, true);
            errno = why;
            return false;
        }
        if (xs_transaction_end(store, in, false))
            return true;
        if (errno != EAGAIN)
            return false;
    }
}
