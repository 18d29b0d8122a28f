use v5.36;
package Box { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Box', $VERSION) }

#@ section: in
say 'both: ', Box::area({width => 3, height => 4});
say 'one: ', Box::area({width => 3});
my %options = (heigth => 4, width => 3);
say 'a slip: ', Box::area(\%options), ', unknown: ', Box::unknown(\%options);
say eval { Box::area(width => 3) } // $@ =~ s/ at .*//sr;
say eval { Box::area([3, 4]) } // $@ =~ s/ at .*//sr;
#@ end: in
