//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenlight
//@ requires: libxen-dev
//@ valgrind: all-freed no-errors
//@ output:
//| filled: a label
//| disposed of: no label
//| again: no label
#include <libxl.h>
#include <stdio.h>
#include <string.h>

//@ section: dispose
static void show(const char *when, const libxl_dominfo *info)
{
    const char *has = info->ssid_label ? "a label" : "no label";

    printf("%s: %s\n", when, has);
}

int main(void)
{
    libxl_dominfo info;

    libxl_dominfo_init(&info);
    info.ssid_label = strdup("system_u:system_r:domU_t");
    show("filled", &info);
    libxl_dominfo_dispose(&info);
    show("disposed of", &info);
    libxl_dominfo_dispose(&info);
    show("again", &info);
    return 0;
}
//@ end
