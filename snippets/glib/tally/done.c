#define _GNU_SOURCE
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
struct sum { struct sum *next; unsigned hash; int amount; char name[]; };
static struct sum **table;
static size_t chains, sums;

static void *must(void *block)
{
    if (!block)
        abort();
    return block;
}

static void grow(void)
{
    size_t more = chains ? chains * 2 : 8;
    struct sum **wider = must(calloc(more, sizeof *wider));

    for (size_t i = 0; i < chains; i++)
        for (struct sum *s = table[i], *next; s; s = next) {
            next = s->next;
            s->next = wider[s->hash % more];
            wider[s->hash % more] = s;
        }
    free(table);
    table = wider;
    chains = more;
}

static struct sum *find(const char *name)
{
    unsigned hash = 5381;
    for (const char *c = name; *c; c++)
        hash = hash * 33 + (unsigned char)*c;
    if (sums == chains)
        grow();
    struct sum **at = &table[hash % chains];
    for (; *at; at = &(*at)->next)
        if ((*at)->hash == hash && strcmp((*at)->name, name) == 0)
            return *at;
    size_t size = strlen(name) + 1;
    struct sum *made = must(calloc(1, sizeof *made + size));
    made->hash = hash;
    memcpy(made->name, name, size);
    sums++;
    return *at = made;
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct sum **)a)->name, (*(struct sum **)b)->name);
}

static void report(void)
{
    struct sum **all = must(calloc(sums + 1, sizeof *all));
    size_t count = 0;

    for (size_t i = 0; i < chains; i++)
        for (struct sum *s = table[i]; s; s = s->next)
            all[count++] = s;
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 0; i < count; i++)
        printf("%s %d\n", all[i]->name, all[i]->amount);
    fflush(stdout);
    free(all);
}
//@ end

//@ section: line
struct client { char *text; size_t used, room; };

static void take_line(int fd, char *line)
{
    char *space = strrchr(line, ' ');

    if (strcmp(line, "end") == 0) {
        report();
        exit(0);
    }
    if (space) {
        *space = '\0';
        struct sum *sum = find(line);
        sum->amount += atoi(space + 1);
        dprintf(fd, "%s %d\n", line, sum->amount);
    }
}

static bool take(int fd, struct client *client)
{
    if (client->room - client->used < 256) {
        client->room += client->room + 256;
        client->text = must(realloc(client->text, client->room));
    }
    ssize_t got = read(fd, client->text + client->used, client->room - client->used);
    if (got < 0 && errno == EINTR)
        return true;
    if (got <= 0)
        return false;
    client->used += (size_t)got;

    char *start = client->text, *stop = client->text + client->used, *end;
    while ((end = memchr(start, '\n', (size_t)(stop - start)))) {
        *end = '\0';
        take_line(fd, start);
        start = end + 1;
    }
    client->used = (size_t)(stop - start);
    memmove(client->text, start, client->used);
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
    struct pollfd *fds = must(calloc(1, sizeof *fds));
    struct client *clients = must(calloc(1, sizeof *clients));
    nfds_t count = 1;
    sigset_t only_waiting, before;

    fds[0] = (struct pollfd){listener, POLLIN, 0};
    sigemptyset(&only_waiting);
    sigaddset(&only_waiting, SIGUSR1);
    sigprocmask(SIG_BLOCK, &only_waiting, &before);
    signal(SIGUSR1, ask);
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        int ready = ppoll(fds, count, NULL, &before);

        if (asked)
            report();
        asked = 0;
        if (ready < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        for (nfds_t i = count - 1; i > 0; i--)
            if (fds[i].revents && !take(fds[i].fd, &clients[i])) {
                close(fds[i].fd);
                free(clients[i].text);
                fds[i] = fds[--count];
                clients[i] = clients[count];
            }
        int fd = fds[0].revents ? accept(listener, NULL, NULL) : -1;
        if (fd >= 0) {
            fds = must(realloc(fds, (count + 1) * sizeof *fds));
            clients = must(realloc(clients, (count + 1) * sizeof *clients));
            fds[count] = (struct pollfd){fd, POLLIN, 0};
            clients[count++] = (struct client){NULL, 0, 0};
        }
    }
}
//@ end

//@ section: socket
int main(int argc, char **argv)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);

    if (argc < 2 || strlen(argv[1]) >= sizeof address.sun_path)
        return 2;
    strcpy(address.sun_path, argv[1]);
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
