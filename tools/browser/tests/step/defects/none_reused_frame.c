// Not found: by then another call's variable lies where the dead one was.
static int *counter(void) { int count = 3; int *p = &count; return p; }
static int use(int *p) { int mine = 4; int *q = &mine; return *p + *q; }
int main(void)
{
    return use(counter()) > 1000;
}
