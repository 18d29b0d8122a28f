//@ do: run
//@ std: gnu11
//@ requires: qemu-system-x86 xen-utils-4.17 libxen-dev linux-libc-dev binutils
//@ levels: -O1
//@ options: -Wall -Wextra -Werror -Wno-unused-function
//@ timeout: 60s
//@ script:
//| flags="$CFLAGS -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse"
//| $CC $flags -isystem /usr/include/x86_64-linux-gnu -c privilege-pvh.c
//| ld -m elf_i386 --no-warn-rwx-segments -N -Ttext=0x100000 -o tiny privilege-pvh.o
//| "$UNPACKED"/xen-utils-4.17/usr/lib/xen-4.17/bin/readnotes tiny
//| machine="-accel tcg -m 16 -display none -nodefaults"
//| ends="-device isa-debug-exit,iobase=0xf4,iosize=4"
//| qemu-system-x86_64 $machine $ends -debugcon stdio -kernel tiny -append 'quiet please' || test $? -eq 1
//@ output:
//| PHYS32_ENTRY:   0x100000 (4 bytes)
//| magic, command line: quiet please
//| protected mode, paging off, ring 0
#include "privilege-tiny.h"
#include <xen/arch-x86/hvm/start_info.h>

//@ section: start
void start(struct hvm_start_info *info)
{
    uint32_t cr0;
    uint16_t cs;
    __asm__("mov %%cr0, %0" : "=r"(cr0));
    __asm__("mov %%cs, %0" : "=r"(cs));
    print(info->magic == XEN_HVM_START_MAGIC_VALUE ? "magic, " : "no magic, ");
    print("command line: ");
    print((const char *)(uintptr_t)info->cmdline_paddr);
    print(cr0 & X86_CR0_PE ? "\nprotected mode, " : "\nreal mode, ");
    print(cr0 & X86_CR0_PG ? "paging on, ring " : "paging off, ring ");
    print_hex(cs & 3, 1);
    print("\n");
    end(0);
}
//@ end
