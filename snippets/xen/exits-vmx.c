//@ do: run
//@ std: c11
//@ requires: linux-libc-dev
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| reasons with a name: 62
//| 0x0000000a: CPUID
//| 0x00000030: EPT_VIOLATION
//| 0x80000021: INVALID_STATE, the entry failed
//| 0x0800000c: HLT, in an enclave
//| 0x00000023: 35, which has no name
#include <stdint.h>
#include <stdio.h>
#include <asm/vmx.h>

//@ section: table
static const struct {
    uint16_t reason;
    const char *name;
} reasons[] = {VMX_EXIT_REASONS};

enum { REASONS = sizeof reasons / sizeof *reasons };

_Static_assert(EXIT_REASON_CPUID == 10, "as in 2005");
_Static_assert(EXIT_REASON_EPT_VIOLATION == 48, "new since 2005");
//@ end

//@ section: masks
#define BASIC 0xffffu

static void explain(uint32_t field)
{
    const char *name = NULL;
    for (int i = 0; i < REASONS; i++)
        if (reasons[i].reason == (field & BASIC))
            name = reasons[i].name;
    printf("0x%08x: ", field);
    if (name)
        printf("%s", name);
    else
        printf("%u, which has no name", field & BASIC);
    if (field & VMX_EXIT_REASONS_FAILED_VMENTRY)
        printf(", the entry failed");
    if (field & VMX_EXIT_REASONS_SGX_ENCLAVE_MODE)
        printf(", in an enclave");
    printf("\n");
}
//@ end

int main(void)
{
    printf("reasons with a name: %d\n", REASONS);
    explain(EXIT_REASON_CPUID);
    explain(EXIT_REASON_EPT_VIOLATION);
    explain(EXIT_REASON_INVALID_STATE | VMX_EXIT_REASONS_FAILED_VMENTRY);
    explain(EXIT_REASON_HLT | VMX_EXIT_REASONS_SGX_ENCLAVE_MODE);
    explain(35);
}
