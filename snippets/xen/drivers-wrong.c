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
//| front Initialising, back Unknown
//| == xenstore-write $front/backend-id 0
//| front Initialising, back Unknown
//| == xenstore-write $front/backend $back
//| front Initialising, back Unknown
//| == xenstore-write $back/state 1
//| front Initialising, back Initialising
//| == xenstore-write $back/frontend-id $2
//| front Initialising, back Initialising
//| == xenstore-write $back/frontend $front
//|   back: probe()
//|   back: Initialising -> InitWait
//| front Initialising, back InitWait
#include "drivers-xenbus.c"
