#@ do: run
#@ requires: xen-utils-4.17
#@ output:
#| accepted
#| Unrecognised record type 0x13
#| Unrecognised record type 0x80000013
export PYTHONPATH=$UNPACKED/xen-utils-4.17/usr/lib/xen-4.17/lib/python
verify=$UNPACKED/xen-utils-4.17/usr/lib/xen-4.17/bin/verify-stream-v2

#@ section: make
# An image with one record of the given type, little-endian, and the end.
image() {
    printf '\377\377\377\377\377\377\377\377XENF\0\0\0\3\0\0\0\0\0\0\0\0'
    printf '\2\0\0\0\14\0\0\0\4\0\0\0\21\0\0\0'
    printf '%b\0\0\0\0' "$1"
    printf '\0\0\0\0\0\0\0\0'
}
#@ end

#@ section: ask
ask() {
    if said=$(image "$1" | python3 "$verify" 2>&1); then
        echo "accepted"
    else
        sed -n 's/.*StreamError: //p' <<<"$said"
    fi
}
ask '\020\0\0\0'   # 0x00000010: end of the static data
ask '\023\0\0\0'   # 0x00000013: not yet given to anything
ask '\023\0\0\200' # 0x80000013: the same, marked as optional
#@ end
