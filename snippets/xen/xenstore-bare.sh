#@ do: run
#@ requires: libxen-dev xen-utils-4.17
#@ output:
#| FATAL: Failed to open connection to hypervisor: No such file or directory
PATH+=:$UNPACKED/xen-utils-4.17/usr/lib/xen-4.17/bin
XENSTORED_RUNDIR=. xenstored --no-fork 2>&1 | tail -n 1
