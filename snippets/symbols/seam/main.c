#include <stdio.h>
#include "node.h"

int main(void)
{
    puts(node_check(0) == 0 ? "accepted" : "refused");
    return 0;
}
