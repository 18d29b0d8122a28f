//@ do: run
//@ std: c11
//@ requires: linux-libc-dev
//@ compilers: gcc clang clang-19
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ output:
//| 34, failed 1
//| 1
//| differences: 0
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <asm/vmx.h>

//@ section: fields
union exit {
    uint32_t word;
    struct {
        uint32_t basic : 16;
        uint32_t : 11;
        uint32_t enclave : 1;
        uint32_t : 3;
        uint32_t failed : 1;
    } field;
};
//@ end

int main(void)
{
    //@ section: decode
    union exit exit = {.word = 0x80000022};
    printf("%d, failed %d\n", exit.field.basic, exit.field.failed);
    printf("%d\n", exit.field.basic == EXIT_REASON_MSR_LOAD_FAIL);
    //@ end
    //@ section: agree
    int differences = 0;
    for (uint32_t bit = 1; bit; bit <<= 1) {
        union exit one = {.word = bit};
        differences += one.field.basic != (bit & 0xffff);
        differences += one.field.enclave != !!(bit & VMX_EXIT_REASONS_SGX_ENCLAVE_MODE);
        differences += one.field.failed != !!(bit & VMX_EXIT_REASONS_FAILED_VMENTRY);
    }
    printf("differences: %d\n", differences);
    //@ end
}
