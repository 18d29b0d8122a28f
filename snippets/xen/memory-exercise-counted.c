//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| one is read-only: refused
//| both are read-only: done
#include <stdbool.h>
#include <stdio.h>

enum type { NONE, TABLE, WRITABLE };

struct page {
    enum type type;
    unsigned uses;
};

// Says whether the page may be used in this way, and counts the use.
//@ section: use
static bool use(struct page *page, enum type type)
{
    if (page->uses > 0 && page->type != type)
        return false;
    page->type = type;
    page->uses++;
    return true;
}
//@ end

static void unuse(struct page *page)
{
    page->uses--;
}

static void ask(const char *when, struct page *page)
{
    printf("%s: %s\n", when, use(page, TABLE) ? "done" : "refused");
}

int main(void)
{
    struct page page = {NONE, 0};

    use(&page, WRITABLE);  // two entries map it for writing
    use(&page, WRITABLE);
    unuse(&page);
    ask("one is read-only", &page);
    unuse(&page);
    ask("both are read-only", &page);
    return 0;
}
