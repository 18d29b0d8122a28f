#ifndef STREAM_H
#define STREAM_H

#include <stdint.h>

/* docs/specs/libxc-migration-stream.pandoc of Xen 4.17, version 3. */
#define MARKER 0xffffffffffffffffu
#define IDENT 0x58454e46u /* "XENF" */

enum { VERSION = 3, LITTLE_ENDIAN_RECORDS = 0, X86_HVM = 2 };

enum record {
    END = 0x00,
    PAGE_DATA = 0x01,
    X86_TSC_INFO = 0x08,
    HVM_CONTEXT = 0x09,
    HVM_PARAMS = 0x0a,
    STATIC_DATA_END = 0x10,
    X86_CPUID_POLICY = 0x11,
    X86_MSR_POLICY = 0x12,
};

enum { PAGE_SHIFT = 12, PAGE = 1 << PAGE_SHIFT, PFN_TYPE_SHIFT = 60 };

#endif
