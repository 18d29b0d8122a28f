// A list that goes both ways: an element is taken out without a look at the others.
#include <stddef.h>

struct node {
    int value;
    struct node *before, *after;
};

static void join(struct node *left, struct node *right)
{
    left->after = right;
    right->before = left;
}

static void take_out(struct node *node)
{
    node->before->after = node->after;
    node->after->before = node->before; //@ moment: half
    node->before = node->after = NULL; //@ moment: out
}

int main(void)
{
    struct node a = {1}, b = {2}, c = {3};
    join(&a, &b);
    join(&b, &c);
    //@ moment: joined
    take_out(&b);
    //@ moment: after
    return a.after->value - 3;
}
