//@ do: compile
//@ std: c11
//@ requires: linux-libc-dev
#include <asm/svm.h>

#define BIT(code) ((code) - SVM_EXIT_INTR)

_Static_assert(BIT(SVM_EXIT_CPUID) == 18, "word 3, bit 18");
_Static_assert(BIT(SVM_EXIT_HLT) == 24, "word 3, bit 24");
_Static_assert(BIT(SVM_EXIT_IOIO) == 27, "word 3, bit 27");
_Static_assert(BIT(SVM_EXIT_VMRUN) == 32 + 0, "word 4, bit 0");
_Static_assert(BIT(SVM_EXIT_VMMCALL) == 32 + 1, "word 4, bit 1");
_Static_assert(SVM_EXIT_NPF == 0x400, "beyond the words");
