#include <vector>

//@ section: defect
static int first(std::vector<int> numbers)
{
#ifdef REPAIRED
    int first = numbers[0];
#else
    int &first = numbers[0];
#endif

    numbers.reserve(100);  // the numbers move, a reference stays behind
    return first;
}
//@ end

int main()
{
    return first({0, 1, 2}) > 2;
}
