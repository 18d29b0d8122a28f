#include <random>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

void again(std::mt19937 &engine)
{
#ifdef PARENTHESES
    (engine.seed)(1);
#else
    engine.seed(1);
#endif
}
