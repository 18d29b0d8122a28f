use v5.36;
package Kept { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Kept', $VERSION) }

$| = 1;
#@ section: try
my $xsub = Kept->can($ARGV[0]);
my @others;
Kept::keep('mine');
for (1 .. 2) {
    say '  ', $xsub->();
    push @others, 'not mine';
}
#@ end: try
