for name in left right mock; do
    $CC $CFLAGS "-DNAME=\"$name\"" -fPIC -shared -o $name.so who.c
done
#@ section: orders
$CC $CFLAGS -o one main.c ./left.so ./right.so
$CC $CFLAGS -o two main.c ./right.so ./left.so
$CC $CFLAGS -DNAME='"main"' -o own main.c who.c ./left.so

echo "left, right: $(./one)"
echo "right, left: $(./two)"
echo "left, right, with a preload: $(LD_PRELOAD=./mock.so ./one)"
echo "its own: $(./own)"
echo "its own, with a preload: $(LD_PRELOAD=./mock.so ./own)"
#@ end
