#ifdef REPAIRED
static int counts[4];
#else
static int counts[3];
#endif
static int other;

//@ section: defect
static void count(int kind)
{
    counts[kind]++;  // kinds are 0 to 3, the array has three
}
//@ end

int main(int argc, char *argv[])
{
    (void)argv;
    count(argc > 0 ? 3 : 0);
    return other > 1;
}
