#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ args: mydevice 7
#@ output:
# bash drivers-probe.sh DEVICE GUEST
front=/local/domain/$2/device/$1/0
back=/local/domain/0/backend/$1/$2/0

# What each end must know of the other, before any state.
xenstore-write $back/frontend-id $2 $back/frontend $front
xenstore-write $front/backend-id 0 $front/backend $back
# Each end owns its keys, and the other may read them.
xenstore-chmod -r $front n$2 r0
xenstore-chmod -r $back n0 r$2
# The states: now they may look. The back end's comes last.
xenstore-write $front/state 1
xenstore-write $back/online 1 $back/state 1
