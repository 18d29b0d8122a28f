//@ do: run
//@ std: gnu11
//@ requires: linux-headers-amd64
//@ levels: -O0
//@ options: -Wall -Wextra
//@ script:
//| header=$(ls -d /usr/src/linux-headers-*-common/arch/x86/include/asm | sort -V | tail -1)
//| declaration() { sed -n "/^$1 {/,/^}/p" $header/$2; }
//| declaration 'struct.*vmcb_control_area' svm.h > vmcb-of-linux.h
//| declaration 'struct vmcb_seg' svm.h >> vmcb-of-linux.h
//| declaration 'struct vmcb_save_area' svm.h >> vmcb-of-linux.h
//| declaration 'enum vmcs_field' vmx.h > vmcs-of-linux.h
//| $CC $CFLAGS -I. privilege-vmcb.c -o vmcb
//| ./vmcb
//@ output:
//| 0x4004  EXCEPTION_BITMAP     control, 32 bits, number 2
//| 0x2000  IO_BITMAP_A          control, 64 bits, number 0
//| 0x2002  IO_BITMAP_B          control, 64 bits, number 1
//| 0x201a  EPT_POINTER          control, 64 bits, number 13
//| 0x400c  VM_EXIT_CONTROLS     control, 32 bits, number 6
//| 0x4012  VM_ENTRY_CONTROLS    control, 32 bits, number 9
//| 0x4402  VM_EXIT_REASON       exit information, 32 bits, number 1
//| 0x6400  EXIT_QUALIFICATION   exit information, natural width, number 0
//| 0x681e  GUEST_RIP            guest state, natural width, number 15
//| 0x6802  GUEST_CR3            guest state, natural width, number 1
//| 0x6c02  HOST_CR3             host state, natural width, number 1
//| 0x0000  VIRTUAL_PROCESSOR_ID control, 16 bits, number 0
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The words of the kernel's own headers, for the declarations cut out of them. */
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
#define __packed __attribute__((packed))
#define MAX_INTERCEPT 6
struct hv_vmcb_enlightenments { u8 reserved[32]; };

#include <vmcb-of-linux.h>
#include <vmcs-of-linux.h>

//@ section: vmcb
#define CONTROL(member) offsetof(struct vmcb_control_area, member)
#define STATE(member) (0x400 + offsetof(struct vmcb_save_area, member))

_Static_assert(sizeof(struct vmcb_control_area) == 0x400, "");
_Static_assert(CONTROL(asid) == 0x58, "whose entries of the TLB");
_Static_assert(CONTROL(exit_code) == 0x70, "why it came back");
_Static_assert(CONTROL(nested_cr3) == 0xb0, "nested page table");
_Static_assert(STATE(efer) == 0x4d0, "");
_Static_assert(STATE(rip) == 0x578, "where the guest goes on");
_Static_assert(STATE(rax) == 0x5f8, "its RAX");
//@ end

//@ section: vmcs
struct field {
    unsigned high : 1;   /* the upper half of a field of 64 bits */
    unsigned index : 9;
    unsigned area : 2;
    unsigned : 1;
    unsigned width : 2;
};

static struct field field_of(uint32_t encoding)
{
    return (struct field){
        .high = encoding & 1,
        .index = encoding >> 1 & 0x1ff,
        .area = encoding >> 10 & 3,
        .width = encoding >> 13 & 3,
    };
}

static const char *const area[] = {"control", "exit information", "guest state", "host state"};
static const char *const width[] = {"16 bits", "64 bits", "32 bits", "natural width"};

#define SHOW(name) show(#name, name)

static void show(const char *name, uint32_t encoding)
{
    struct field field = field_of(encoding);
    printf("0x%04x  %-20s %s, %s, number %u\n", encoding, name, area[field.area],
           width[field.width], field.index);
}
//@ end

int main(void)
{
    SHOW(EXCEPTION_BITMAP);
    SHOW(IO_BITMAP_A);
    SHOW(IO_BITMAP_B);
    SHOW(EPT_POINTER);
    SHOW(VM_EXIT_CONTROLS);
    SHOW(VM_ENTRY_CONTROLS);
    SHOW(VM_EXIT_REASON);
    SHOW(EXIT_QUALIFICATION);
    SHOW(GUEST_RIP);
    SHOW(GUEST_CR3);
    SHOW(HOST_CR3);
    SHOW(VIRTUAL_PROCESSOR_ID);
}
