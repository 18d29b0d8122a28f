//@ section: class
#include <iostream>

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

class Dial {
public:
    explicit Dial(const char *label)
    {
        std::cout << "made " << label << std::endl;
    }
    ~Dial() { std::cout << "gone" << std::endl; }
    Dial(const Dial &) = delete;
    int step() const { return 12 / 3; }
};
//@ end: class

//@ section: life
MODULE = Gauge  PACKAGE = Gauge

PROTOTYPES: DISABLE

Dial *
Dial::new(const char *label)

void
Dial::DESTROY()

//@ end: life
//@ section: member
int
Dial::step()

//@ end: member
//@ section: list
void
Dial::multiples(int count)
PPCODE:
    if (count < 0)
        croak("multiples: %d is less than 0", count);
    EXTEND(SP, count);
    for (int i = 1; i <= count; i++)
        PUSHs(sv_2mortal(newSViv(i * THIS->step())));
//@ end: list
