//@ section: defect
struct Row {
    int *numbers = new int[8]();

#ifdef REPAIRED
    ~Row() { delete[] numbers; }
#else
    ~Row() { delete numbers; }
#endif
};
//@ end

int main()
{
    Row row;
    return row.numbers[0];
}
