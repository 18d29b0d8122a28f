// There is room for the element, and it is none yet.
#include <vector>
int main()
{
    std::vector<int> v{1, 2};
    v.reserve(10);
    return v[3] == 9; //! container
}
