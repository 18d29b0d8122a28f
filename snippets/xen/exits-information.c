//@ do: run
//@ std: gnu11
//@ requires: linux-headers-amd64
//@ levels: -O0
//@ options: -Wall -Wextra
//@ script:
//| header=$(ls -d /usr/src/linux-headers-*-common/arch/x86/include/asm | sort -V | tail -1)
//| grep '^#define INTR_' $header/vmx.h > information-of-linux.h
//| $CC $CFLAGS -I. exits-information.c -o information
//| ./information
//@ output:
//| 0x80000306: exception 6
//| 0x80000b0e: exception 14, with an error code
//| 0x80000202: non-maskable interrupt 2
//| 0x800000ef: interrupt 239
//| 0x00000b0e: nothing, the valid bit is clear
#include <stdint.h>
#include <stdio.h>

#include <information-of-linux.h>

//@ section: information
static void show(uint32_t information)
{
    printf("0x%08x: ", information);
    if (!(information & INTR_INFO_VALID_MASK)) {
        puts("nothing, the valid bit is clear");
        return;
    }
    switch (information & INTR_INFO_INTR_TYPE_MASK) {
    case INTR_TYPE_EXT_INTR:
        printf("interrupt");
        break;
    case INTR_TYPE_NMI_INTR:
        printf("non-maskable interrupt");
        break;
    case INTR_TYPE_HARD_EXCEPTION:
        printf("exception");
        break;
    default:
        printf("another event");
    }
    printf(" %u", information & INTR_INFO_VECTOR_MASK);
    puts(information & INTR_INFO_DELIVER_CODE_MASK ? ", with an error code" : "");
}
//@ end

int main(void)
{
    //@ section: values
    show(0x80000306);
    show(0x80000b0e);
    show(0x80000202);
    show(0x800000ef);
    show(0x00000b0e);
    //@ end
    return 0;
}
