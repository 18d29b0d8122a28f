// Two ways to swap, of which one changes copies only.
static void swap_copies(int a, int b)
{
    int t = a;
    a = b;
    b = t; //@ moment: copies
}

static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t; //@ moment: swapped
}

int main(void)
{
    int x = 1, y = 2;
    swap_copies(x, y);
    swap(&x, &y); //@ moment: done
    return x == 2 ? 0 : 1;
}
