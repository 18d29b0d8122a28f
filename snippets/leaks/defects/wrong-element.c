//@ section: defect
static int last(const int *row, int count)
{
#ifdef REPAIRED
    return row[count - 1];
#else
    return row[count - 2];  // the wrong one, and yet one of them
#endif
}
//@ end

int main(void)
{
    int row[] = {1, 2, 3};

    return last(row, 3) < 2;
}
