unset LD_BIND_NOW PERL_DL_NONLAZY
mkdir t
#@ section: test
cat >t/load.t <<'END'
use Test::More tests => 1;
require XSLoader;
ok(eval { XSLoader::load('Zip'); 1 }, 'the module is loaded') or diag($@);
END
#@ end: test

echo 'without -lz:'
perl Makefile.PL CC="$CC" LD="$CC" LIBS= >log
make OPTIMIZE="$CFLAGS" >>log 2>&1 && echo 'it compiles, and it is linked'
perl -Mblib -e '$| = 1; require XSLoader; XSLoader::load("Zip");
    print "it is loaded\n"; Zip::squeeze("text"); print "it is called\n"' 2>&1 |
    grep -o 'it is .*\|undefined symbol: .*' || true
make test >tested 2>&1 || grep -ao "Failed test '.*" tested
make clean >>log

echo 'with -lz:'
perl Makefile.PL CC="$CC" LD="$CC" >>log
make OPTIMIZE="$CFLAGS" >>log 2>warnings
grep 'Zip.xs:.*warning' warnings || echo 'no warning about Zip.xs'
make test 2>&1 | grep 'All tests successful'
perl -Mblib try.pl
