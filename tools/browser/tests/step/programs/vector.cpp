// A vector that grows, and a pointer that stays behind; a smart pointer that was moved from.
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Item {
    int value;
};

int main()
{
    std::vector<int> numbers{1, 2};
    int *first = &numbers[0]; //@ moment: two
    numbers.push_back(3);     //@ moment: three
    std::string name = "short";
    std::string title = "a title that is too long to lie inside of the object";
    auto one = std::make_unique<Item>(Item{4});
    auto other = std::move(one); //@ moment: moved
    other->value += static_cast<int>(name.size());
    return numbers.size() == 3 && first && !title.empty() ? 0 : 1; //@ moment: done
}
