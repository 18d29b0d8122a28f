//@ do: run
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c
//@ valgrind: none-lost no-errors
//@ output:
//| both have added 1 to 7: 8
//| all others read 7
//| a commits: done
//| b commits: Resource temporarily unavailable
//| both have added 1 to 7: 9
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xenstore.h>

static const char path[] = "/guests/started";

//@ section: number
static int number(struct xs_handle *store, xs_transaction_t in)
{
    char *text = xs_read(store, in, path, NULL);
    int value = text ? atoi(text) : 0;
    free(text);
    return value;
}

static void set(struct xs_handle *store, xs_transaction_t in, int value)
{
    char text[12];
    int length = snprintf(text, sizeof text, "%d", value);
    xs_write(store, in, path, text, length);
}
//@ end

int main(void)
{
    struct xs_handle *a = xs_open(0), *b = xs_open(0);

    //@ section: lost
    set(a, XBT_NULL, 7);
    int read_by_a = number(a, XBT_NULL);
    int read_by_b = number(b, XBT_NULL);
    set(a, XBT_NULL, read_by_a + 1);
    set(b, XBT_NULL, read_by_b + 1);
    printf("both have added 1 to 7: %d\n", number(a, XBT_NULL));
    //@ end

    //@ section: repaired
    set(a, XBT_NULL, 7);
    xs_transaction_t in_a = xs_transaction_start(a);
    xs_transaction_t in_b = xs_transaction_start(b);
    set(a, in_a, number(a, in_a) + 1);
    set(b, in_b, number(b, in_b) + 1);
    printf("all others read %d\n", number(a, XBT_NULL));

    bool done = xs_transaction_end(a, in_a, false);
    printf("a commits: %s\n", done ? "done" : strerror(errno));
    done = xs_transaction_end(b, in_b, false);
    printf("b commits: %s\n", done ? "done" : strerror(errno));
    while (!done && errno == EAGAIN) {
        in_b = xs_transaction_start(b);
        set(b, in_b, number(b, in_b) + 1); // reads anew
        done = xs_transaction_end(b, in_b, false);
    }
    printf("both have added 1 to 7: %d\n", number(a, XBT_NULL));
    //@ end
    xs_close(a);
    xs_close(b);
}
