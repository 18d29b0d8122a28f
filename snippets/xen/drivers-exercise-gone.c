//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c drivers-exercise-gone.sh
//@ args: drivers-exercise-gone.sh
//@ output:
//| == xenstore-write $back/frontend-id $2 $back/frontend $front
//| front Unknown, back Unknown
//| == xenstore-write $front/backend-id 0 $front/backend $back
//| front Unknown, back Unknown
//| == xenstore-chmod -r $front n$2 r0
//| front Unknown, back Unknown
//| == xenstore-chmod -r $back n0 r$2
//| front Unknown, back Unknown
//| == xenstore-write $back/online 1 $back/state 1
//|   back: probe()
//|   back: Initialising -> InitWait
//|   back: the other end has no state, so it is gone
//|   back: InitWait -> Closed
//| front Unknown, back Closed
//| == xenstore-write $front/state 1
//|   front: probe()
//| front Initialising, back Closed
#include "drivers-xenbus.c"
