perl Makefile.PL >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
for call in through early 'early 42' late 'late 42'; do
    echo "$call:"
    (perl -Mblib try.pl $call || echo "  exit status $?") 2>errors
    sed -n 's/^\(terminate\|libc++abi\|  what\)/  &/p' errors
done
