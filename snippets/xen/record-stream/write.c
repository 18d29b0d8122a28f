#include "stream.h"
#include <stdio.h>
#include <string.h>
#define __XEN_TOOLS__ 1
#include <xen/xen.h>
#include <xen/domctl.h>
#include <xen/hvm/params.h>
#include <xen/hvm/save.h>

//@ section: integers
/* Byte by byte: the same file from every machine. */
static void put(uint64_t number, int bytes)
{
    while (bytes-- > 0) {
        putchar((int)(number & 0xff));
        number >>= 8;
    }
}

static void put_big(uint64_t number, int bytes)
{
    while (bytes-- > 0)
        putchar((int)(number >> 8 * bytes & 0xff));
}
//@ end

//@ section: headers
static void image_header(void)
{
    put_big(MARKER, 8);
    put_big(IDENT, 4);
    put_big(VERSION, 4);
    put_big(LITTLE_ENDIAN_RECORDS, 2);
    put_big(0, 6);
}

static void domain_header(void)
{
    put(X86_HVM, 4);
    put(PAGE_SHIFT, 2);
    put(0, 2);
    put(4, 4); /* from Xen 4.17 */
    put(17, 4);
}

static void record(enum record type, uint32_t bytes)
{
    put(type, 4);
    put(bytes, 4);
}

static void pad(uint32_t bytes)
{
    while (bytes++ % 8)
        putchar(0);
}
//@ end

//@ section: pages
/* Three frames: two with their content, one that need only be there. */
static void pages(void)
{
    static unsigned char page[PAGE];
    record(PAGE_DATA, 8 + 3 * 8 + 2 * PAGE);
    put(3, 4);
    put(0, 4);
    put(0x10, 8);
    put(0x11, 8);
    put(0x12 | (uint64_t)XEN_DOMCTL_PFINFO_XALLOC << 32, 8);
    for (int i = 0; i < 2; i++) {
        memset(page, 'a' + i, sizeof page);
        fwrite(page, 1, sizeof page, stdout);
    }
}

_Static_assert((uint64_t)XEN_DOMCTL_PFINFO_XALLOC << 32 >> PFN_TYPE_SHIFT == 0xe,
               "the type is in the four bits at the top");
//@ end

int main(void)
{
    image_header();
    domain_header();

    record(X86_CPUID_POLICY, 24); /* leaf, subleaf, EAX, EBX, ECX, EDX */
    put(0, 8);
    put(1, 4);
    put(0, 12);
    record(X86_MSR_POLICY, 16); /* index, flags, value */
    put(0xce, 4);
    put(0, 12);
    record(STATIC_DATA_END, 0);

    pages();

    record(X86_TSC_INFO, 24);
    put(0, 4);
    put(2600000, 4);
    put(0, 8);
    put(1, 4);
    put(0, 4);

    //@ section: params
    record(HVM_PARAMS, 8 + 2 * 16);
    put(2, 4);
    put(0, 4);
    put(HVM_PARAM_STORE_EVTCHN, 8);
    put(1, 8);
    put(HVM_PARAM_CONSOLE_EVTCHN, 8);
    put(2, 8);
    //@ end

    /* One descriptor of the hypervisor's own format: type, instance, length. */
    uint32_t context = sizeof(struct hvm_save_descriptor);
    record(HVM_CONTEXT, context + 5);
    put(HVM_SAVE_CODE(END), 2);
    put(0, 2);
    put(0, 4);
    for (int i = 0; i < 5; i++)
        putchar(0xff);
    pad(context + 5);

    record(END, 0);
    return fflush(stdout) != 0;
}
