//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra -pedantic
//@ sanitize: address
//@ exit: 1
//@ stderr-contains: attempting double-free
//@ browser: differs AddressSanitizer isn't there to stop it, but Step names the mistake
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct config { char *name; int memory; };
struct machine { char *name; };

static void config_dispose(struct config *config)
{
    free(config->name);
    config->name = NULL;
}

static void machine_dispose(struct machine *machine)
{
    free(machine->name);
    machine->name = NULL;
}

// Makes a machine of a config. Each is disposed of by the caller.
void machine_init(struct machine *machine,
                  const struct config *config)
{
    machine->name = config->name;
}

int main(void)
{
    struct config config = {strdup("web"), 512};
    struct machine machine;

    machine_init(&machine, &config);
    printf("%s %s\n", config.name ? config.name : "-", machine.name);
    config_dispose(&config);
    machine_dispose(&machine);
    return 0;
}
