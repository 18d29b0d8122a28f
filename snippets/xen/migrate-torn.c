//@ do: run
//@ std: gnu11
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| == round 1: 64 sent, 12 old
//| #.#.#..#....##..
//| #...........#...
//| ......#....#..#.
//| ...............#
//| == round 2: 25 sent, 10 old
//| ..........##...#
//| #...............
//| ...#......##...#
//| ........#...#...
//| == round 3: 11 sent, 4 old
//| ...........#....
//| ................
//| ..#..##.........
//| ................
//| == round 4: 5 sent, 2 old
//| .......#........
//| ...........#....
//| ................
//| ................
//| == pause: 2 sent, 0 old
//| ................
//| ................
//| ................
//| ................
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, PAGES = 64 };

static unsigned char *guest;
static unsigned char target[PAGES * PAGE];

//@ section: log
static unsigned char dirty[PAGES];

/* The first write to a page lands here: note it, and let it and all later ones pass. */
static void fault(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)context;
    size_t page = (size_t)((unsigned char *)info->si_addr - guest) / PAGE;
    if (page >= PAGES)
        _exit(2);
    dirty[page] = 1;
    mprotect(guest + page * PAGE, PAGE, PROT_READ | PROT_WRITE);
}

/* Empties the log: from now on each page's first write is seen again. */
static void watch(void)
{
    memset(dirty, 0, sizeof dirty);
    mprotect(guest, PAGES * PAGE, PROT_READ);
}
//@ end

/* The guest: while pages are sent, it writes to some, here and there. */
static uint32_t random_state = 1;

static void run_guest(int writes)
{
    while (writes-- > 0) {
        random_state = random_state * 1664525 + 1013904223;
        guest[(random_state >> 8) % (PAGES * PAGE)]++;
    }
}

/* A page of the copy that is not the guest's any more is a '#'. */
static void show(const char *title, int sent)
{
    int old = 0;
    char map[PAGES];
    for (int page = 0; page < PAGES; page++) {
        int same = !memcmp(guest + page * PAGE, target + page * PAGE, PAGE);
        map[page] = same ? '.' : '#';
        old += !same;
    }
    printf("== %s: %d sent, %d old\n", title, sent, old);
    for (int row = 0; row < PAGES; row += 16)
        printf("%.16s\n", map + row);
}

//@ section: rounds
/* Sends the pages that were dirty when the round began; the guest runs meanwhile. */
static int round_of(int runs)
{
    unsigned char wanted[PAGES];
    int sent = 0;
    memcpy(wanted, dirty, sizeof wanted);
    watch();
    for (int page = 0; page < PAGES; page++)
        if (wanted[page]) {
            memcpy(target + page * PAGE, guest + page * PAGE, PAGE);
            sent++;
            if (runs && sent % 2 == 0)
                run_guest(1);
        }
    return sent;
}
//@ end

int main(void)
{
    guest = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (guest == MAP_FAILED)
        return 1;
    struct sigaction action = {.sa_sigaction = fault, .sa_flags = SA_SIGINFO};
    sigaction(SIGSEGV, &action, NULL);
    run_guest(10000);

    //@ section: move
    memset(dirty, 1, sizeof dirty);
    show("round 1", round_of(1));
    show("round 2", round_of(1));
    show("round 3", round_of(1));
    show("round 4", round_of(1));
    show("pause", round_of(0));
    //@ end
}
