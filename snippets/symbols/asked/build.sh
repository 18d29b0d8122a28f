$CC $CFLAGS -fPIC -shared -o libnode.so library.c
$CC $CFLAGS -fPIC -shared -o mock.so mock.c
$CC $CFLAGS -o main main.c ./libnode.so

echo '== alone'
./main
echo '== with the mock'
LD_PRELOAD=./mock.so ./main
