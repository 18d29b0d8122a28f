$CC $CFLAGS -fPIC -shared -o mock.so mock.c
$CC $CFLAGS -o main main.c
$CC $CFLAGS -static -o static main.c

echo '== write is replaced'
LD_PRELOAD=./mock.so ./main
echo '== the same, linked with -static'
LD_PRELOAD=./mock.so ./static
