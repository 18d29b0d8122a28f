#define PERL_NO_GET_CONTEXT
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

#include "ppport.h"

//@ section: c
static unsigned long moves(unsigned disks)
{
    if (disks == 0)
        return 0;
    return moves(disks - 1) + 1 + moves(disks - 1);
}
//@ end: c

MODULE = Hanoi  PACKAGE = Hanoi

PROTOTYPES: DISABLE

//@ section: xs
unsigned long
moves(unsigned disks)
//@ end: xs
