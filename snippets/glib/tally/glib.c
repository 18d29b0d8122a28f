#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib-unix.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//@ section: table
static GHashTable *sums;

static void report(void)
{
    GList *names = g_list_sort(g_hash_table_get_keys(sums), (GCompareFunc)strcmp);

    for (GList *n = names; n; n = n->next)
        printf("%s %d\n", (char *)n->data, GPOINTER_TO_INT(g_hash_table_lookup(sums, n->data)));
    fflush(stdout);
    g_list_free(names);
}
//@ end

//@ section: line
static void take_line(GIOStream *client, char *line)
{
    char *space = strrchr(line, ' ');

    if (strcmp(line, "end") == 0) {
        report();
        exit(0);
    }
    if (space) {
        *space = '\0';
        int sum = GPOINTER_TO_INT(g_hash_table_lookup(sums, line)) + atoi(space + 1);
        g_hash_table_insert(sums, g_strdup(line), GINT_TO_POINTER(sum));
        g_output_stream_printf(g_io_stream_get_output_stream(client), NULL, NULL, NULL,
                               "%s %d\n", line, sum);
    }
}

static void take(GObject *input, GAsyncResult *result, gpointer client)
{
    GDataInputStream *lines = G_DATA_INPUT_STREAM(input);
    char *line = g_data_input_stream_read_line_finish(lines, result, NULL, NULL);

    if (line) {
        take_line(client, line);
        g_free(line);
        g_data_input_stream_read_line_async(lines, 0, NULL, take, client);
    } else {
        g_object_unref(lines);
        g_object_unref(client);
    }
}
//@ end

//@ section: loop
static gboolean ask(gpointer unused)
{
    (void)unused;
    report();
    return G_SOURCE_CONTINUE;
}

static gboolean incoming(GSocketService *service, GSocketConnection *client,
                         GObject *source, gpointer unused)
{
    GInputStream *input = g_io_stream_get_input_stream(G_IO_STREAM(client));

    (void)service, (void)source, (void)unused;
    g_data_input_stream_read_line_async(g_data_input_stream_new(input), 0, NULL, take,
                                        g_object_ref(client));
    return TRUE;
}
//@ end

//@ section: socket
int main(int argc, char **argv)
{
    GSocketService *service = g_socket_service_new();
    GSocketAddress *address = g_unix_socket_address_new(argc < 2 ? "" : argv[1]);
    GError *error = NULL;

    sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!g_socket_listener_add_address(G_SOCKET_LISTENER(service), address, G_SOCKET_TYPE_STREAM,
                                       G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    g_signal_connect(service, "incoming", G_CALLBACK(incoming), NULL);
    g_unix_signal_add(SIGUSR1, ask, NULL);
    puts("ready");
    fflush(stdout);
    g_main_loop_run(g_main_loop_new(NULL, FALSE));
}
//@ end
