#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ args: mydevice 7
#@ output:
# bash drivers-exercise-pieces.sh DEVICE GUEST
front=/local/domain/$2/device/$1/0
back=/local/domain/0/backend/$1/$2/0

xenstore-write $back/frontend-id $2 $back/frontend $front
xenstore-write $front/backend-id 0 $front/backend $back
xenstore-chmod -r $front n$2 r0
xenstore-chmod -r $back n0 r$2
xenstore-write $front/state 1
xenstore-write $back/state 1
