/* A counter in XenStore, and a second client that counts as well. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xenstore.h>

#define COUNTER "/guests/started"

/* The number in the counter, read in a transaction, or in none: XBT_NULL. */
int number(struct xs_handle *store, xs_transaction_t in);
bool set(struct xs_handle *store, xs_transaction_t in, int value);

/* Adds 1 to the counter; false, with errno, if the store refuses it. */
bool add_one(struct xs_handle *store);

/* The other client runs whenever it likes. Here it runs at this point: between reading and writing. */
void meanwhile(void);
