//@ do: run
//@ std: gnu11
//@ requires: qemu-system-x86 libxen-dev linux-libc-dev binutils
//@ levels: -O1
//@ options: -Wall -Wextra -Werror
//@ timeout: 60s
//@ script:
//| flags="$CFLAGS -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse"
//| $CC $flags -isystem /usr/include/x86_64-linux-gnu -c hypercall-page.c
//| ld -m elf_i386 --no-warn-rwx-segments -N -Ttext=0x100000 -o tiny hypercall-page.o
//| machine="-accel tcg -cpu qemu64,+svm -m 16 -display none -nodefaults"
//| ends="-device isa-debug-exit,iobase=0xf4,iosize=4"
//| qemu-system-x86_64 $machine $ends -debugcon stdio -kernel tiny || test $? -eq 1
//@ output:
//| hello through the page
//| this is 4.17
//| nobody is at number 11
//| one, two, three in one exit
//| exits for hypercalls: 7
#include "privilege-tiny.h"
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>
#include <xen/arch-x86/cpuid.h>
#include <xen/errno.h>
#include <xen/sched.h>
#include <xen/version.h>

//@ section: guest
static uint8_t hypercall_page[4096] __attribute__((aligned(4096)));

static long hypercall(unsigned number, long first, long second, long third)
{
    long result;
    __asm__ volatile("call *%4"
                     : "=a"(result), "+b"(first), "+c"(second), "+d"(third)
                     : "r"(hypercall_page + 32 * number)
                     : "memory");
    return result;
}

static void say(const char *text)
{
    hypercall(__HYPERVISOR_console_io, CONSOLEIO_write, (long)strlen(text), (long)text);
}
//@ end

//@ section: find
static void cpuid(uint32_t leaf, uint32_t answer[4])
{
    __asm__ volatile("cpuid"
                     : "=a"(answer[0]), "=b"(answer[1]), "=c"(answer[2]), "=d"(answer[3])
                     : "a"(leaf));
}

/* Returns whether Xen is below, and has it fill the page. */
static int find_xen(void)
{
    uint32_t answer[4];
    cpuid(XEN_CPUID_FIRST_LEAF, answer);
    if (answer[1] != XEN_CPUID_SIGNATURE_EBX || answer[2] != XEN_CPUID_SIGNATURE_ECX ||
        answer[3] != XEN_CPUID_SIGNATURE_EDX)
        return 0;
    cpuid(XEN_CPUID_LEAF(2), answer);
    write_msr(answer[1], (uint32_t)(uintptr_t)hypercall_page);
    return 1;
}
//@ end

//@ section: calls
static _Noreturn void guest(void)
{
    if (!find_xen())
        end(1);
    say("hello through the page\n");
    if (hypercall(__HYPERVISOR_xen_version, XENVER_version, 0, 0) == (4 << 16 | 17))
        say("this is 4.17\n");
    if (hypercall(11, 0, 0, 0) == -XEN_ENOSYS)
        say("nobody is at number 11\n");
    static char one[] = "one, ", two[] = "two, ", three[] = "three in one exit\n";
    multicall_entry_t batch[] = {
        {.op = __HYPERVISOR_console_io, .args = {CONSOLEIO_write, sizeof one - 1, (long)one}},
        {.op = __HYPERVISOR_console_io, .args = {CONSOLEIO_write, sizeof two - 1, (long)two}},
        {.op = __HYPERVISOR_console_io, .args = {CONSOLEIO_write, sizeof three - 1, (long)three}},
    };
    hypercall(__HYPERVISOR_multicall, (long)batch, 3, 0);
    struct sched_shutdown off = {.reason = SHUTDOWN_poweroff};
    for (;;)
        hypercall(__HYPERVISOR_sched_op, SCHEDOP_shutdown, (long)&off, 0);
}
//@ end

//@ section: table
static long do_multicall(long batch, long count, long unused);

static int running = 1;

static long do_xen_version(long command, long argument, long unused)
{
    (void)argument, (void)unused;
    return command == XENVER_version ? 4 << 16 | 17 : -XEN_ENOSYS;
}

static long do_console_io(long command, long length, long text)
{
    if (command != CONSOLEIO_write)
        return -XEN_ENOSYS;
    for (long i = 0; i < length; i++)
        print((char[]){((const char *)text)[i], 0});
    return 0;
}

