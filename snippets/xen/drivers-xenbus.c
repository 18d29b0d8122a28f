//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c drivers-probe.sh drivers-remove.sh
//@ args: drivers-probe.sh drivers-remove.sh
//@ output:
//| == xenstore-write $back/frontend-id $2 $back/frontend $front
//| front Unknown, back Unknown
//| == xenstore-write $front/backend-id 0 $front/backend $back
//| front Unknown, back Unknown
//| == xenstore-chmod -r $front n$2 r0
//| front Unknown, back Unknown
//| == xenstore-chmod -r $back n0 r$2
//| front Unknown, back Unknown
//| == xenstore-write $front/state 1
//|   front: probe()
//| front Initialising, back Unknown
//| == xenstore-write $back/online 1 $back/state 1
//|   back: probe()
//|   back: Initialising -> InitWait
//|   front: grants a page, opens an event channel
//|   front: Initialising -> Initialised
//|   back: maps grant 8, binds port 15
//|   back: InitWait -> Connected
//|   front: Initialised -> Connected
//| front Connected, back Connected
//| == xenstore-write $back/online 0 $back/state 5
//|   front: Connected -> Closed
//|   back: Connected -> Closed
//| front Closed, back Closed
// Two kernels' xenbus and their drivers, modelled; the store is real.
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xen/io/xenbus.h>
#include <xenstore.h>

static const char *const names[] = {
    "Unknown", "Initialising", "InitWait", "Initialised", "Connected",
    "Closing", "Closed", "Reconfiguring", "Reconfigured",
};

//@ section: device
struct device;

struct rule {
    enum xenbus_state mine, other, next;
    void (*first)(struct device *); // before the state is told
};

struct device {
    const char *name, *root, *node; // node: where its own keys are
    const char *other_id, *other;   // keys that lead to the other end
    bool names_other; // its name has the other's number in it
    bool leaves;      // when the other end has no state
    const struct rule *rules;
    enum xenbus_state after_probe, state;
    bool exists;
    char *otherend; // set once the driver has been probed
    struct xs_handle *store;
};
//@ end

static char *read_key(struct device *dev, const char *node,
                      const char *key)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", node, key);
    return xs_read(dev->store, XBT_NULL, path, NULL);
}

static enum xenbus_state read_state(struct device *dev, const char *node)
{
    char *text = read_key(dev, node, "state");
    enum xenbus_state state = text ? atoi(text) : XenbusStateUnknown;
    free(text);
    return state;
}

static void write_key(struct device *dev, const char *key, unsigned value)
{
    char path[128], text[12];
    snprintf(path, sizeof path, "%s/%s", dev->node, key);
    int length = snprintf(text, sizeof text, "%u", value);
    xs_write(dev->store, XBT_NULL, path, text, length);
}

static void switch_state(struct device *dev, enum xenbus_state state)
{
    printf("  %s: %s -> %s\n", dev->name, names[dev->state],
           names[state]);
    dev->state = state;
    write_key(dev, "state", state);
}

//@ section: driver
static void share(struct device *dev)
{
    puts("  front: grants a page, opens an event channel");
    write_key(dev, "ring-ref", 8);
    write_key(dev, "event-channel", 15);
}

static void map(struct device *dev)
{
    char *page = read_key(dev, dev->otherend, "ring-ref");
    char *port = read_key(dev, dev->otherend, "event-channel");
    printf("  back: maps grant %s, binds port %s\n", page, port);
    free(page);
    free(port);
}

static const struct rule front_rules[] = {
    {XenbusStateInitialising, XenbusStateInitWait,
     XenbusStateInitialised, share},
    {XenbusStateInitialised, XenbusStateConnected,
     XenbusStateConnected, NULL},
    {XenbusStateConnected, XenbusStateClosing, XenbusStateClosed, NULL},
    {0},
};

static const struct rule back_rules[] = {
    {XenbusStateInitWait, XenbusStateInitialised,
     XenbusStateConnected, map},
    {XenbusStateInitWait, XenbusStateClosing, XenbusStateClosing, NULL},
    {XenbusStateConnected, XenbusStateClosed, XenbusStateClosed, NULL},
    {0},
};

