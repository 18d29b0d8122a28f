//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin: +tea +salt ?tea
//@ output: tea yes
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { SLOTS = 8 };
static char names[SLOTS][20];
static int looked;  // at how many slots
static bool gone[SLOTS];  // a name was here

// Every name begins its search in the slot of its length.
static int first_slot(const char *name)
{
    return (int)(strlen(name) % SLOTS);
}

// Returns what is in a slot, and counts.
static const char *look(int at)
{
    looked++;
    return names[at];
}

//@ section: table
// Returns the slot of a name, or -1.
static int find(const char *name)
{
    for (int i = 0; i < SLOTS; i++) {
        int at = (first_slot(name) + i) % SLOTS;
        const char *found = look(at);

        if (found[0] == '\0' && !gone[at])
            return -1;
        if (strcmp(found, name) == 0)
            return at;
    }
    return -1;
}

// Puts a name into the table, once; returns whether it is in it.
static bool insert(const char *name)
{
    if (find(name) >= 0)
        return true;
    for (int i = 0; i < SLOTS; i++) {
        int at = (first_slot(name) + i) % SLOTS;

        if (names[at][0] == '\0' && !gone[at]) {
            strcpy(names[at], name);
            return true;
        }
    }
    return false;
}

// Takes a name out of the table.
static void forget(const char *name)
{
    int at = find(name);

    if (at >= 0) {
        names[at][0] = '\0';
        gone[at] = true;
    }
}
//@ end

int main(void)
{
    char what[21];

    while (scanf("%20s", what) == 1) {
        const char *name = what + 1;

        if (what[0] == '+') {
            if (!insert(name))
                printf("%s full\n", name);
        } else if (what[0] == '-') {
            forget(name);
        } else if (what[0] == '#') {
            looked = 0;
            find(name);
            printf("%s %d\n", name, looked);
        } else {
            printf("%s %s\n", name, find(name) >= 0 ? "yes" : "no");
        }
    }
    return 0;
}
