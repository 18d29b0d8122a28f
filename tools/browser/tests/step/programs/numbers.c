// Numbers of all kinds.
#include <complex.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

int main(void)
{
    signed char little = -128;
    unsigned char byte = 200;
    uint8_t small = 65;
    short s = SHRT_MIN;
    unsigned u = UINT_MAX;
    long long ll = LLONG_MIN;
    uint64_t big = UINT64_MAX;
    float f = 0.1f;
    double d = 1e100, third = 1.0 / 3;
    long double ld = 0.1L, whole = 3;
    double inf = 1e308 * 10;
    double complex z = 1.0 - 2.0 * I;
    bool yes = true;
    char c = '\n', q = '\'';
    wchar_t w = L'é';
    return little + byte + small + s + u + ll + big + f + d + third + ld + whole + inf + creal(z) + yes + c + q + w > 0 ? 0 : 1;
}
