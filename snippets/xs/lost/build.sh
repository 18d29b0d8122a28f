perl Makefile.PL >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 || cat log
for classes in Kept Lost 'Lost Kept'; do
    valgrind --leak-check=full perl -Mblib try.pl $classes 2>report
    # Perl leaves things behind as well: only our functions count.
    lost=$(perl -0777 -ne '
        s/^==\d+==\s+//mg;
        print "$1, $2\n" while /^(.* definitely lost).*\n.*operator new.*\n.*(XS_\w+)/mg;
    ' report)
    echo "$classes: ${lost:-nothing lost}"
done
