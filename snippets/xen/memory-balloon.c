//@ do: run
//@ std: gnu17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ requires: libxen-dev
//@ sanitize: address undefined
//@ output:
//| == the guest has four frames
//| frame 0: machine frame 0, 'a'
//| frame 1: machine frame 2, 'b'
//| frame 2: machine frame 4, 'c'
//| frame 3: machine frame 5, 'd'
//| free on the machine: 2
//| == the balloon takes two of them
//| frame 0: machine frame 0, 'a'
//| frame 1: in the balloon
//| frame 2: machine frame 4, 'c'
//| frame 3: in the balloon
//| free on the machine: 4
//| == a neighbour gets one
//| frame 0: machine frame 0, 'a'
//| frame 1: in the balloon
//| frame 2: machine frame 4, 'c'
//| frame 3: in the balloon
//| free on the machine: 3
//| == the guest wants frame 1 back
//| frame 0: machine frame 0, 'a'
//| frame 1: machine frame 3, zeros
//| frame 2: machine frame 4, 'c'
//| frame 3: in the balloon
//| free on the machine: 2
#define __XEN_INTERFACE_VERSION__ 0x00040e00
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <xen/xen.h>
#include <xen/memory.h>

#define NOTHING UINT64_MAX
enum { FRAMES = 4, MACHINE = 8, FREE = -1, GUEST = 7, NEIGHBOUR = 8 };

// Xen's side: who has each machine frame, and the first byte in it.
static int owner[MACHINE] = {GUEST, NEIGHBOUR, GUEST, FREE, GUEST, GUEST, NEIGHBOUR, FREE};
static char contents[MACHINE] = {'a', '?', 'b', 0, 'c', 'd', '?', 0};

// The guest's table: which machine frame is behind each of its frames.
static xen_pfn_t machine_frame[FRAMES] = {0, 2, 4, 5};

//@ section: xen
static long decrease_reservation(const xen_pfn_t *extents, unsigned long count)
{
    for (unsigned long i = 0; i < count; i++)
        owner[extents[i]] = FREE;
    return (long)count;
}

// Returns how many extents there was memory for.
static long populate_physmap(int caller, xen_pfn_t *extents, unsigned long count)
{
    unsigned long done = 0;

    for (int frame = 0; frame < MACHINE && done < count; frame++)
        if (owner[frame] == FREE) {
            owner[frame] = caller;
            extents[done++] = frame;
        }
    return (long)done;
}

static long memory_op(int caller, int command,
                      const struct xen_memory_reservation *reservation)
{
    xen_pfn_t *extents = reservation->extent_start.p;

    switch (command) {
    case XENMEM_decrease_reservation:
        return decrease_reservation(extents, reservation->nr_extents);
    case XENMEM_populate_physmap:
        return populate_physmap(caller, extents, reservation->nr_extents);
    default:
        return -38;  // no such operation
    }
}
//@ end

//@ section: guest
// The balloon grows by one page that nobody in the guest uses.
static long inflate(unsigned frame)
{
    xen_pfn_t extent = machine_frame[frame];
    struct xen_memory_reservation reservation = {
        .nr_extents = 1, .domid = DOMID_SELF};

    set_xen_guest_handle(reservation.extent_start, &extent);
    contents[extent] = 0;  // the next one to get it may be a stranger
    machine_frame[frame] = NOTHING;
    return memory_op(GUEST, XENMEM_decrease_reservation, &reservation);
}

static long deflate(unsigned frame)
{
    xen_pfn_t extent = frame;  // comes back as the machine's number
    struct xen_memory_reservation reservation = {
        .nr_extents = 1, .domid = DOMID_SELF};

    set_xen_guest_handle(reservation.extent_start, &extent);
    if (memory_op(GUEST, XENMEM_populate_physmap, &reservation) != 1)
        return 0;
    machine_frame[frame] = extent;
    return 1;
}
//@ end

static void show(const char *title)
{
    int unused = 0;

    printf("== %s\n", title);
    for (int frame = 0; frame < FRAMES; frame++) {
        printf("frame %d: ", frame);
        if (machine_frame[frame] == NOTHING)
            puts("in the balloon");
        else if (contents[machine_frame[frame]])
            printf("machine frame %d, '%c'\n", (int)machine_frame[frame],
                   contents[machine_frame[frame]]);
        else
            printf("machine frame %d, zeros\n", (int)machine_frame[frame]);
    }
    for (int frame = 0; frame < MACHINE; frame++)
        unused += owner[frame] == FREE;
    printf("free on the machine: %d\n", unused);
}

int main(void)
{
    show("the guest has four frames");
    //@ section: story
    inflate(1);
    inflate(3);
    show("the balloon takes two of them");
    populate_physmap(NEIGHBOUR, (xen_pfn_t[]){0}, 1);
    show("a neighbour gets one");
    deflate(1);
    show("the guest wants frame 1 back");
    //@ end
    return 0;
}
