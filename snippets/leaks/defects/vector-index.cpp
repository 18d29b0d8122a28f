#include <vector>

//@ section: defect
static int middle(const std::vector<int> &numbers)
{
#ifdef REPAIRED
    return numbers[numbers.size() / 2];
#else
    return numbers[numbers.size()];
#endif
}
//@ end

int main()
{
    std::vector<int> numbers{1, 2, 3};

    numbers.reserve(8);  // there is room for it, and no number in it
    return middle(numbers) == 0x12345;
}
