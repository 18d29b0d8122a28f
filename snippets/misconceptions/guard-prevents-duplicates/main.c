#include "limit.h"

int main(void)
{
    return limit;
}
