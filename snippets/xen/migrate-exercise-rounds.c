//@ do: run
//@ std: c99
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ libraries: -lm
//@ output:
//| 17 rounds, then 0.092 s
//| one less: 0.115 s
//| sent 4.91 times the memory
#include <math.h>
#include <stdio.h>

//@ section: rounds
/* The pause after n rounds is memory / bandwidth * ratio^n. */
static int rounds(double memory, double bandwidth, double dirtying, double pause)
{
    double ratio = dirtying / bandwidth;
    return (int)ceil(log(pause * bandwidth / memory) / log(ratio));
}
//@ end

int main(void)
{
    //@ section: ask
    int n = rounds(4096, 1000, 800, 0.1);
    printf("%d rounds, then %.3f s\n", n, 4.096 * pow(0.8, n));
    printf("one less: %.3f s\n", 4.096 * pow(0.8, n - 1));
    printf("sent %.2f times the memory\n", (1 - pow(0.8, n + 1)) / (1 - 0.8));
    //@ end
}
