//@ do: run
//@ std: gnu11
//@ requires: linux-headers-amd64 linux-libc-dev
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ script:
//| header=$(ls -d /usr/src/linux-headers-*-common/arch/x86/include/asm | sort -V | tail -1)
//| echo '#define BIT(n) (1u << (n))' > control-of-linux.h
//| grep 'define FEAT_CTL_LOCKED\|define FEAT_CTL_VMX_' $header/msr-index.h >> control-of-linux.h
//| $CC $CFLAGS -I. exits-vmxon.c -o vmxon
//| ./vmxon
//@ output:
//| every step          in VMX operation
//| no VT-x             CR4: #GP, a reserved bit
//| CR4.VMXE is clear   VMXON: #UD
//| control unlocked    VMXON: #GP
//| locked without VMX  VMXON: #GP
//| region not a page   VMXON: CF is set
//| no revision in it   VMXON: CF is set
//| VMXON twice         VMXON: CF is set
#include <asm/processor-flags.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <control-of-linux.h>

//@ section: processor
enum { REVISION = 0x12 };  // what IA32_VMX_BASIC says

struct processor {
    bool has_vmx;  // CPUID, leaf 1, ECX, bit 5
    uint32_t cr4, feature_control;
    bool in_vmx_operation;
};

struct region {
    uint64_t address;
    uint32_t revision;
};

static const char *set_cr4(struct processor *processor, uint32_t bits)
{
    if (bits & X86_CR4_VMXE && !processor->has_vmx)
        return "CR4: #GP, a reserved bit";
    processor->cr4 |= bits;
    return NULL;
}

// In the order of the manual's description of the instruction. A second
// VMXON finds no block yet that could hold an error number, so it sets CF.
static const char *vmxon(struct processor *processor,
                         const struct region *region)
{
    const uint32_t allowed =
        FEAT_CTL_LOCKED | FEAT_CTL_VMX_ENABLED_OUTSIDE_SMX;

    if (!(processor->cr4 & X86_CR4_VMXE))
        return "VMXON: #UD";
    if (processor->in_vmx_operation)
        return "VMXON: CF is set";
    if ((processor->feature_control & allowed) != allowed)
        return "VMXON: #GP";
    if (region->address % 4096 != 0 || region->revision != REVISION)
        return "VMXON: CF is set";
    processor->in_vmx_operation = true;
    return NULL;
}
//@ end

//@ section: recipe
enum left_out { NOTHING, CPU, VMXE, LOCK, ENABLE, ALIGNMENT, NUMBER, ONCE };

static const char *switch_on(enum left_out left_out)
{
    struct processor processor = {.has_vmx = left_out != CPU};
    struct region region = {.address = left_out == ALIGNMENT ? 0x2010 : 0x2000};
    const char *failure;

    if (left_out != LOCK)  // the firmware's part
        processor.feature_control |= FEAT_CTL_LOCKED;
    if (left_out != ENABLE)
        processor.feature_control |= FEAT_CTL_VMX_ENABLED_OUTSIDE_SMX;
    if (left_out != VMXE && (failure = set_cr4(&processor, X86_CR4_VMXE)))
        return failure;
    if (left_out != NUMBER)
        region.revision = REVISION;
    failure = vmxon(&processor, &region);
    if (left_out == ONCE && !failure)
        failure = vmxon(&processor, &region);
    return failure ? failure : "in VMX operation";
}
//@ end

int main(void)
{
    static const struct {
        enum left_out left_out;
        const char *name;
    } tries[] = {
        {NOTHING, "every step"},        {CPU, "no VT-x"},
        {VMXE, "CR4.VMXE is clear"},    {LOCK, "control unlocked"},
        {ENABLE, "locked without VMX"}, {ALIGNMENT, "region not a page"},
        {NUMBER, "no revision in it"},  {ONCE, "VMXON twice"},
    };

    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        printf("%-19s %s\n", tries[i].name, switch_on(tries[i].left_out));
    return 0;
}
