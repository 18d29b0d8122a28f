//@ do: run
//@ compilers: gcc
//@ requires: perl
//@ output-contains: newXS_deffile\("Hanoi::moves", XS_Hanoi_moves\);
//@ script: xsubpp generated-boot.xs | sed -n '/^XS_EXTERNAL(boot_Hanoi)$/,/^}/p'
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

unsigned long moves(unsigned disks);

MODULE = Hanoi  PACKAGE = Hanoi

PROTOTYPES: DISABLE

unsigned long
moves(unsigned disks)
