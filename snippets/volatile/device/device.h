// A model of a memory-mapped serial port, for x86-64 Linux.
//
// Its registers lie in a page that may not be touched. An access
// faults; the handler plays the device, opens the page and lets the
// processor execute that one instruction. Then it closes the page
// and prints what was read or written.
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

struct uart {
    uint32_t status;  // reads 1 at every third read, else 0
    uint32_t data;    // a character written here is sent
    uint32_t start;   // a 1 written here sends the buffer
};

enum { PAGE = 4096, TRAP_FLAG = 0x100, WAS_WRITE = 2 };

static struct uart *device_page;
static const uint32_t *device_buffer;
static unsigned device_reads, device_offset, device_writes;

static void device_before(int number, siginfo_t *info, void *context)
{
    ucontext_t *state = context;
    char *base = (char *)device_page, *address = info->si_addr;

    if (address < base || address >= base + sizeof(struct uart)) {
        signal(number, SIG_DFL);  // a fault that is not ours
        return;
    }
    device_offset = (unsigned)(address - base);
    device_writes = state->uc_mcontext.gregs[REG_ERR] & WAS_WRITE;
    mprotect(device_page, PAGE, PROT_READ | PROT_WRITE);
    if (device_offset == 0 && !device_writes) {
        device_page->status = ++device_reads % 3 == 0;
    }
    state->uc_mcontext.gregs[REG_EFL] |= TRAP_FLAG;
}

static void device_after(int number, siginfo_t *info, void *context)
{
    static const char *const names[] = {"status", "data", "start"};
    const uint32_t *words = (const uint32_t *)device_page;
    unsigned word = device_offset / 4;
    ucontext_t *state = context;

    (void)number;
    (void)info;
    state->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
    // The program was interrupted by its own access, never in stdio.
    dprintf(STDOUT_FILENO, "%s %s: %u\n",
            device_writes ? "write" : "read ", names[word], words[word]);
    if (device_writes && word == 2 && device_buffer) {
        dprintf(STDOUT_FILENO, "  the device sends %u\n",
                *device_buffer);
    }
    mprotect(device_page, PAGE, PROT_NONE);
}

// Returns the registers; the device itself reads `buffer`.
static struct uart *device_open(const uint32_t *buffer)
{
    struct sigaction action = {.sa_flags = SA_SIGINFO};

    action.sa_sigaction = device_before;
    sigaction(SIGSEGV, &action, NULL);
    action.sa_sigaction = device_after;
    sigaction(SIGTRAP, &action, NULL);
    device_buffer = buffer;
    device_page = mmap(NULL, PAGE, PROT_NONE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (device_page == MAP_FAILED) {
        exit(2);
    }
    return device_page;
}
