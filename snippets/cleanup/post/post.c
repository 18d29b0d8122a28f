#include <glib.h>

char *dosomething(const char *param)
{
#ifdef AS_WRITTEN
    g_autofree(char *) foo = NULL;
#else
    g_autofree char *foo = NULL;
#endif

    foo = g_strdup_printf("Some string %s", param);
    return g_steal_pointer(&foo);
}
