/* The other client: so many times it adds 1 while the first one is at work. */
#include "store.h"

static struct xs_handle *other;
static int times;

int number(struct xs_handle *store, xs_transaction_t in)
{
    char *text = xs_read(store, in, COUNTER, NULL);
    int value = text ? atoi(text) : 0;

    free(text);
    return value;
}

bool set(struct xs_handle *store, xs_transaction_t in, int value)
{
    char text[12];

    return xs_write(store, in, COUNTER, text, (unsigned)snprintf(text, sizeof text, "%d", value));
}

void meanwhile(void)
{
    if (times-- > 0)
        set(other, XBT_NULL, number(other, XBT_NULL) + 1);
}

int main(int count, char **arguments)
{
    struct xs_handle *mine = xs_open(0);

    other = xs_open(0);
    if (!mine || !other)
        return 2;
    set(other, XBT_NULL, 7);
    times = count > 1 ? atoi(arguments[1]) : 0;
    bool done = add_one(mine);
    if (!done)
        printf("refused: %s\n", strerror(errno));
    printf("the counter says %d\n", number(other, XBT_NULL));
    xs_close(mine);
    xs_close(other);
    return 0;
}
