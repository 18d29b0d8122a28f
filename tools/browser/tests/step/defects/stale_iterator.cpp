#include <vector>
int main()
{
    std::vector<int> v{1, 2};
    auto first = v.begin();
    v.push_back(3);
    return *first == 9; //! freed
}
