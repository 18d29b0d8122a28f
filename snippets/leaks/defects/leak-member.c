#include <stdlib.h>

struct shelf {
    int *books;
};

static struct shelf *make(int n)
{
    struct shelf *made = malloc(sizeof *made);

    if (!made) return NULL;
    made->books = calloc((size_t)n, sizeof *made->books);
    return made;
}

//@ section: defect
static void discard(struct shelf *shelf)
{
#ifdef REPAIRED
    free(shelf->books);
#endif
    free(shelf);
}
//@ end

int main(void)
{
    for (int n = 1; n <= 3; n++) {
        struct shelf *shelf = make(n);
        if (shelf) discard(shelf);
    }
    return 0;
}
