core=$(perl -MConfig -e 'print $Config{archlibexp}')/CORE

echo '1. extern "C" around perl.h'
if $CC $CFLAGS -w -fsyntax-only -I"$core" wrapped.cpp 2>errors; then
    echo '   compiles'
else
    grep -m1 -o 'error: .*' errors | sed 's/^/   /'
fi

echo '2. iostream.h'
$CC $CFLAGS -fsyntax-only iostream.cpp 2>&1 | grep -o 'error: .*' | sed 's/^/   /' || :

echo '3. xsubpp with -C++ and without'
xsubpp Thing.xs >without.c
xsubpp -C++ Thing.xs >with.c
cmp with.c without.c && echo '   the same'

echo '4. under use v5.36: new Thing(1)'
perl -e 'use v5.36; sub Thing::new { "made" } my $x = new Thing(1)' 2>&1 |
    grep -o 'syntax error.*' | sed 's/^/   /'
echo '   and Thing->new(1)'
perl -e 'use v5.36; sub Thing::new { "made" } say "   ", Thing->new(1)'
