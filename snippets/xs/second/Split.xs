#include <math.h>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

MODULE = Split  PACKAGE = Split

PROTOTYPES: DISABLE

//@ section: xs
double
frexp(double number, OUTLIST int exponent)

double
modf(double number, OUT double whole)
//@ end: xs
