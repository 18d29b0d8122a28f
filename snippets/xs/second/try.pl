use v5.36;
package Split { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Split', $VERSION) }

#@ section: try
my ($mantissa, $exponent) = Split::frexp(48);
say "48 is $mantissa times 2 to the $exponent";

my $fraction = Split::modf(2.75, my $whole);
say "2.75 is $whole and $fraction";
#@ end: try
