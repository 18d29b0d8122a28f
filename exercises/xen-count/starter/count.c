#include "store.h"

bool add_one(struct xs_handle *store)
{
    int value = number(store, XBT_NULL);

    meanwhile();
    return set(store, XBT_NULL, value + 1);
}
