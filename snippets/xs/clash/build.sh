core=$(perl -MConfig -e 'print $Config{archlibexp}')/CORE
try() {
    if $CC $CFLAGS -w -fsyntax-only -I"$core" "$@" 2>errors; then
        echo "  compiles"
    else
        grep -m1 -o 'error: .*' errors | sed 's/^/  /'
    fi
}
for header in list random locale regex filesystem; do
    echo "<$header> after perl.h:"
    try "-DHEADER=<$header>" after.cpp
done
echo "<list> after perl.h, with PERL_CORE:"
try "-DHEADER=<list>" -DPERL_CORE after.cpp
for header in random regex; do
    echo "<$header> before perl.h:"
    try "-DHEADER=<$header>" before.cpp
    echo "<$header> after perl.h and #undef:"
    try "-DHEADER=<$header>" undef.cpp
done
echo "<random> before perl.h, a call of seed below it:"
try use.cpp
echo "... and in parentheses:"
try -DPARENTHESES use.cpp
