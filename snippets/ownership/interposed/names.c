#include "text.h"

// Returns a copy of a name. It is yours: free() it.
char *names_copy(const char *name)
{
    return text_copy(name);
}
