//@ do: compile
//@ std: c11
//@ requires: linux-libc-dev
#include <asm/svm.h>

#define WORD(code) ((code) / 32)
#define BIT(code) ((code) % 32)

_Static_assert(SVM_EXIT_READ_CR0 == 0, "word 0, bit 0");
_Static_assert(SVM_EXIT_WRITE_CR0 == 16, "word 0, bit 16");
_Static_assert(WORD(SVM_EXIT_EXCP_BASE) == 2, "a word of exceptions");
_Static_assert(WORD(SVM_EXIT_INTR) == 3 && BIT(SVM_EXIT_INTR) == 0, "");
_Static_assert(WORD(SVM_EXIT_CPUID) == 3 && BIT(SVM_EXIT_CPUID) == 18, "");
_Static_assert(WORD(SVM_EXIT_HLT) == 3 && BIT(SVM_EXIT_HLT) == 24, "");
_Static_assert(WORD(SVM_EXIT_VMRUN) == 4 && BIT(SVM_EXIT_VMRUN) == 0, "");
_Static_assert(SVM_EXIT_NPF == 0x400, "beyond the words");
