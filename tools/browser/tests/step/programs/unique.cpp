// One owner at a time: what was moved from owns nothing, and a virtual function knows what it is called on.
#include <memory>
#include <utility>

struct Animal {
    virtual ~Animal() = default;
    virtual int legs() const { return 0; }
};

struct Bird : Animal {
    int wings = 2;
    int legs() const override
    {
        //@ moment: asked
        return wings;
    }
};

int main()
{
    std::unique_ptr<Animal> first = std::make_unique<Bird>();
    std::unique_ptr<Animal> second;
    int before = first->legs(); //@ moment: owned
    second = std::move(first);
    bool isEmpty = !first; //@ moment: moved
    second.reset();
    //@ moment: gone
    return before - 2 + !isEmpty;
}
