use v5.36;
package Border { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Border', $VERSION) }

$| = 1;
#@ section: try
my $xsub = Border->can($ARGV[0]);
eval { $xsub->(); 1 } or print "  Perl catches: $@";
#@ end: try
