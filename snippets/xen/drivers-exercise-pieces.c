//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c drivers-exercise-pieces.sh
//@ args: drivers-exercise-pieces.sh
//@ output:
//| == xenstore-write $back/frontend-id $2 $back/frontend $front
//| front Unknown, back Unknown
//| == xenstore-write $front/backend-id 0 $front/backend $back
//| front Unknown, back Unknown
//| == xenstore-chmod -r $front n$2 r0
//| front Unknown, back Unknown
//| == xenstore-chmod -r $back n0 r$2
//| front Unknown, back Unknown
//| == xenstore-write $front/state 1
//|   front: probe()
//| front Initialising, back Unknown
//| == xenstore-write $back/state 1
//|   back: probe()
//|   back: Initialising -> InitWait
//|   front: grants a page, opens an event channel
//|   front: Initialising -> Initialised
//|   back: maps grant 8, binds port 15
//|   back: InitWait -> Connected
//|   front: Initialised -> Connected
//| front Connected, back Connected
#include "drivers-xenbus.c"
