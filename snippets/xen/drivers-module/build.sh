# The version comes from the package: this machine may run another kernel.
headers=/usr/src/$(dpkg-query -W -f '${Depends}' linux-headers-amd64 |
    cut -d ' ' -f 1)

make -C "$headers" M="$PWD" modules >log 2>&1 || cat log
echo "$(grep -c warning: log || true) warnings"

for module in deviceback devicefront; do
    echo "$module:"
    for field in alias license description; do
        echo "  $field: $(/sbin/modinfo -F $field $module.ko)"
    done
    nm --undefined-only $module.ko | awk '/xen|irq|work/ { print "    " $2 }'
done
