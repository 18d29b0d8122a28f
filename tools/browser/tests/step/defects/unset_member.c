struct point { int x, y; };
static int length(struct point p) { return p.x + p.y; } //! uninitialised
int main(void)
{
    struct point p;
    p.x = 3;
    return length(p) > 1000000;
}
