//@ section: defect
static int *kept;

static void set(int value)
{
#ifdef REPAIRED
    static int local;
#else
    int local;
#endif

    local = value;
    kept = &local;
}
//@ end

int main(void)
{
    set(7);
    *kept = 8;
    return 0;
}
