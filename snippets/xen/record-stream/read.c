#include "stream.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    enum record type;
    const char *name;
} names[] = {
    {END, "END"},
    {PAGE_DATA, "PAGE_DATA"},
    {X86_TSC_INFO, "X86_TSC_INFO"},
    {HVM_CONTEXT, "HVM_CONTEXT"},
    {HVM_PARAMS, "HVM_PARAMS"},
    {STATIC_DATA_END, "STATIC_DATA_END"},
    {X86_CPUID_POLICY, "X86_CPUID_POLICY"},
    {X86_MSR_POLICY, "X86_MSR_POLICY"},
};

static long position;

static _Noreturn void bad(const char *what)
{
    fprintf(stderr, "read: error: %s before byte %ld\n", what, position);
    exit(1);
}

//@ section: integers
static void take(unsigned char *bytes, size_t count)
{
    if (fread(bytes, 1, count, stdin) != count)
        bad("the stream ends");
    position += (long)count;
}

static uint64_t number(int bytes, int big)
{
    unsigned char raw[8];
    uint64_t value = 0;
    take(raw, (size_t)bytes);
    for (int i = 0; i < bytes; i++)
        value = value << 8 | raw[big ? i : bytes - 1 - i];
    return value;
}
//@ end

static const char *name_of(uint32_t type)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].type == type)
            return names[i].name;
    return NULL;
}

static void pages(const unsigned char *body, uint32_t length)
{
    uint32_t count;
    uint64_t frame, sent = 0;
    memcpy(&count, body, sizeof count);
    if (length < 8 || count > (length - 8) / 8)
        bad("more frames than the record holds");
    for (uint32_t i = 0; i < count; i++) {
        memcpy(&frame, body + 8 + 8 * i, sizeof frame);
        sent += frame >> PFN_TYPE_SHIFT < 5; /* plain pages and page tables have content */
    }
    if (length != 8 + 8 * count + sent * PAGE)
        bad("a page too many or too few");
    printf(": %u frames, %llu with content", count, (unsigned long long)sent);
}

//@ section: records
/* Returns whether another record follows. */
static int next(int big)
{
    uint32_t type = (uint32_t)number(4, big), length = (uint32_t)number(4, big);
    uint32_t padded = (length + 7) & ~7u;
    const char *name = name_of(type);
    if (!name && !(type & 0x80000000u))
        bad("a record that nobody knows, and that may not be skipped");
    unsigned char *body = malloc(padded + 8);
    if (!body)
        bad("no memory for a record");
    take(body, padded);
    for (uint32_t i = length; i < padded; i++)
        if (body[i])
            bad("padding that is not 0");
    printf("  %s, %u bytes", name ? name : "optional", length);
    if (type == PAGE_DATA)
        pages(body, length);
    printf("\n");
    free(body);
    return type != END;
}
//@ end

int main(void)
{
    if (number(8, 1) != MARKER || number(4, 1) != IDENT)
        bad("no image of a domain");
    unsigned version = (unsigned)number(4, 1);
    int big = (int)(number(2, 1) & 1);
    number(6, 1);
    if (version != 2 && version != 3)
        bad("a version that nobody knows");
    unsigned type = (unsigned)number(4, big), shift = (unsigned)number(2, big);
    number(2, big);
    unsigned major = (unsigned)number(4, big), minor = (unsigned)number(4, big);
    printf("version %u, %s domain of Xen %u.%u, pages of %u bytes\n", version,
           type == X86_HVM ? "HVM" : "PV", major, minor, 1u << shift);
    while (next(big))
        ;
    printf("%ld bytes, all used: %d\n", position, getchar() == EOF);
}