static long do_sched_op(long command, long argument, long unused)
{
    (void)unused;
    if (command != SCHEDOP_shutdown)
        return -XEN_ENOSYS;
    running = ((struct sched_shutdown *)argument)->reason != SHUTDOWN_poweroff;
    return 0;
}

typedef long hypercall_fn(long, long, long);

static hypercall_fn *const table[64] = {
    [__HYPERVISOR_multicall] = do_multicall,
    [__HYPERVISOR_xen_version] = do_xen_version,
    [__HYPERVISOR_console_io] = do_console_io,
    [__HYPERVISOR_sched_op] = do_sched_op,
};

static long dispatch(unsigned long number, long first, long second, long third)
{
    if (number >= sizeof table / sizeof *table || !table[number])
        return -XEN_ENOSYS;
    return table[number](first, second, third);
}

static long do_multicall(long batch, long count, long unused)
{
    (void)unused;
    multicall_entry_t *entry = (multicall_entry_t *)batch;
    for (; count > 0; count--, entry++)
        entry->result = (xen_ulong_t)dispatch(entry->op, (long)entry->args[0],
                                              (long)entry->args[1], (long)entry->args[2]);
    return 0;
}
//@ end

#define HYPERCALL_MSR 0x40000000

//@ section: fill
/* 64 stubs of 32 bytes: mov $number, %eax; vmmcall; ret. */
static void fill(uint8_t *page)
{
    for (unsigned number = 0; number < 64; number++) {
        const uint8_t stub[] = {0xb8, (uint8_t)number, 0, 0, 0, 0x0f, 0x01, 0xd9, 0xc3};
        memcpy(page + 32 * number, stub, sizeof stub);
    }
}
//@ end

static void answer_cpuid(struct registers *guest)
{
    switch (vmcb.rax) {
    case XEN_CPUID_FIRST_LEAF:
        vmcb.rax = XEN_CPUID_LEAF(2);
        guest->bx = XEN_CPUID_SIGNATURE_EBX;
        guest->cx = XEN_CPUID_SIGNATURE_ECX;
        guest->dx = XEN_CPUID_SIGNATURE_EDX;
        break;
    case XEN_CPUID_LEAF(2):
        vmcb.rax = 1;
        guest->bx = HYPERCALL_MSR;
        guest->cx = guest->dx = 0;
        break;
    }
}

static uint8_t msr_map[2 * 4096] __attribute__((aligned(4096)));
static uint8_t guest_stack[16384] __attribute__((aligned(16)));

static void prepare(void)
{
    struct segment data = {0x10, 0xc93, 0xffffffff, 0};
    vmcb = (struct vmcb){.asid = 1, .efer = EFER_SVME, .cr0 = X86_CR0_PE | X86_CR0_ET, .rflags = 2};
    vmcb.cs = (struct segment){0x8, 0xc9b, 0xffffffff, 0};
    vmcb.ss = vmcb.ds = vmcb.es = vmcb.fs = vmcb.gs = data;
    vmcb.rip = (uintptr_t)guest;
    vmcb.rsp = (uintptr_t)(guest_stack + sizeof guest_stack - 4);
    vmcb.msr_map = (uintptr_t)msr_map;
    memset(msr_map, 0xff, sizeof msr_map);
    intercept(SVM_EXIT_VMRUN);
    intercept(SVM_EXIT_CPUID);
    intercept(SVM_EXIT_MSR);
    intercept(SVM_EXIT_VMMCALL);
    intercept(SVM_EXIT_SHUTDOWN);
}

//@ section: loop
void start(struct hvm_start_info *info)
{
    (void)info;
    struct registers guest = {0};
    int calls = 0;
    enable_svm();
    prepare();
    while (running) {
        vmrun(&vmcb, &guest);
        switch (vmcb.exit_code) {
        case SVM_EXIT_CPUID:
            answer_cpuid(&guest);
            vmcb.rip += 2;
            break;
        case SVM_EXIT_MSR:
            if (guest.cx == HYPERCALL_MSR)
                fill((uint8_t *)(uintptr_t)vmcb.rax);
            vmcb.rip += 2;
            break;
        case SVM_EXIT_VMMCALL:
            vmcb.rax = (uint32_t)dispatch((uint32_t)vmcb.rax, (long)guest.bx, (long)guest.cx,
                                          (long)guest.dx);
            vmcb.rip += 3;
            calls++;
            break;
        default:
            end(1);
        }
    }
    //@ end
    print("exits for hypercalls: ");
    print_hex((uint32_t)calls, 1);
    print("\n");
    end(0);
}