static void otherend_changed(struct device *dev)
{
    enum xenbus_state other = read_state(dev, dev->otherend);
    if (other == XenbusStateUnknown && dev->leaves) {
        printf("  %s: the other end has no state, so it is gone\n",
               dev->name);
        switch_state(dev, XenbusStateClosed);
        dev->exists = false; // and its keys do not say "new" any more
        return;
    }
    for (const struct rule *rule = dev->rules; rule->next; rule++)
        if (rule->mine == dev->state && rule->other == other) {
            if (rule->first)
                rule->first(dev);
            switch_state(dev, rule->next);
            return;
        }
}
//@ end

//@ section: bus
// The other end's keys, as xenbus looks for them before probe().
static char *find_other(struct device *dev)
{
    char *id = read_key(dev, dev->node, dev->other_id);
    char *other = read_key(dev, dev->node, dev->other);
    void *keys = id && other
        ? xs_read(dev->store, XBT_NULL, other, NULL) : NULL;
    bool there = keys != NULL;
    free(keys);
    free(id);
    if (there)
        return other;
    free(other);
    return NULL;
}

// Something has changed below the bus's root: is there a new device?
static void dev_changed(struct device *dev)
{
    if (dev->exists)
        return; // known: it is the driver's business now
    if (read_state(dev, dev->node) != XenbusStateInitialising)
        return; // not new
    char *other = find_other(dev);
    if (other == NULL && dev->names_other)
        return; // cannot be named yet: the next event tries again
    dev->exists = true;
    dev->state = XenbusStateInitialising;
    if (other == NULL) {
        printf("  %s: no other end, so no probe()\n", dev->name);
        switch_state(dev, XenbusStateClosing);
        return;
    }
    printf("  %s: probe()\n", dev->name);
    dev->otherend = other;
    if (dev->after_probe != dev->state)
        switch_state(dev, dev->after_probe);
    char path[128];
    snprintf(path, sizeof path, "%s/state", other);
    xs_watch(dev->store, path, "otherend");
}
//@ end

// Lets a device see all its events; returns how many there were.
static int settle(struct device *dev)
{
    int events = 0;
    free(xs_read(dev->store, XBT_NULL, "/", NULL)); // all are here now
    for (char **event; (event = xs_check_watch(dev->store)); events++) {
        bool bus = strcmp(event[XS_WATCH_TOKEN], "bus") == 0;
        free(event);
        if (bus)
            dev_changed(dev);
        else
            otherend_changed(dev);
    }
    return events;
}

#define FRONT "/local/domain/7/device/mydevice/0"
#define BACK "/local/domain/0/backend/mydevice/7/0"

int main(int count, char **scripts)
{
    struct device both[] = {
        {.name = "front", .root = "/local/domain/7/device", .node = FRONT,
         .other_id = "backend-id", .other = "backend",
         .rules = front_rules, .after_probe = XenbusStateInitialising},
        {.name = "back", .root = "/local/domain/0/backend", .node = BACK,
         .other_id = "frontend-id", .other = "frontend",
         .names_other = true, .leaves = true,
         .rules = back_rules, .after_probe = XenbusStateInitWait},
    };
    struct device *front = &both[0], *back = &both[1];
    for (int i = 0; i < 2; i++) {
        both[i].store = xs_open(0);
        xs_watch(both[i].store, both[i].root, "bus");
        settle(&both[i]);
    }
    setenv("front", FRONT, 1);
    setenv("back", BACK, 1);
    for (int i = 1; i < count; i++) {
        char line[200];
        FILE *script = fopen(scripts[i], "r");
        while (script && fgets(line, sizeof line, script)) {
            if (strncmp(line, "xenstore-", 9) != 0)
                continue;
            printf("== %s", line);
            fflush(stdout);
            // $1 and $2 are the script's arguments.
            char command[256];
            snprintf(command, sizeof command, "set mydevice 7; %s", line);
            if (system(command) != 0)
                puts("  failed");
            while (settle(front) + settle(back) > 0)
                ;
            printf("front %s, back %s\n",
                   names[read_state(front, FRONT)],
                   names[read_state(back, BACK)]);
        }
        if (script)
            fclose(script);
    }
    for (int i = 0; i < 2; i++) {
        free(both[i].otherend);
        xs_close(both[i].store);
    }
}
