// The byte behind the member belongs to the same object, where there is no room.
struct person { char name[4]; int age; };
int main(void)
{
    struct person p = {"Ada", 36};
    int i = 4;
    p.name[i] = 'x'; //! bounds
    return p.age == 36;
}
