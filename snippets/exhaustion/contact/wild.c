#include <stdlib.h>
#include <string.h>
#include "contact.h"

static char *copy(const char *text)
{
    char *made = malloc(strlen(text) + 1);

    return made ? strcpy(made, text) : NULL;
}

void contact_free(struct contact *c)
{
    free(c->name);
    free(c->mail);
    free(c);
}

//@ section: new
int contact_new(struct contact **made,
                const char *name, const char *mail)
{
    struct contact *c = malloc(sizeof *c);
    if (!c)
        return -1;
    c->name = copy(name);
    if (!c->name)
        goto error;
    c->mail = copy(mail);
    if (!c->mail)
        goto error;
    *made = c;
    return 0;

error:
    contact_free(c);
    return -1;
}
//@ end
