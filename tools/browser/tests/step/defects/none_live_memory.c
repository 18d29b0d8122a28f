// Not found: the pointer leads into another object, which the program may use.
int main(void)
{
    int a[2] = {1, 2}, b[2] = {3, 4};
    int *from = a;
    int *p = from + (b - from); // undefined, and exactly at b
    *p = 5;
    return b[0] - 5;
}
