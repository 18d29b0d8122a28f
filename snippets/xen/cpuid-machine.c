//@ do: run
//@ std: gnu11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ output:
//| the vendor is the same
//| what the kernel shows of 12 flags is set in CPUID
//| no processor has both vmx and svm
#include <cpuid.h>
#include <stdio.h>
#include <string.h>
#include <xen/arch-x86/cpuid.h>

enum {
#define XEN_CPUFEATURE(name, value) XEN_##name = value,
#include <xen/arch-x86/cpufeatureset.h>
};

//@ section: features
/* Xen numbers features: bit n % 32 of word n / 32. Words 0 and 1 are
   EDX and ECX of leaf 1, words 2 and 3 those of leaf 0x80000001. */
static unsigned words[4];

static int has(int feature)
{
    return words[feature / 32] >> feature % 32 & 1;
}

static const struct {
    const char *name; /* as /proc/cpuinfo spells it */
    int feature;
} flags[] = {
    {"vmx", XEN_VMX},   {"svm", XEN_SVM},       {"hypervisor", XEN_HYPERVISOR},
    {"pcid", XEN_PCID}, {"x2apic", XEN_X2APIC}, {"msr", XEN_MSR},
    {"tsc", XEN_TSC},   {"pge", XEN_PGE},       {"pae", XEN_PAE},
    {"lm", XEN_LM},     {"nx", XEN_NX},         {"syscall", XEN_SYSCALL},
};
//@ end

enum { FLAGS = sizeof flags / sizeof *flags };

static char cpuinfo_vendor[32], cpuinfo_flags[8192];

/* Reads the first processor's lines. */
static void read_cpuinfo(void)
{
    char line[8192];
    FILE *file = fopen("/proc/cpuinfo", "r");
    while (file && fgets(line, sizeof line, file) && line[0] != '\n') {
        char *colon = strchr(line, ':');
        if (!colon)
            continue;
        line[strcspn(line, "\n")] = '\0';
        if (!strncmp(line, "vendor_id", 9))
            snprintf(cpuinfo_vendor, sizeof cpuinfo_vendor, "%s", colon + 2);
        if (!strncmp(line, "flags", 5))
            snprintf(cpuinfo_flags, sizeof cpuinfo_flags, " %s ", colon + 2);
    }
    if (file)
        fclose(file);
}

static int shows(const char *flag)
{
    char word[32];
    snprintf(word, sizeof word, " %s ", flag);
    return strstr(cpuinfo_flags, word) != NULL;
}

static void signature(unsigned leaf, char text[13], unsigned order)
{
    unsigned a, b, c, d;
    __cpuid(leaf, a, b, c, d);
    unsigned parts[2][3] = {{b, d, c}, {b, c, d}};
    memcpy(text, parts[order], 12);
    text[12] = '\0';
    (void)a;
}

int main(int count, char **arguments)
{
    unsigned a, b, missing = 0;
    char vendor[13], below[13];
    read_cpuinfo();
    signature(0, vendor, 0);
    __cpuid(1, a, b, words[1], words[0]);
    __cpuid(0x80000001, a, b, words[3], words[2]);
    signature(XEN_CPUID_FIRST_LEAF, below, 1);

    //@ section: consistent
    if (!strcmp(vendor, cpuinfo_vendor))
        puts("the vendor is the same");
    for (int i = 0; i < FLAGS; i++)
        missing += shows(flags[i].name) && !has(flags[i].feature);
    if (!missing)
        printf("what the kernel shows of %d flags is set in CPUID\n", FLAGS);
    if (!(has(XEN_VMX) && has(XEN_SVM)))
        puts("no processor has both vmx and svm");
    //@ end
    if (count > 1 && !strcmp(arguments[1], "-v")) {
        printf("%s\n", vendor);
        for (int i = 0; i < FLAGS; i++)
            printf("%-10s %s\n", flags[i].name, has(flags[i].feature) ? "yes" : "no");
        if (has(XEN_HYPERVISOR))
            printf("below: %s\n", below);
    }
}
