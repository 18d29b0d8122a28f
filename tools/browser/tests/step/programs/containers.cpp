// Containers of the standard library.
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

int main()
{
    std::map<std::string, int> ages{{"bob", 41}, {"ann", 40}};
    std::set<int> numbers{3, 1, 2};
    std::list<char> letters{'x', 'y'};
    std::optional<int> nothing, some = 5;
    auto shared = std::make_shared<int>(6);
    std::weak_ptr<int> weak = shared;
    ages["cid"] = 42; //@ moment: done
    return ages.size() + numbers.size() + letters.size() + *some + *shared == 19 ? 0 : 1;
}
