#include <stdlib.h>

struct entry {
    struct entry *next;
    int key;
};

static struct entry *cache;

//@ section: defect
static void serve(int request)
{
    struct entry *made = malloc(sizeof *made);

    if (!made) return;
    made->key = request;
    made->next = cache;
    cache = made;  // Nobody ever looks it up, or takes it out.
#ifdef REPAIRED
    cache = made->next;
    free(made);
#endif
}
//@ end

int main(void)
{
    for (int request = 0; request < 1000; request++) serve(request);
    return 0;
}
