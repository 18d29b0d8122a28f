//@ do: run
//@ std: gnu17
//@ options: -Wall -Wextra
//@ libraries: -lxenstore
//@ requires: libxen-dev xenstore-utils xen-utils-4.17
//@ under: xenstore-daemon.sh xenstore-shim.c drivers-wrong.sh
//@ args: drivers-wrong.sh
//@ output:
//| == xenstore-write $front/state 1
//|   front: no other end, so no probe()
//|   front: Initialising -> Closing
//| front Closing, back Unknown
//| == xenstore-write $front/backend-id 0
//| front Closing, back Unknown
//| == xenstore-write $front/backend $back
//| front Closing, back Unknown
//| == xenstore-write $back/state 1
//| front Closing, back Initialising
//| == xenstore-write $back/frontend-id $2
//| front Closing, back Initialising
//| == xenstore-write $back/frontend $front
//|   back: probe()
//|   back: Initialising -> InitWait
//|   back: InitWait -> Closing
//| front Closing, back Closing
#include "drivers-xenbus.c"
