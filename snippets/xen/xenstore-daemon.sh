#@ do: run
#@ requires: libxen-dev xenstore-utils xen-utils-4.17
#@ under: xenstore-daemon.sh xenstore-shim.c
#@ args: xenstore-ls
#@ output:
#| tool = ""
#|  xenstored = ""
# Gives a command a xenstored of its own:
#     bash xenstore-daemon.sh COMMAND [ARGUMENT]...
set -eu -o pipefail
here=$(dirname "$0")
xen=${UNPACKED:-$here/../../.cache/debian}/xen-utils-4.17
xenstored=$xen/usr/lib/xen-4.17/bin/xenstored
if [ ! -x "$xenstored" ]; then
    echo "error: xenstored is not unpacked; run make debian" >&2
    exit 1
fi

# The daemon and its clients look here for the socket.
XENSTORED_RUNDIR=$(mktemp -d)
export XENSTORED_RUNDIR
running=
end() {
    if [ -n "$running" ]; then
        kill "$running" 2>/dev/null || true
        wait "$running" || true
    fi
    rm -r "$XENSTORED_RUNDIR"
}
trap end EXIT

mkfifo "$XENSTORED_RUNDIR/events-0"
truncate --size 4096 "$XENSTORED_RUNDIR/page-0"
echo 1 >"$XENSTORED_RUNDIR/port-0"
shim=$XENSTORED_RUNDIR/shim.so
gcc -O2 -fPIC -shared -o "$shim" "$here/xenstore-shim.c"

LD_PRELOAD=$shim "$xenstored" --no-fork &
running=$!
until xenstore-exists / 2>/dev/null; do
    kill -0 "$running" 2>/dev/null # fails when it is gone; it has said why
    sleep 0.01
done
"$@"
