#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ output:
#| name
#| memory
#| ttylinux
#| xenstore-read: couldn't read path /local/domain/7/nam
#| status 1
#| /local/domain = ""   (n0)
#| /local/domain/7 = ""   (n0)
#| /local/domain/7/name = "ttylinux"   (n0)
#| /local/domain/7/memory = ""   (n7,r0)
#| /local/domain/7/memory/target = "65536"   (n0)
#| domain = ""
#|  7 = ""
#|   name = "ttylinux"
#|   memory = ""
xenstore-write /local/domain/7/name ttylinux
xenstore-write /local/domain/7/memory/target 65536
xenstore-list /local/domain/7
xenstore-read /local/domain/7/name
xenstore-read /local/domain/7/nam 2>&1 || echo "status $?"
xenstore-chmod /local/domain/7/memory n7 r0
xenstore-ls -f -p /local
xenstore-rm /local/domain/7/memory/target
xenstore-ls /local
