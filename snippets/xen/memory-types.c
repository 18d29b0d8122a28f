//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ sanitize: undefined
//@ output:
//| == 0x17 becomes a page table
//| 0x17  table - -
//| 0x51  unused
//| 0x90  neighbour's
//| Xen: done
//| == map 0x51 for writing
//| 0x17  table 0x51 rw -
//| 0x51  writable
//| 0x90  neighbour's
//| Xen: done
//| == map the neighbour's page
//| 0x17  table 0x51 rw -
//| 0x51  writable
//| 0x90  neighbour's
//| Xen: refused: not your page
//| == map the table itself for writing
//| 0x17  table 0x51 rw -
//| 0x51  writable
//| 0x90  neighbour's
//| Xen: refused: it is a page table
//| == map it for reading
//| 0x17  table 0x51 rw 0x17 r-
//| 0x51  writable
//| 0x90  neighbour's
//| Xen: done
//| == 0x51 is to be a page table too
//| 0x17  table 0x51 rw 0x17 r-
//| 0x51  writable
//| 0x90  neighbour's
//| Xen: refused: mapped writable
//| == map 0x51 for reading
//| 0x17  table 0x51 r- 0x17 r-
//| 0x51  unused
//| 0x90  neighbour's
//| Xen: done
//| == and ask again
//| 0x17  table 0x51 r- 0x17 r-
//| 0x51  table - -
//| 0x90  neighbour's
//| Xen: done
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define PRESENT 1u
#define WRITE 2u
enum { GUEST = 7, NEIGHBOUR = 8, SLOTS = 2 };

//@ section: page
enum type { NONE, TABLE, WRITABLE };

// A machine frame: whose it is, what it is used as, and how often.
struct page {
    int owner;
    enum type type;
    unsigned uses;
    uint64_t entry[SLOTS];  // what is in it, if it is a page table
};

struct mmu_update {
    uint64_t ptr;  // the machine address of an entry
    uint64_t val;  // what should be in it
};
//@ end

static struct page machine[] = {
    [0x17] = {.owner = GUEST},
    [0x51] = {.owner = GUEST},
    [0x90] = {.owner = NEIGHBOUR},
};

//@ section: xen
// A page may be used in one way at a time, as often as you like.
static bool use(struct page *page, enum type type)
{
    if (page->uses > 0 && page->type != type)
        return false;
    page->type = type;
    page->uses++;
    return true;
}

static void unuse(struct page *page)
{
    if (--page->uses == 0)
        page->type = NONE;
}

static const char *mmu_update(int caller, struct mmu_update update)
{
    struct page *table = &machine[update.ptr / 4096];
    uint64_t *entry = &table->entry[update.ptr % 4096 / sizeof *entry];
    struct page *target = &machine[update.val / 4096];

    if (table->owner != caller || table->type != TABLE)
        return "refused: not your page table";
    if (update.val & PRESENT && target->owner != caller)
        return "refused: not your page";
    if (update.val & WRITE && !use(target, WRITABLE))
        return "refused: it is a page table";
    if (*entry & WRITE)
        unuse(&machine[*entry / 4096]);  // what was there before
    *entry = update.val;
    return "done";
}
//@ end

static const char *answer = "";

static void map(unsigned table, unsigned slot, unsigned frame, unsigned flags)
{
    struct mmu_update update = {
        .ptr = table * 4096 + slot * sizeof(uint64_t),
        .val = frame * 4096 + flags,
    };
    answer = mmu_update(GUEST, update);
}

static void make_table(unsigned frame)
{
    answer = use(&machine[frame], TABLE) ? "done" : "refused: mapped writable";
}

static void show_entry(uint64_t entry)
{
    if (entry & PRESENT)
        printf(" 0x%02x %s", (unsigned)(entry / 4096), entry & WRITE ? "rw" : "r-");
    else
        printf(" -");
}

static void show(const char *title)
{
    static const char *const types[] = {"unused", "table", "writable"};
    static const unsigned frames[] = {0x17, 0x51, 0x90};

    printf("== %s\n", title);
    for (int i = 0; i < 3; i++) {
        const struct page *page = &machine[frames[i]];

        printf("0x%02x  %s", frames[i], page->owner == GUEST ? types[page->type] : "neighbour's");
        for (int slot = 0; slot < SLOTS && page->type == TABLE; slot++)
            show_entry(page->entry[slot]);
        putchar('\n');
    }
    printf("Xen: %s\n", answer);
}

int main(void)
{
    make_table(0x17);
    show("0x17 becomes a page table");
    //@ section: story
    map(0x17, 0, 0x51, PRESENT | WRITE);
    show("map 0x51 for writing");
    map(0x17, 1, 0x90, PRESENT);
    show("map the neighbour's page");
    map(0x17, 1, 0x17, PRESENT | WRITE);
    show("map the table itself for writing");
    map(0x17, 1, 0x17, PRESENT);
    show("map it for reading");
    make_table(0x51);
    show("0x51 is to be a page table too");
    map(0x17, 0, 0x51, PRESENT);
    show("map 0x51 for reading");
    make_table(0x51);
    show("and ask again");
    //@ end
    return 0;
}
