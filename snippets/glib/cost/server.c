#include "threads.h"
#include <gio/gio.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>

static gboolean ask(gpointer unused)
{
    (void)unused;
    return G_SOURCE_CONTINUE;
}

int main(void)
{
    GSocketService *service = g_socket_service_new();

    g_unix_signal_add(SIGUSR1, ask, NULL);
    printf("threads %d\n", threads());
    g_object_unref(service);
}
