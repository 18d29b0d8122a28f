//@ do: run
//@ std: c11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ script:
//| $CC $CFLAGS hypercall-table.c -o hypercall-table
//| sed -nE 's/^#define __HYPERVISOR_(\w+) +([0-9]+).*/NOW(\2, \1)/p' /usr/include/xen/xen.h |
//|     grep -v arch_ > now-of-the-header
//| grep -o '^    NOW(.*)$' hypercall-table.c | sed 's/^ *//' | diff - now-of-the-header
//| ./hypercall-table
//@ output:
//| nr: = kept, ~ changed, + new
//|  0 = set_trap_table
//|  1 = mmu_update
//|  2 = set_gdt
//|  3 = stack_switch
//|  4 = set_callbacks
//|  5 = fpu_taskswitch
//|  6 = sched_op_compat
//|  7 ~ dom0_op, now platform_op
//|  8 = set_debugreg
//|  9 = get_debugreg
//| 10 = update_descriptor
//| 12 = memory_op
//| 13 = multicall
//| 14 = update_va_mapping
//| 15 = set_timer_op
//| 16 ~ event_channel_op, now event_channel_op_compat (itself 32)
//| 17 = xen_version
//| 18 = console_io
//| 19 ~ physdev_op, now physdev_op_compat (itself 33)
//| 20 = grant_table_op
//| 21 = vm_assist
//| 22 = update_va_mapping_otherdomain
//| 23 = iret
//| 24 = vcpu_op
//| 25 = set_segment_base
//| 26 = mmuext_op
//| 27 ~ acm_op, now xsm_op
//| 28 = nmi_op
//| 29 = sched_op
//| 30 + callback_op
//| 31 + xenoprof_op
//| 32 + event_channel_op
//| 33 + physdev_op
//| 34 + hvm_op
//| 35 + sysctl
//| 36 + domctl
//| 37 + kexec_op
//| 38 + tmem_op
//| 39 + argo_op
//| 40 + xenpmu_op
//| 41 + dm_op
//| 42 + hypfs_op
//| then 29: kept 25, changed 4; now 42
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
#include <xen/xen.h>

struct row {
    int number;
    const char *name;
};

//@ section: then
/* xen/include/public/xen.h of 3.0.2, April 2006. */
static const struct row then[] = {
    {0, "set_trap_table"}, {1, "mmu_update"}, {2, "set_gdt"}, {3, "stack_switch"},
    {4, "set_callbacks"}, {5, "fpu_taskswitch"}, {6, "sched_op_compat"}, {7, "dom0_op"},
    {8, "set_debugreg"}, {9, "get_debugreg"}, {10, "update_descriptor"}, {12, "memory_op"},
    {13, "multicall"}, {14, "update_va_mapping"}, {15, "set_timer_op"},
    {16, "event_channel_op"}, {17, "xen_version"}, {18, "console_io"}, {19, "physdev_op"},
    {20, "grant_table_op"}, {21, "vm_assist"}, {22, "update_va_mapping_otherdomain"},
    {23, "iret"}, {24, "vcpu_op"}, {25, "set_segment_base"}, {26, "mmuext_op"},
    {27, "acm_op"}, {28, "nmi_op"}, {29, "sched_op"},
};
//@ end

/* The numbers below are compared with the header by the compiler, and the list by the test. */
#define NOW(number, name) {number, #name},
static const struct row now[] = {
    NOW(0, set_trap_table)
    NOW(1, mmu_update)
    NOW(2, set_gdt)
    NOW(3, stack_switch)
    NOW(4, set_callbacks)
    NOW(5, fpu_taskswitch)
    NOW(6, sched_op_compat)
    NOW(7, platform_op)
    NOW(8, set_debugreg)
    NOW(9, get_debugreg)
    NOW(10, update_descriptor)
    NOW(12, memory_op)
    NOW(13, multicall)
    NOW(14, update_va_mapping)
    NOW(15, set_timer_op)
    NOW(16, event_channel_op_compat)
    NOW(17, xen_version)
    NOW(18, console_io)
    NOW(19, physdev_op_compat)
    NOW(20, grant_table_op)
    NOW(21, vm_assist)
    NOW(22, update_va_mapping_otherdomain)
    NOW(23, iret)
    NOW(24, vcpu_op)
    NOW(25, set_segment_base)
    NOW(26, mmuext_op)
    NOW(27, xsm_op)
    NOW(28, nmi_op)
    NOW(29, sched_op)
    NOW(30, callback_op)
    NOW(31, xenoprof_op)
    NOW(32, event_channel_op)
    NOW(33, physdev_op)
    NOW(34, hvm_op)
    NOW(35, sysctl)
    NOW(36, domctl)
    NOW(37, kexec_op)
    NOW(38, tmem_op)
    NOW(39, argo_op)
    NOW(40, xenpmu_op)
    NOW(41, dm_op)
    NOW(42, hypfs_op)
};

//@ section: checks
_Static_assert(__HYPERVISOR_multicall == 13, "kept");
_Static_assert(__HYPERVISOR_platform_op == 7, "was dom0_op");
_Static_assert(__HYPERVISOR_event_channel_op == 32, "was 16");
_Static_assert(__HYPERVISOR_domctl == 36, "new");
//@ end

enum { THEN = sizeof then / sizeof *then, NOWS = sizeof now / sizeof *now };

static const struct row *by_number(const struct row *rows, int count, int number)
{
    for (int i = 0; i < count; i++)
        if (rows[i].number == number)
            return &rows[i];
    return NULL;
}

static const struct row *by_name(const struct row *rows, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (!strcmp(rows[i].name, name))
            return &rows[i];
    return NULL;
}

//@ section: compare
int main(void)
{
    int kept = 0, changed = 0;
    printf("nr: = kept, ~ changed, + new\n");
    for (int number = 0; number < 43; number++) {
        const struct row *old = by_number(then, THEN, number);
        const struct row *new = by_number(now, NOWS, number);
        if (old && new && !strcmp(old->name, new->name)) {
            printf("%2d = %s\n", number, old->name);
            kept++;
        } else if (old && new) {
            const struct row *moved = by_name(now, NOWS, old->name);
            printf("%2d ~ %s, now %s", number, old->name, new->name);
            if (moved)
                printf(" (itself %d)", moved->number);
            printf("\n");
            changed++;
        } else if (new) {
            printf("%2d + %s\n", number, new->name);
        }
    }
    printf("then %d: kept %d, changed %d; now %d\n", THEN, kept, changed, NOWS);
}
//@ end
