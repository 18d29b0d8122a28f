use v5.36;
package Lamp { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Lamp', $VERSION) }

$| = 1;
#@ section: try
{
    my $lamp = $ARGV[0]->new;
    $lamp->DESTROY;
}
print "  and on\n";
#@ end: try
