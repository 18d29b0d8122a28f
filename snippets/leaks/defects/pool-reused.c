#include <stddef.h>

struct item {
    int number, in_use;
};

static struct item pool[4];

static struct item *take(void)
{
    for (int i = 0; i < 4; i++) {
        if (pool[i].in_use) continue;
        pool[i].in_use = 1;
        return &pool[i];
    }
    return NULL;
}

static void give_back(struct item *item)
{
    item->in_use = 0;
}

//@ section: defect
static int stale(void)
{
    struct item *old = take(), *other;

    if (!old) return 0;
#ifndef REPAIRED
    give_back(old);
#endif
    other = take();  // without the repair, the same item
    old->number = 7;
#ifdef REPAIRED
    give_back(old);
#endif
    return other ? other->number : 0;
}
//@ end

int main(void)
{
    return stale() > 7;
}
