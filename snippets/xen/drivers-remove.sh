#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ args: mydevice 7
#@ output:
# bash drivers-remove.sh DEVICE GUEST
back=/local/domain/0/backend/$1/$2/0

xenstore-write $back/online 0 $back/state 5
