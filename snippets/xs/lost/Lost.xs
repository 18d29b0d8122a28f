#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Block {
    char bytes[1000] = {};
public:
    char first() const { return bytes[0]; }
};

MODULE = Lost  PACKAGE = Lost

PROTOTYPES: DISABLE

Block *
Block::new()

MODULE = Lost  PACKAGE = Kept

Block *
Block::new()

void
Block::DESTROY()
