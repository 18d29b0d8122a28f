//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ sanitize: address undefined
//@ output:
//| == the card writes 'x' to the guest's frame 1
//| card: frame 1 is machine frame 2
//| the guest's page: x, the neighbour's page: -
//| == Xen takes the page away, and a neighbour gets it
//| the guest's page: gone, the neighbour's page: -
//| == the card writes 'y' to frame 1
//| card: frame 1 is machine frame 2
//| the guest's page: gone, the neighbour's page: y
//| == Xen has the IOTLB forget, the card writes 'z' to frame 1
//| card: no such frame, Xen is told
//| the guest's page: gone, the neighbour's page: y
#include <stdbool.h>
#include <stdio.h>

enum { FRAMES = 4, MACHINE = 8, NOTHING = -1 };

static char memory[MACHINE] = "--------";

//@ section: iommu
// For the card: the machine frame of each of the guest's frames.
static int table[FRAMES] = {0, 2, 4, 5};

// The IOTLB: what was looked up in the table before.
static struct { bool known; int machine_frame; } iotlb[FRAMES];

static int look_up(int frame)
{
    if (!iotlb[frame].known && table[frame] != NOTHING) {
        iotlb[frame].known = true;
        iotlb[frame].machine_frame = table[frame];
    }
    return iotlb[frame].known ? iotlb[frame].machine_frame : NOTHING;
}
//@ end

//@ section: card
static void card_writes(int frame, char letter)
{
    int machine_frame = look_up(frame);

    if (machine_frame == NOTHING) {
        puts("card: no such frame, Xen is told");
        return;
    }
    printf("card: frame %d is machine frame %d\n", frame, machine_frame);
    memory[machine_frame] = letter;
}
//@ end

static void show(char guest, char neighbour)
{
    if (guest)
        printf("the guest's page: %c, the neighbour's page: %c\n", guest,
               neighbour);
    else
        printf("the guest's page: gone, the neighbour's page: %c\n",
               neighbour);
}

int main(void)
{
    //@ section: story
    puts("== the card writes 'x' to the guest's frame 1");
    card_writes(1, 'x');
    show(memory[2], '-');

    puts("== Xen takes the page away, and a neighbour gets it");
    table[1] = NOTHING;
    memory[2] = '-';
    show(0, memory[2]);

    puts("== the card writes 'y' to frame 1");
    card_writes(1, 'y');
    show(0, memory[2]);

    puts("== Xen has the IOTLB forget, the card writes 'z' to frame 1");
    iotlb[1].known = false;
    card_writes(1, 'z');
    show(0, memory[2]);
    //@ end
    return 0;
}
