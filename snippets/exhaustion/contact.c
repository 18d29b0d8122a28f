//@ do: run
//@ std: c17
//@ options: -Wall -Wextra
//@ valgrind: leaks
//@ output: reported: -1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: new
static int asked;

// malloc on a bad day: the third request is refused.
static void *ask(size_t size)
{
    return ++asked == 3 ? NULL : malloc(size);
}

struct contact { char *name; char *mail; };

static int contact_new(struct contact **made,
                       const char *name, const char *mail)
{
    struct contact *c = ask(sizeof *c);
    if (!c)
        return -1;
    c->name = ask(strlen(name) + 1);
    if (!c->name)
        goto error;
    strcpy(c->name, name);
    c->mail = ask(strlen(mail) + 1);
    if (!c->mail)
        goto error;
    strcpy(c->mail, mail);
    *made = c;
    return 0;

error:
    //@ moment: refused
    free(c);
    //@ moment: lost
    return -1;
}
//@ end

int main(void)
{
    struct contact *ada = NULL;

    int code = contact_new(&ada, "Ada", "ada@example.org");
    printf("reported: %d\n", code);
    return 0;
}
