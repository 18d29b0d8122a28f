// An exception leaves two calls, and destructors run on its way.
struct Guard {
    int &count;
    explicit Guard(int &counter) : count(counter) { ++count; }
    ~Guard() { --count; }
};

static void thrower(int depth, int &count)
{
    Guard guard(count);
    if (depth == 0)
        throw 42; //@ moment: throwing
    thrower(depth - 1, count);
}

int main()
{
    int count = 0, caught = 0;
    try {
        thrower(1, count);
    } catch (int number) {
        caught = number; //@ moment: caught
    }
    return caught - 42 + count; //@ moment: done
}
