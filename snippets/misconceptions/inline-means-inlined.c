//@ do: link
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ diagnostic[-O0]: error: undefined reference to `twice'
inline int twice(int n)
{
    return 2 * n;
}

int main(void)
{
    return twice(0);
}
