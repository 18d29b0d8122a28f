//@ do: run
//@ std: gnu17
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| hoping: taken back, while it is mapped
//| compared: still in use
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/grant_table.h>

static grant_entry_v1_t entry = {.flags = GTF_permit_access, .domid = 0, .frame = 0x1000};

static int mapped;

/* The other domain maps the page when it likes, if the entry lets it; here it does at this point. */
static void meanwhile(void)
{
    mapped = (entry.flags & GTF_type_mask) == GTF_permit_access;
    if (mapped)
        entry.flags |= GTF_reading | GTF_writing;   /* Xen does that, atomically */
}

//@ section: revoke
static int in_use(void)
{
    return entry.flags & (GTF_reading | GTF_writing);
}

static int revoke_hoping(void)
{
    if (in_use())
        return 0;
    meanwhile();
    entry.flags = GTF_invalid;
    return 1;
}

static int revoke(void)
{
    uint16_t seen = entry.flags;

    if (seen & (GTF_reading | GTF_writing))
        return 0;
    meanwhile();
    return __sync_bool_compare_and_swap(&entry.flags, seen, GTF_invalid);
}
//@ end

int main(void)
{
    int back = revoke_hoping();
    printf("hoping: %s%s\n", back ? "taken back" : "still in use", back && mapped ? ", while it is mapped" : "");
    entry.flags = GTF_permit_access;
    back = revoke();
    printf("compared: %s%s\n", back ? "taken back" : "still in use", back && mapped ? ", while it is mapped" : "");
    return 0;
}
