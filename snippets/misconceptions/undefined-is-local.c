//@ do: compile
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ scan-assembler-not[gcc -O2]: \t(test|cmp)
//@ scan-assembler[-O0]: \tcmp
struct buffer {
    int length;
};

int length_of(const struct buffer *b)
{
    int length = b->length;

    if (!b)
        return -1;
    return length;
}
