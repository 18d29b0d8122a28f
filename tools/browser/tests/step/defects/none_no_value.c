// Not found: the place of the value that is missing has no name. The compiler warns.
static int none(int x) { if (x) return 1; }
int main(void)
{
    return none(0) == 12345;
}
