use v5.36;
use threads;
package Lamp { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Lamp', $VERSION) }
#@ section: skip
@SafeLamp::ISA = 'Lamp';
sub SafeLamp::CLONE_SKIP { 1 }
#@ end: skip

$| = 1;
#@ section: try
{
    my $lamp = $ARGV[0]->new;
    threads->create(sub { })->join;
}
print "  and on\n";
#@ end: try
