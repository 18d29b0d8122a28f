swig -c++ -perl5 Geometry.i      # writes Geometry_wrap.cxx and Geometry.pm
perlflags=$(perl -MExtUtils::Embed -e ccopts)
$CC $CFLAGS $perlflags -w -fPIC -shared -o Geometry.so Geometry_wrap.cxx
perl try.pl
