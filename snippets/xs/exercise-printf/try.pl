use v5.36;
package Say { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Say', $VERSION) }

#@ section: try
my $xsub = Say->can($ARGV[0]);
say 'one';
$xsub->('two');
say 'three';
#@ end: try
