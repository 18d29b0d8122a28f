perl Makefile.PL >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
for name in through early late; do
    echo "$name:"
    (perl -Mblib try.pl $name || echo "  exit status $?") 2>errors
    sed -n 's/^\(terminate\|libc++abi\|  what\)/  &/p' errors
done
