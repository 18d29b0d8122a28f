// How structs and unions lie in memory: padding, bit-fields, members that share their bytes.
#include <stdbool.h>
#include <stdint.h>

enum colour { RED, GREEN = 5, BLUE };
enum flags { BOLD = 1, ITALIC = 2, UNDER = 4 };

struct mixed {
    char tag;
    double number;
    short small;
};

struct packed {
    unsigned low : 3;
    signed high : 5;
    bool set : 1;
};

union value {
    int32_t whole;
    float real;
    unsigned char bytes[4];
};

struct variant {
    enum colour colour;
    union {
        int count;
        double share;
    };
    union value value;
};

int main(void)
{
    struct mixed m = {'m', 2.5, -3};
    struct packed p = {5, -2, true}; //@ moment: fields
    p.low = 7;                       //@ moment: field
    struct variant v = {GREEN, {.count = 3}, {.real = 1.0f}};
    enum flags style = (enum flags)(BOLD | UNDER); //@ moment: real
    v.value.whole = 0x41424344;                    //@ moment: whole
    v.value.bytes[0] = 'Z';                        //@ moment: bytes
    v.share = 0.5;
    struct mixed other = m;
    return other.small + p.high + (style == 5) == -4 ? 0 : 1; //@ moment: end-of-main
}
