#include <memory>

//@ section: defect
struct Node {
    std::shared_ptr<Node> next;
#ifdef REPAIRED
    std::weak_ptr<Node> previous;
#else
    std::shared_ptr<Node> previous;
#endif
};

static long pair()
{
    auto one = std::make_shared<Node>(), two = std::make_shared<Node>();

    one->next = two;
    two->previous = one;
    return two.use_count();
}
//@ end

int main()
{
    return pair() != 2;
}
