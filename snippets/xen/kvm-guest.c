//@ do: run
//@ std: gnu17
//@ compilers: gcc clang
//@ levels: -O2
//@ options: -Wall -Wextra
//@ requires: linux-libc-dev
//@ varies: output exit
//@ output-contains: \A(exit: port 0xe9, 'W'\nexit: no memory at 0x5000, so we say '!'\nexit: port 0xe9, '!'\nexit: halted\nthe guest read "WorkbookWork"\n|no guest today: (/dev/kvm|a machine): [^\n]+\n[^\n]+\n)\Z
//@ browser: no makes a virtual machine
#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

//@ section: guest
/* 16-bit code, as a kernel begins after a reset. */
extern const char guest[], guest_end[];
__asm__(".pushsection .rodata\n"
        ".code16\n"
        "guest: cli\n"           /* no interrupts, please */
        "    mov $0x40000000, %eax\n"
        "    cpuid\n"            /* who is below me? */
        "    mov %bl, %al\n"
        "    out %al, $0xe9\n"   /* its first letter */
        "    mov 0x5000, %al\n"
        "    out %al, $0xe9\n"
        "    hlt\n"
        "guest_end:\n"
        ".code64\n"
        ".popsection\n");
//@ end

//@ section: refused
/* There is no KVM, or it refused something: say why, and what helps. */
static void *refused(const char *what)
{
    const char *advice = "KVM is there, but it can't do this now.";

    if (errno == ENOENT || errno == ENODEV || errno == ENXIO)
        advice = "Is VT-x or SVM switched on in the firmware? In a "
                 "virtual machine, does its host allow nesting?";
    else if (errno == EACCES || errno == EPERM)
        advice = "You may not use it. On most systems the group kvm may.";
    else if (errno == ENOTTY)
        advice = "This is not KVM's device.";
    printf("no guest today: %s: %s\n%s\n", what, strerror(errno), advice);
    exit(1);
}

/* What the call returned, unless that was an error. */
static int must(int result, const char *what)
{
    if (result < 0)
        refused(what);
    return result;
}
//@ end

static void *map(size_t size, int flags, int file)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, file, 0);

    return memory == MAP_FAILED ? refused("mmap") : memory;
}

//@ section: memory
/* One page of ours is the guest's memory, from 0x1000 on. */
static void give_memory(int vm)
{
    char *page = map(4096, MAP_SHARED | MAP_ANONYMOUS, -1);
    struct kvm_userspace_memory_region slot = {
        .guest_phys_addr = 0x1000,
        .memory_size = 4096,
        .userspace_addr = (uintptr_t)page};

    memcpy(page, guest, (size_t)(guest_end - guest));
    must(ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot), "memory");
}
//@ end

//@ section: prepare
static void prepare(int cpu)
{
    struct kvm_sregs special;
    struct kvm_regs general = {.rip = 0x1000, .rflags = 2};
    struct kvm_cpuid2 *id = calloc(1, sizeof *id + sizeof id->entries[0]);

    if (!id)
        refused("memory");
    must(ioctl(cpu, KVM_GET_SREGS, &special), "registers");
    special.cs.base = special.cs.selector = 0;
    must(ioctl(cpu, KVM_SET_SREGS, &special), "registers");
    must(ioctl(cpu, KVM_SET_REGS, &general), "registers");
    id->nent = 1;
    id->entries[0].function = 0x40000000;
    memcpy(&id->entries[0].ebx, "Work", 4);
    memcpy(&id->entries[0].ecx, "book", 4);
    memcpy(&id->entries[0].edx, "Work", 4);
    must(ioctl(cpu, KVM_SET_CPUID2, id), "CPUID");
    free(id);
}
//@ end

static void halted(int cpu)
{
    struct kvm_regs seen;

    puts("exit: halted");
    must(ioctl(cpu, KVM_GET_REGS, &seen), "registers");
    printf("the guest read \"%.4s%.4s%.4s\"\n", (char *)&seen.rbx,
           (char *)&seen.rcx, (char *)&seen.rdx);
}

//@ section: loop
static int serve(int cpu, struct kvm_run *run)
{
    for (;;) {
        must(ioctl(cpu, KVM_RUN, 0), "KVM_RUN");
        switch (run->exit_reason) {
        case KVM_EXIT_IO:
            printf("exit: port %#x, '%c'\n", run->io.port,
                   ((char *)run)[run->io.data_offset]);
            break;
        case KVM_EXIT_MMIO:
            printf("exit: no memory at %#llx, so we say '!'\n",
                   run->mmio.phys_addr);
            run->mmio.data[0] = '!';
            break;
        case KVM_EXIT_HLT:
            halted(cpu);
            return 0;
        default:
            printf("exit: reason %u\n", run->exit_reason);
            return 1;
        }
    }
}
//@ end

//@ section: open
int main(int argc, char **argv)
{
    const char *device = argc > 1 ? argv[1] : "/dev/kvm";
    int kvm = must(open(device, O_RDWR | O_CLOEXEC), device);

    if (must(ioctl(kvm, KVM_GET_API_VERSION, 0), device) != 12)
        return 1;  // never seen: it has been 12 since 2007

    int vm = must(ioctl(kvm, KVM_CREATE_VM, 0), "a machine");
    give_memory(vm);

    int cpu = must(ioctl(vm, KVM_CREATE_VCPU, 0), "a processor");
    prepare(cpu);

    int size = must(ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), "size");
    return serve(cpu, map((size_t)size, MAP_SHARED, cpu));
}
//@ end
