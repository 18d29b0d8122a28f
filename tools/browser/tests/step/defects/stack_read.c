// The array has no room for the zero, and strlen reads on.
#include <string.h>
int main(void)
{
    char name[3] = {'A', 'd', 'a'};
    return strlen(name) > 99; //! variable end
}
