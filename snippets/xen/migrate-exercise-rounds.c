//@ do: run
//@ std: c99
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -pedantic
//@ output:
//| 16 rounds: pause 0.115 s, sent 4.89 times the memory
//| 17 rounds: pause 0.092 s, sent 4.91 times the memory
#include <stdio.h>

//@ section: rounds
/* After n rounds the pause is memory / bandwidth * ratio^n. */
static double pause_after(int n, double memory, double bandwidth, double ratio)
{
    double pause = memory / bandwidth;
    while (n-- > 0)
        pause *= ratio;
    return pause;
}

int main(void)
{
    double ratio = 800.0 / 1000, pause, before = 0, sent = 1, power = 1;
    int n = 0;
    while ((pause = pause_after(n, 4096, 1000, ratio)) >= 0.1) {
        before = pause;
        power *= ratio;
        sent += power;
        n++;
    }
    printf("%d rounds: pause %.3f s, sent %.2f times the memory\n", n - 1, before, sent - power);
    printf("%d rounds: pause %.3f s, sent %.2f times the memory\n", n, pause, sent);
}
//@ end
