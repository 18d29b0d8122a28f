//@ do: run
//@ std: c++17
//@ options: -Wall -Wextra
//@ valgrind: all-freed no-errors
//@ output:
//| frees first
//| uses first and second
//| frees second
//| frees first
//| frees second
//| frees first
//| caught
//| frees kept
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

struct Free {
    void operator()(std::string *text) const
    {
        std::printf("frees %s\n", text->c_str());
        delete text;
    }
};

using Text = std::unique_ptr<std::string, Free>;

//@ section: use
static Text copy(const char *text) { return Text(new std::string(text)); }

static int use(bool stop, bool fail)
{
    Text first = copy("first");
    if (stop)
        return -1;
    Text second = copy("second");
    if (fail)
        throw std::runtime_error("fail");
    std::printf("uses %s and %s\n", first->c_str(), second->c_str());
    return 0;
}

static Text keep()
{
    Text kept = copy("kept");
    return kept;
}
//@ end

int main()
{
    use(true, false);
    use(false, false);
    try {
        use(false, true);
    } catch (const std::runtime_error &) {
        std::puts("caught");
    }
    Text mine = keep();
    return mine ? 0 : 1;
}
