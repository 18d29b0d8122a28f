// Variables that outlive calls, and literals.
static int calls;
_Thread_local int mine = 3;
const double rate = 0.25;
char greeting[] = "hello";
static char *pointer = greeting + 1;

static int next(void)
{
    static int last = 40;
    calls++;
    return ++last; //@ moment: counted
}

int main(void)
{
    int a = next();
    int b = next(); //@ moment: twice
    mine += a;
    pointer = "bye"; //@ moment: done
    return b == 42 ? 0 : 1;
}
