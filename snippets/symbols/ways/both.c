#include "node.c"
#include "check.c"
