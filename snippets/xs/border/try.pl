use v5.36;
package Border { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Border', $VERSION) }

$| = 1;
#@ section: try
my ($name, @number) = @ARGV;
my $xsub = Border->can($name);
eval { $xsub->(@number); 1 } or print "  Perl catches: $@";
#@ end: try
