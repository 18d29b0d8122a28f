//@ do: run
//@ std: gnu11
//@ requires: qemu-system-x86 libxen-dev linux-libc-dev binutils
//@ levels: -O1
//@ options: -Wall -Wextra -Werror
//@ timeout: 60s
//@ script:
//| flags="$CFLAGS -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse"
//| $CC $flags -isystem /usr/include/x86_64-linux-gnu -c privilege-exercise-crash.c
//| ld -m elf_i386 --no-warn-rwx-segments -N -Ttext=0x100000 -o tiny privilege-exercise-crash.o
//| machine="-accel tcg -cpu qemu64,+svm -m 16 -display none -nodefaults"
//| ends="-device isa-debug-exit,iobase=0xf4,iosize=4"
//| qemu-system-x86_64 $machine $ends -debugcon stdio -kernel tiny || test $? -eq 1
//@ output:
//|   exit 0x07f, ip 05, IF 0, shutdown
//| and the machine runs on
#include "privilege-tiny.h"

//@ section: guest
/* An empty table of interrupts, then an instruction that does not exist. */
extern const char guest[], guest_end[];
__asm__(".code16\n"
        "guest: lidt empty - guest\n"
        "    ud2\n"
        "empty:	.word 0\n"
        "    .long 0\n"
        "guest_end:\n"
        ".code32\n");
//@ end

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

static void prepare(void)
{
    struct segment data = {0x800, 0x93, 0xffff, 0x8000};
    vmcb = (struct vmcb){.asid = 1, .efer = EFER_SVME, .cr0 = X86_CR0_ET, .rflags = 2};
    vmcb.cs = (struct segment){0x800, 0x9b, 0xffff, 0x8000};
    vmcb.ss = vmcb.ds = vmcb.es = vmcb.fs = vmcb.gs = data;
    vmcb.gdtr.limit = vmcb.idtr.limit = 0xffff;
    vmcb.rsp = 0x7000;
    intercept(SVM_EXIT_VMRUN); /* the processor insists on this one */
    intercept(SVM_EXIT_SHUTDOWN);
    memcpy((void *)0x8000, guest, (size_t)(guest_end - guest));
}

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

void start(struct hvm_start_info *info)
{
    (void)info;
    enable_svm();
    //@ section: run
    struct registers guest = {0};
    prepare();
    vmrun(&vmcb, &guest);
    report();
    print("and the machine runs on\n");
    //@ end
    end(0);
}
