// Not found: what is known of memory is known of whole bytes.
struct bits { unsigned one : 4, other : 4; };
int main(void)
{
    struct bits b;
    b.one = 3;
    return b.other == 77;
}
