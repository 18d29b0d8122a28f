//@ do: run
//@ std: gnu11
//@ requires: qemu-system-x86 libxen-dev linux-libc-dev binutils
//@ levels: -O1
//@ options: -Wall -Wextra -Werror
//@ timeout: 60s
//@ script:
//| flags="$CFLAGS -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse"
//| $CC $flags -isystem /usr/include/x86_64-linux-gnu -c privilege-svm.c
//| ld -m elf_i386 --no-warn-rwx-segments -N -Ttext=0x100000 -o tiny privilege-svm.o
//| machine="-accel tcg -cpu qemu64,+svm -m 16 -display none -nodefaults"
//| ends="-device isa-debug-exit,iobase=0xf4,iosize=4"
//| qemu-system-x86_64 $machine $ends -debugcon stdio -kernel tiny || test $? -eq 1
//@ output:
//| HLT and VMRUN cause exits:
//|   exit 0x078, ip 17, IF 1, hlt
//|   the guest saw CR0 = 0x00000010 and "TCGTCGTCGTCG"
//| CPUID and ports as well:
//|   exit 0x07b, ip 0d, IF 1, io
//|   exit 0x072, ip 15, IF 1, cpuid
//|   exit 0x078, ip 17, IF 1, hlt
//|   the guest saw CR0 = 0x00000010 and "XenVMMXenVMM"
#include "privilege-tiny.h"
#include <xen/arch-x86/cpuid.h>

//@ section: guest
/* 16-bit code, as a kernel begins after a reset. */
extern const char guest[], guest_end[];
__asm__(".code16\n"
        "guest: sti\n"
        "    cli\n"
        "    pushf\n"
        "    orw $0x200, (%esp)\n" /* IF */
        "    popf\n"
        "    mov %cr0, %esi\n" /* protected mode? */
        "    in $0x71, %al\n"
        "    mov $0x40000000, %eax\n"
        "    cpuid\n" /* who is below me? */
        "    hlt\n"
        "guest_end:\n"
        ".code32\n");
//@ end

static uint8_t io_map[3 * 4096] __attribute__((aligned(4096)));

static const struct {
    int code;
    const char *name;
} reasons[] = {SVM_EXIT_REASONS};

static const char *name_of(uint64_t code)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if ((uint64_t)reasons[i].code == code)
            return reasons[i].name;
    return "?";
}

//@ section: prepare
static void prepare(void)
{
    struct segment data = {0, 0x93, 0xffff, 0};
    vmcb = (struct vmcb){.asid = 1, .efer = EFER_SVME};
    vmcb.cr0 = X86_CR0_ET; /* neither protection nor paging */
    vmcb.rflags = 2;
    vmcb.cs = (struct segment){0x800, 0x9b, 0xffff, 0x8000};
    vmcb.ss = vmcb.ds = vmcb.es = vmcb.fs = vmcb.gs = data;
    vmcb.gdtr.limit = vmcb.idtr.limit = 0xffff;
    vmcb.rsp = 0x7000;
    vmcb.io_map = (uintptr_t)io_map;
    intercept(SVM_EXIT_VMRUN); /* must be */
    intercept(SVM_EXIT_HLT);
    memcpy((void *)0x8000, guest, (size_t)(guest_end - guest));
}
//@ end

static void report(void)
{
    print("  exit 0x");
    print_hex((uint32_t)vmcb.exit_code, 3);
    print(", ip ");
    print_hex((uint32_t)vmcb.rip, 2);
    print(vmcb.rflags & X86_EFLAGS_IF ? ", IF 1, " : ", IF 0, ");
    print(name_of(vmcb.exit_code));
    print("\n");
}

//@ section: loop
/* Run the guest, look why it came back, help, run it again. */
static void serve(struct registers *guest)
{
    for (;;) {
        vmrun(&vmcb, guest);
        report();
        switch (vmcb.exit_code) {
        case SVM_EXIT_CPUID: /* answer as Xen does */
            guest->bx = XEN_CPUID_SIGNATURE_EBX;
            guest->cx = XEN_CPUID_SIGNATURE_ECX;
            guest->dx = XEN_CPUID_SIGNATURE_EDX;
            vmcb.rip += 2; /* past the instruction */
            break;
        case SVM_EXIT_IOIO: /* a device that says 0 */
            vmcb.rax = 0;
            vmcb.rip = vmcb.exit_info2;
            break;
        default:
            return;
        }
    }
}
//@ end

//@ section: run
static void run(const char *title)
{
    struct registers guest = {0};
    print(title);
    serve(&guest);
    uint32_t below[] = {guest.bx, guest.cx, guest.dx, 0};
    print("  the guest saw CR0 = 0x");
    print_hex(guest.si, 8);
    print(" and \"");
    print((const char *)below);
    print("\"\n");
}

void start(struct hvm_start_info *info)
{
    (void)info;
    enable_svm();
    prepare();
    run("HLT and VMRUN cause exits:\n");
    prepare();
    intercept(SVM_EXIT_CPUID);
    intercept(SVM_EXIT_IOIO);
    memset(io_map, 0xff, sizeof io_map); /* every port */
    run("CPUID and ports as well:\n");
    end(0);
}
//@ end
