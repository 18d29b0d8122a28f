//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ output:
//| line  1 goes to set 1: miss
//| line  5 goes to set 1: miss
//| line  1 goes to set 1: hit
//| line  9 goes to set 1: miss
//| line  5 goes to set 1: miss
//| line  2 goes to set 2: miss
#include <stdio.h>

//@ section: sets
#define SETS 4
#define WAYS 2
// The numbers of lines, 0 for none. In each set the last used is first.
static int cache[SETS][WAYS];

static void use(int line)
{
    int *set = cache[line % SETS];
    int hit = set[0] == line || set[1] == line;

    printf("line %2d goes to set %d: %s\n",
           line, line % SETS, hit ? "hit" : "miss");
    if (set[0] != line) {
        set[1] = set[0];  // forgets what was there
        set[0] = line;
    }
}

int main(void)
{
    use(1);
    use(5);
    //@ moment: full
    use(1);
    //@ moment: again
    use(9);
    //@ moment: replaced
    use(5);
    //@ moment: last
    use(2);
    return 0;
}
//@ end
