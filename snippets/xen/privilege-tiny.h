/* A hypervisor of one page: what both guests of this part need. Included by one file each.
 *
 * It is started by the boot protocol of Xen's PVH guests: 32-bit, paging off. */
#ifndef PRIVILEGE_TINY_H
#define PRIVILEGE_TINY_H

#include <stddef.h>
#include <stdint.h>
#include <asm/kvm.h> /* the vectors that asm/svm.h names */
#include <asm/processor-flags.h>
#include <asm/svm.h>
#include <xen/elfnote.h>

#define STRING(x) #x
#define VALUE(x) STRING(x)

/* The note names the entry point: owner "Xen", type 18, four bytes. */
__asm__(".section .note.Xen, \"a\", @note\n"
        "	.long 4, 4, " VALUE(XEN_ELFNOTE_PHYS32_ENTRY) "\n"
        "	.asciz \"Xen\"\n"
        "	.long _start\n"
        ".text\n"
        ".globl _start\n"
        "_start:\n"
        "	mov $stack_end, %esp\n"
        "	push %ebx\n" /* the address of struct hvm_start_info */
        "	call start\n"
        "1:	hlt\n"
        "	jmp 1b\n"
        ".bss\n"
        "	.skip 16384\n"
        "stack_end:\n"
        ".text\n");

struct hvm_start_info;
void start(struct hvm_start_info *info);

/* Ports of QEMU's: one prints a character, one ends it with status 2 * value + 1. */
static void print(const char *text)
{
    for (; *text; text++)
        __asm__ volatile("outb %0, $0xe9" : : "a"(*text));
}

static void print_hex(uint32_t number, int digits)
{
    while (digits-- > 0) {
        char digit[2] = {"0123456789abcdef"[number >> 4 * digits & 15], 0};
        print(digit);
    }
}

static _Noreturn void end(uint32_t value)
{
    for (;;)
        __asm__ volatile("outl %0, $0xf4" : : "a"(value));
}

/* What a compiler may call although there is no library. */
void *memcpy(void *restrict to, const void *restrict from, size_t bytes);
void *memset(void *to, int value, size_t bytes);
size_t strlen(const char *text);

void *memcpy(void *restrict to, const void *restrict from, size_t bytes)
{
    void *first = to;
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(bytes) : : "memory");
    return first;
}

void *memset(void *to, int value, size_t bytes)
{
    void *first = to;
    __asm__ volatile("rep stosb" : "+D"(to), "+c"(bytes) : "a"(value) : "memory");
    return first;
}

size_t strlen(const char *text)
{
    const char *end = text;
    while (*end)
        end++;
    return (size_t)(end - text);
}

/* The virtual machine control block (AMD64 Architecture Programmer's Manual, volume 2, appendix B). */
struct segment {
    uint16_t selector, attributes;
    uint32_t limit;
    uint64_t base;
};

struct vmcb {
    uint32_t intercept[6];
    uint8_t reserved1[0x40 - 0x18];
    uint64_t io_map, msr_map, tsc_offset;
    uint32_t asid, tlb_control;
    uint64_t interrupt_control, interrupt_shadow;
    uint64_t exit_code, exit_info1, exit_info2, exit_interrupt;
    uint64_t nested_paging;
    uint8_t reserved2[0xa8 - 0x98];
    uint64_t event_injection;
    uint8_t reserved10[0x400 - 0xb0];
    struct segment es, cs, ss, ds, fs, gs, gdtr, ldtr, idtr, tr;
    uint8_t reserved3[0x4cb - 0x4a0], cpl, reserved4[4];
    uint64_t efer;
    uint8_t reserved5[0x548 - 0x4d8];
    uint64_t cr4, cr3, cr0, dr7, dr6, rflags, rip;
    uint8_t reserved6[0x5d8 - 0x580];
    uint64_t rsp;
    uint8_t reserved7[0x5f8 - 0x5e0];
    uint64_t rax;
    uint8_t reserved8[0x640 - 0x600];
    uint64_t cr2;
    uint8_t reserved9[0x1000 - 0x648];
} __attribute__((aligned(4096)));

_Static_assert(offsetof(struct vmcb, exit_code) == 0x70, "appendix B, control area");
_Static_assert(offsetof(struct vmcb, efer) == 0x4d0, "appendix B, state save area");
_Static_assert(offsetof(struct vmcb, rip) == 0x578, "appendix B, state save area");
_Static_assert(offsetof(struct vmcb, rax) == 0x5f8, "appendix B, state save area");
_Static_assert(sizeof(struct vmcb) == 4096, "one page");

/* VMRUN loads and stores RAX, RSP and RIP. The other registers are ours to move. */
struct registers {
    uint32_t bx, cx, dx, si, di, bp;
};

void vmrun(struct vmcb *vmcb, struct registers *guest);
__asm__(".text\n"
        "vmrun:	push %ebp\n"
        "	push %ebx\n"
        "	push %esi\n"
        "	push %edi\n"
        "	mov 20(%esp), %eax\n"
        "	mov 24(%esp), %edx\n"
        "	mov (%edx), %ebx\n"
        "	mov 4(%edx), %ecx\n"
        "	mov 12(%edx), %esi\n"
        "	mov 16(%edx), %edi\n"
        "	mov 20(%edx), %ebp\n"
        "	mov 8(%edx), %edx\n"
        "	vmrun %eax\n"
        "	push %edx\n"
        "	mov 28(%esp), %edx\n"
        "	mov %ebx, (%edx)\n"
        "	mov %ecx, 4(%edx)\n"
        "	pop 8(%edx)\n"
        "	mov %esi, 12(%edx)\n"
        "	mov %edi, 16(%edx)\n"
        "	mov %ebp, 20(%edx)\n"
        "	pop %edi\n"
        "	pop %esi\n"
        "	pop %ebx\n"
        "	pop %ebp\n"
        "	ret\n");

static struct vmcb vmcb;
static uint8_t host_state[4096] __attribute__((aligned(4096)));

/* Bit n of the words, counted through from the first one, asks for exit code n. */
static void intercept(int code)
{
    vmcb.intercept[code / 32] |= 1u << code % 32;
}

static void write_msr(uint32_t msr, uint32_t low)
{
    __asm__ volatile("wrmsr" : : "c"(msr), "a"(low), "d"(0));
}

static uint32_t read_msr(uint32_t msr)
{
    uint32_t low, high;
    __asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(msr));
    return low;
}

#define MSR_EFER 0xc0000080
#define EFER_SVME (1u << 12)
#define MSR_VM_HSAVE_PA 0xc0010117

/* Without EFER.SVME each SVM instruction is undefined. */
static void enable_svm(void)
{
    write_msr(MSR_EFER, read_msr(MSR_EFER) | EFER_SVME);
    write_msr(MSR_VM_HSAVE_PA, (uint32_t)(uintptr_t)host_state);
}

#endif
