for more in '' -flto; do
    $CC $CFLAGS $more -o program main.c check.c node.c
    $CC $CFLAGS $more -o test main.c check.c fake.c
    echo "${more:-usual} program: $(./program)"
    echo "${more:-usual} test: $(./test)"
done
