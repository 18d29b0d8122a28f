// A hash table: what has the same place hangs in a chain.
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *key;
    int value;
    struct entry *next;
};

static struct entry *table[4];

static unsigned place(const char *key)
{
    unsigned sum = 0;
    while (*key)
        sum += (unsigned char)*key++;
    return sum % 4;
}

static void set(const char *key, int value)
{
    struct entry **chain = &table[place(key)];
    struct entry *made = malloc(sizeof *made);
    *made = (struct entry){key, value, *chain};
    *chain = made; //@ moment: made
}

static int get(const char *key)
{
    for (struct entry *at = table[place(key)]; at; at = at->next)
        if (strcmp(at->key, key) == 0)
            //@ moment: found
            return at->value;
    return -1;
}

int main(void)
{
    set("ab", 1);
    set("ba", 2);
    set("c", 3);
    int one = get("ab"); //@ moment: filled
    for (int i = 0; i < 4; i++)
        while (table[i]) {
            struct entry *gone = table[i];
            table[i] = gone->next;
            free(gone);
        }
    //@ moment: emptied
    return one - 1;
}
