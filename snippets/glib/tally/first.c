#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

//@ section: table
enum { CHAINS = 8 };
struct sum { char name[16]; int amount; struct sum *next; };
static struct sum *table[CHAINS];

static struct sum *find(const char *name)
{
    unsigned hash = 5381;
    for (const char *c = name; *c; c++)
        hash = hash * 33 + (unsigned char)*c;
    struct sum **at = &table[hash % CHAINS];
    while (*at && strcmp((*at)->name, name) != 0)
        at = &(*at)->next;
    if (!*at) {
        *at = calloc(1, sizeof **at);
        snprintf((*at)->name, sizeof (*at)->name, "%s", name);
    }
    return *at;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct sum **)a)->name, (*(struct sum **)b)->name);
}

static void report(void)
{
    struct sum *all[100];
    size_t count = 0;

    for (int i = 0; i < CHAINS; i++)
        for (struct sum *s = table[i]; s && count < 100; s = s->next)
            all[count++] = s;
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 0; i < count; i++)
        printf("%s %d\n", all[i]->name, all[i]->amount);
    fflush(stdout);
}
//@ end

//@ section: line
static bool take(int client)
{
    char line[256], name[256];
    int amount;
    ssize_t got = read(client, line, sizeof line - 1);

    if (got <= 0)
        return false;
    line[got] = '\0';
    if (strcmp(line, "end\n") == 0) {
        report();
        exit(0);
    }
    if (sscanf(line, "%255s %d", name, &amount) == 2) {
        struct sum *sum = find(name);
        sum->amount += amount;
        dprintf(client, "%s %d\n", name, sum->amount);
    }
    return true;
}
//@ end

//@ section: loop
static volatile sig_atomic_t asked;

static void ask(int signal)
{
    (void)signal;
    asked = 1;
}

static void serve(int listener)
{
    struct pollfd fds[9] = {{listener, POLLIN, 0}};
    nfds_t count = 1;

    signal(SIGUSR1, ask);
    while (poll(fds, count, -1) > 0) {
        if (asked)
            report();
        asked = 0;
        for (nfds_t i = count - 1; i > 0; i--)
            if (fds[i].revents && !take(fds[i].fd)) {
                close(fds[i].fd);
                fds[i] = fds[--count];
            }
        if (fds[0].revents && count < 9)
            fds[count++] = (struct pollfd){accept(listener, NULL, NULL), POLLIN, 0};
    }
}
//@ end

//@ section: socket
int main(int argc, char **argv)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);

    if (argc < 2)
        return 2;
    strncpy(address.sun_path, argv[1], sizeof address.sun_path - 1);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0
        || listen(listener, 8) != 0) {
        perror(argv[1]);
        return 2;
    }
    puts("ready");
    fflush(stdout);
    serve(listener);
    return 1;
}
//@ end
