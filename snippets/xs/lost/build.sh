perl Makefile.PL >log
make >>log 2>&1 || cat log
for class in Kept Lost; do
    valgrind --leak-check=full perl -Mblib try.pl $class 2>report
    # Perl leaves some things behind as well: only records of our functions count.
    lost=$(perl -0777 -ne '
        s/^==\d+==\s+//mg;
        print "$1, $2\n" while /^(.* definitely lost).*\n.*operator new.*\n.*(XS_\w+)/mg;
    ' report)
    echo "$class: ${lost:-nothing lost}"
done
