#include <glib.h>
#include <stdio.h>
#include <string.h>

static long compared;

static gboolean same(gconstpointer a, gconstpointer b)
{
    compared++;
    return strcmp(a, b) == 0;
}

enum { CHAINS = 8 };
struct sum { const char *name; struct sum *next; };
static struct sum *chains[CHAINS];

static struct sum **find(const char *name)
{
    struct sum **at = &chains[g_str_hash(name) % CHAINS];

    while (*at && !same((*at)->name, name))
        at = &(*at)->next;
    return at;
}

static struct sum *new_sum(const char *name)
{
    struct sum *made = g_new0(struct sum, 1);

    made->name = name;
    return made;
}

//@ section: seeds
static guint seed = 0x9e3779b9;

static guint another_start(gconstpointer name)
{
    guint hash = seed;

    for (const signed char *c = name; *c; c++)
        hash = hash * 33 + (guint)*c;
    return hash;
}

static guint mixed_in(gconstpointer name)
{
    guint hash = seed;

    for (const unsigned char *c = name; *c; c++)
        hash = (hash ^ *c) * 16777619;
    return hash;
}
//@ end

//@ section: names
// 'E' * 33 + 'z' and 'F' * 33 + 'Y' are both 2399.
static char *alike(guint number)
{
    GString *name = g_string_new(NULL);

    for (int bit = 0; bit < 12; bit++)
        g_string_append(name, number >> bit & 1 ? "Ez" : "FY");
    return g_string_free(name, FALSE);
}

static char *usual(guint number)
{
    return g_strdup_printf("customer %u", number);
}
//@ end

//@ section: count
// Adds each name and looks it up; returns how often two names were compared.
static long with(GHashFunc hash, char *(*name)(guint), guint count)
{
    GHashTable *table = g_hash_table_new_full(hash, same, g_free, NULL);

    compared = 0;
    for (guint i = 0; i < count; i++) {
        char *made = name(i);
        g_hash_table_add(table, made);
        if (!g_hash_table_contains(table, made))
            return -1;
    }
    g_hash_table_unref(table);
    return compared;
}
//@ end

static long fixed(GHashFunc hash, char *(*name)(guint), guint count)
{
    (void)hash;
    compared = 0;
    memset(chains, 0, sizeof chains);
    for (guint i = 0; i < count; i++) {
        char *made = name(i);
        *find(made) = new_sum(made);
        find(made);
    }
    return compared;
}

static const struct row {
    const char *what;
    long (*count)(GHashFunc hash, char *(*name)(guint), guint count);
    GHashFunc hash;
    char *(*name)(guint number);
} rows[] = {
    {"eight chains,  usual names", fixed, NULL, usual},
    {"GLib's table,  usual names", with, g_str_hash, usual},
    {"GLib's table,  names alike", with, g_str_hash, alike},
    {"another start, names alike", with, another_start, alike},
    {"mixed in,      names alike", with, mixed_in, alike},
};

int main(void)
{
    puts("names                           1000     2000     4000");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct row *row = &rows[i];

        printf("%s", row->what);
        for (guint count = 1000; count <= 4000; count *= 2)
            printf(" %9ld", row->count(row->hash, row->name, count));
        puts("");
    }
}
