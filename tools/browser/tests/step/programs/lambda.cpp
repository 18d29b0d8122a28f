// References, lambda expressions and what they capture, this, templates, scoped enumerations.
namespace trade {
template <typename T>
T largest(const T *from, const T *to)
{
    T best = *from;
    for (; from != to; ++from)
        if (best < *from)
            best = *from;
    return best; //@ moment: best
}

enum class Level : unsigned char { low = 1, high = 9 };

class Counter {
public:
    explicit Counter(int start) : value_(start) {}
    int step()
    {
        value_ += by; //@ moment: stepping
        return value_;
    }
    static int by;

private:
    int value_;
};
int Counter::by = 2;
}

int main()
{
    int numbers[] = {3, 9, 4};
    int most = trade::largest(numbers, numbers + 3);
    int sum = 0;
    int &alias = sum;
    auto add = [&sum, most](int n) {
        sum += n + most; //@ moment: inside
        return sum;
    };
    add(1);
    alias++; //@ moment: aliased
    trade::Counter counter(10);
    auto level = trade::Level::high;
    int stepped = counter.step(); //@ moment: done
    return stepped == 12 && level == trade::Level::high ? 0 : 1;
}
