// A model of a memory-mapped serial port, for x86-64 Linux.
//
// The registers lie in a page that may not be touched. An access faults; the
// handler plays the device, opens the page and lets the processor execute that
// one instruction; then it closes the page and prints what was read or written.
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
    uint32_t start;   // a 1 written here sends the buffer's word
};

enum { PAGE = 4096, TRAP_FLAG = 0x100, FAULT_WAS_WRITE = 2 };

static struct uart *device_page;
static const uint32_t *device_buffer;
static unsigned device_reads, device_offset, device_writes;

static void device_say(void)
{
    static const char *const names[] = {"status", "data", "start"};
    const uint32_t *words = (const uint32_t *)device_page;
    char line[80];
    int length = snprintf(line, sizeof line, "%s %s: %u\n", device_writes ? "write" : "read ",
                          names[device_offset / 4], (unsigned)words[device_offset / 4]);

    if (device_writes && device_offset == 8 && device_buffer) {
        length += snprintf(line + length, sizeof line - (size_t)length,
                           "  the buffer's word: %u\n", (unsigned)*device_buffer);
    }
    if (write(STDOUT_FILENO, line, (size_t)length) != length) {
        _exit(2);
    }
}

static void device_before(int number, siginfo_t *info, void *context)
{
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    char *address = info->si_addr;

    if (address < (char *)device_page || address >= (char *)(device_page + 1)) {
        signal(number, SIG_DFL);
        return;
    }
    device_offset = (unsigned)(address - (char *)device_page);
    device_writes = (registers[REG_ERR] & FAULT_WAS_WRITE) != 0;
    mprotect(device_page, PAGE, PROT_READ | PROT_WRITE);
    if (device_offset == 0 && !device_writes) {
        device_reads++;
        device_page->status = device_reads % 3 == 0;
    }
    registers[REG_EFL] |= TRAP_FLAG;
}

static void device_after(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)info;
    ((ucontext_t *)context)->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
    device_say();
    mprotect(device_page, PAGE, PROT_NONE);
}

// Returns the registers; `buffer` is the memory that the device itself reads.
static struct uart *device_open(const uint32_t *buffer)
{
    struct sigaction before = {.sa_flags = SA_SIGINFO}, after = {.sa_flags = SA_SIGINFO};

    before.sa_sigaction = device_before;
    after.sa_sigaction = device_after;
    sigaction(SIGSEGV, &before, NULL);
    sigaction(SIGTRAP, &after, NULL);
    device_buffer = buffer;
    device_page = mmap(NULL, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (device_page == MAP_FAILED) {
        exit(2);
    }
    return device_page;
}
