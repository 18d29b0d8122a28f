#include <stdbool.h>

bool node_exists(int node);
int node_check(int node);
