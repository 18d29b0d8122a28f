// Structs handed over and returned by value, a flexible array member, a compound literal.
#include <stdlib.h>

struct point {
    int x, y;
};

struct large {
    int numbers[6];
};

struct text {
    size_t length;
    int letters[];
};

static struct large doubled(struct large given)
{
    struct large made;
    for (int i = 0; i < 6; i++)
        made.numbers[i] = given.numbers[i] * 2;
    given.numbers[0] = -1; //@ moment: made
    return made;
}

static struct point moved(struct point p, int by)
{
    p.x += by;
    return (struct point){p.x, p.y + by}; //@ moment: moving
}

int main(void)
{
    struct large one = {{1, 2, 3, 4, 5, 6}};
    struct large two = doubled(one);
    struct point p = moved((struct point){1, 2}, 10); //@ moment: returned
    struct text *t = malloc(sizeof *t + 3 * sizeof t->letters[0]);
    t->length = 3;
    for (size_t i = 0; i < t->length; i++)
        t->letters[i] = (int)i + 7;
    //@ moment: flexible
    free(t);
    return two.numbers[5] + p.y == 24 ? 0 : 1;
}
