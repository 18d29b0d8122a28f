//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c drivers-exercise-late.sh
//@ args: drivers-exercise-late.sh
//@ output:
//| == xenstore-write $back/frontend-id $2 $back/frontend $front
//| front Unknown, back Unknown
//| == xenstore-write $back/online 1 $back/state 1
//| front Unknown, back Initialising
//| == xenstore-write $front/backend-id 0 $front/backend $back
//| front Unknown, back Initialising
//| == xenstore-write $front/state 1
//|   front: probe()
//| front Initialising, back Initialising
#include "drivers-xenbus.c"
