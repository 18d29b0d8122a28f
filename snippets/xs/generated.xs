//@ do: run
//@ compilers: gcc
//@ requires: perl
//@ output-contains: RETVAL = moves\(disks\);
//@ script: xsubpp generated.xs | sed -n '/^XS_EUPXS(XS_Hanoi_moves)$/,/^}/p'
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

unsigned long moves(unsigned disks);

MODULE = Hanoi  PACKAGE = Hanoi

PROTOTYPES: DISABLE

unsigned long
moves(unsigned disks)
