#include "limit.h"

int below(int n);

int below(int n)
{
    return n < limit;
}
