#include "registers.h"

MODULE_LICENSE("Proprietary");
