#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

struct Point {
    double x = 3;
    double y = 4;
};

MODULE = Point  PACKAGE = Point

PROTOTYPES: DISABLE

Point *
Point::new()

void
Point::DESTROY()

//@ section: readers
double
Point::x()
ALIAS:
    y = 1
CODE:
    RETVAL = ix == 0 ? THIS->x : THIS->y;
OUTPUT:
    RETVAL
//@ end: readers
