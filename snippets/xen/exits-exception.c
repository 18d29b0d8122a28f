//@ do: run
//@ std: gnu11
//@ requires: qemu-system-x86 libxen-dev linux-libc-dev binutils
//@ levels: -O1
//@ options: -Wall -Wextra -Werror
//@ timeout: 60s
//@ script:
//| flags="$CFLAGS -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse"
//| $CC $flags -isystem /usr/include/x86_64-linux-gnu -c exits-exception.c
//| ld -m elf_i386 --no-warn-rwx-segments -N -Ttext=0x100000 -o tiny exits-exception.o
//| machine="-accel tcg -cpu qemu64,+svm -m 16 -display none -nodefaults"
//| ends="-device isa-debug-exit,iobase=0xf4,iosize=4"
//| qemu-system-x86_64 $machine $ends -debugcon stdio -kernel tiny || test $? -eq 1
//@ output:
//| exception 6 is the guest's own:
//|   exit 0x078, ip 0e
//|   its handler has run
//| it exits, and is not given back:
//|   exit 0x046, ip 0c
//|   exit 0x046, ip 0c
//|   exit 0x046, ip 0c
//|   its handler has not run
//| given back without the valid bit:
//|   exit 0x046, ip 0c
//|   exit 0x046, ip 0c
//|   exit 0x046, ip 0c
//|   its handler has not run
//| given back with it:
//|   exit 0x046, ip 0c
//|   exit 0x078, ip 0e
//|   its handler has run
#include "privilege-tiny.h"

//@ section: guest
/* It sets a handler for exception 6, and then causes one. */
extern const char guest[], guest_end[];
__asm__(".code16\n"
        "guest: movw $handler - guest, 6 * 4\n" /* where */
        "    movw $0x800, 6 * 4 + 2\n" /* in which segment */
        "    ud2\n" /* no such instruction: exception 6 */
        "    hlt\n"
        "handler: mov $1, %si\n"
        "    mov %sp, %bp\n"
        "    addw $2, (%bp)\n" /* return past the ud2 */
        "    iret\n"
        "guest_end:\n"
        ".code32\n");
//@ end

static void prepare(void)
{
    struct segment data = {0, 0x93, 0xffff, 0};
    vmcb = (struct vmcb){.asid = 1, .efer = EFER_SVME, .cr0 = X86_CR0_ET, .rflags = 2};
    vmcb.cs = (struct segment){0x800, 0x9b, 0xffff, 0x8000};
    vmcb.ss = vmcb.ds = vmcb.es = vmcb.fs = vmcb.gs = data;
    vmcb.gdtr.limit = vmcb.idtr.limit = 0xffff;
    vmcb.rsp = 0x7000;
    intercept(SVM_EXIT_VMRUN); /* must be */
    intercept(SVM_EXIT_HLT);
    memcpy((void *)0x8000, guest, (size_t)(guest_end - guest));
}

//@ section: inject
enum { UNDEFINED = 6 }; /* the exception's number, its vector */
#define EXCEPTION (3u << 8)
#define VALID (1u << 31)

/* Runs the guest. Each exception 6 is answered by writing `event`. */
static void run(const char *title, uint32_t event)
{
    struct registers guest = {0};

    print(title);
    for (int exits = 0; exits < 3; exits++) {
        /* At the first entry nothing has happened yet. */
        vmcb.event_injection = exits == 0 ? 0 : event;
        vmrun(&vmcb, &guest);
        print("  exit 0x");
        print_hex((uint32_t)vmcb.exit_code, 3);
        print(", ip ");
        print_hex((uint32_t)vmcb.rip, 2);
        print("\n");
        if (vmcb.exit_code == SVM_EXIT_HLT)
            break;
    }
    print("  its handler has ");
    print(guest.si & 1 ? "run\n" : "not run\n");
}
//@ end

void start(struct hvm_start_info *info)
{
    (void)info;
    enable_svm();
    //@ section: runs
    prepare();
    run("exception 6 is the guest's own:\n", 0);
    prepare();
    intercept(SVM_EXIT_EXCP_BASE + UNDEFINED);
    run("it exits, and is not given back:\n", 0);
    prepare();
    intercept(SVM_EXIT_EXCP_BASE + UNDEFINED);
    run("given back without the valid bit:\n", EXCEPTION | UNDEFINED);
    prepare();
    intercept(SVM_EXIT_EXCP_BASE + UNDEFINED);
    run("given back with it:\n", VALID | EXCEPTION | UNDEFINED);
    //@ end
    end(0);
}
