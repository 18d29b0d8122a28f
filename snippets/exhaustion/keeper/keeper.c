#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "keeper.h"

int refuse;

//@ section: must
// Returns a block. Without memory there is no return.
static void *must_have(size_t size)
{
    static const char said[] = "keeper: out of memory\n";
    static int asked;
    void *block = ++asked == refuse ? NULL : malloc(size);

    if (!block) {
        if (write(STDERR_FILENO, said, sizeof said - 1) < 0)
            _exit(3);
        abort();
    }
    return block;
}
//@ end

//@ section: save
// Ends the program if the state cannot be saved.
static void write_to(const char *name, const struct state *state,
                     enum way way)
{
    char *text = must_have(64);
    int length = snprintf(text, 64, "%d %ld\n",
                          state->count, state->sum);
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    if (file < 0 || write(file, text, (size_t)length) != length)
        _exit(3);
    if (way != NO_FSYNC && fsync(file) != 0)
        _exit(3);
    if (close(file) != 0)
        _exit(3);
    free(text);
}

static void save(const struct state *state, enum way way)
{
    if (way == IN_PLACE) {
        write_to("state", state, way);
        return;
    }
    write_to("state.new", state, way);
    if (rename("state.new", "state") != 0)
        _exit(3);
    if (way == NO_FSYNC)
        return;
    // The new name has to last, too.
    int folder = open(".", O_RDONLY | O_DIRECTORY);
    if (folder < 0 || fsync(folder) != 0 || close(folder) != 0)
        _exit(3);
}
//@ end

// Returns the state that was saved last; {0, 0} if there is none.
static struct state load(void)
{
    struct state state = {0, 0};
    char text[64] = "";
    char newline;
    int file = open("state", O_RDONLY);

    if (file >= 0) {
        if (read(file, text, sizeof text - 1) < 0 || close(file) != 0)
            _exit(3);
        if (sscanf(text, "%d %ld%c", &state.count, &state.sum, &newline) != 3)
            _exit(2);  // not a whole state
    }
    return state;
}

static void answer(int out, const struct state *state)
{
    if (write(out, state, sizeof *state) != sizeof *state)
        _exit(3);
}

//@ section: keep
void keep(int in, int out, enum way way)
{
    struct state state = load();
    long number;

    answer(out, &state);
    while (read(in, &number, sizeof number) == sizeof number) {
        state.count++;
        state.sum += number;
        if (way == ANSWERED_FIRST)
            answer(out, &state);
        save(&state, way);
        if (way != ANSWERED_FIRST)
            answer(out, &state);
    }
}
//@ end
