//@ do: run
//@ std: gnu11
//@ levels: -O0 -O2
//@ options: -Wall -Wextra -mno-red-zone
//@ output:
//| ring 3
//| CLI    SIGSEGV
//| HLT    SIGSEGV
//| LGDT   SIGSEGV
//| MOV    SIGSEGV
//| RDMSR  SIGSEGV
//| IN     SIGSEGV
//| POPF   no signal
//| CPUID  no signal
//| before POPF: IF is 1
//| after POPF:  IF is 1, and ID has changed
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static sigjmp_buf before;

static void back(int signal) { siglongjmp(before, signal); }

//@ section: kernel
/* What a kernel of 2005 did all day. */
static void cli(void) { __asm__ volatile("cli"); }
static void hlt(void) { __asm__ volatile("hlt"); }

static void lgdt(void)
{
    static const char table[10];
    __asm__ volatile("lgdt %0" : : "m"(table));
}

static void mov(void)
{
    long cr3;
    __asm__ volatile("mov %%cr3, %0" : "=r"(cr3));
}

static void rdmsr(void)
{
    __asm__ volatile("rdmsr" : : "c"(0xc0000080) : "eax", "edx");
}

static void in(void)
{
    __asm__ volatile("inb $0x71, %%al" : : : "eax");
}

static void cpuid(void)
{
    long leaf = 0;
    __asm__ volatile("cpuid" : "+a"(leaf) : : "ebx", "ecx", "edx");
}

static long flags(void)
{
    long value;
    __asm__ volatile("pushf\n\tpop %0" : "=r"(value));
    return value;
}

/* Interrupts off, the other way: write the whole register of flags.
   0x200 is IF. 0x200000 is ID, which anyone may change: it is turned over. */
static void popf(void)
{
    long off = (flags() & ~0x200L) ^ 0x200000;
    __asm__ volatile("push %0\n\tpopf" : : "r"(off) : "cc");
}
//@ end

static void try(const char *name, void (*instruction)(void))
{
    int signal = sigsetjmp(before, 1);
    if (signal == 0)
        instruction();
    printf("%-6s %s\n", name, signal == SIGSEGV ? "SIGSEGV" : signal ? "a signal" : "no signal");
}

int main(void)
{
    unsigned short cs;
    __asm__("mov %%cs, %0" : "=r"(cs));
    printf("ring %d\n", cs & 3);
    signal(SIGSEGV, back);
    try("CLI", cli);
    try("HLT", hlt);
    try("LGDT", lgdt);
    try("MOV", mov);
    try("RDMSR", rdmsr);
    try("IN", in);
    try("POPF", popf);
    try("CPUID", cpuid);
    long before_popf = flags();
    popf();
    long after = flags();
    printf("before POPF: IF is %ld\n", before_popf >> 9 & 1);
    printf("after POPF:  IF is %ld, and ID has%s changed\n", after >> 9 & 1,
           (before_popf ^ after) >> 21 & 1 ? "" : " not");
}
