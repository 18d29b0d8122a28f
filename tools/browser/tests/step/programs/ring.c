// A ring buffer: the end of the array is followed by its start.
enum { ROOM = 4 };

struct ring {
    int items[ROOM];
    unsigned first, count;
};

static int put(struct ring *ring, int item)
{
    if (ring->count == ROOM)
        return 0;
    ring->items[(ring->first + ring->count++) % ROOM] = item;
    //@ moment: put
    return 1;
}

static int take(struct ring *ring)
{
    int item = ring->items[ring->first];
    ring->first = (ring->first + 1) % ROOM;
    ring->count--;
    //@ moment: taken
    return item;
}

int main(void)
{
    struct ring ring = {0};
    for (int i = 1; i <= 4; i++)
        put(&ring, 10 * i);
    int refused = !put(&ring, 50); //@ moment: full
    int sum = take(&ring) + take(&ring);
    put(&ring, 60);
    //@ moment: around
    return sum + refused - 31;
}
