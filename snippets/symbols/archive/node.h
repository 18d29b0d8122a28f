#include <stdbool.h>

#ifndef WEAK_HERE
#define WEAK_HERE
#endif

WEAK_HERE bool node_exists(int node);
int node_check(int node);
