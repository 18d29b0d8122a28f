use v5.36;
package Point { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Point', $VERSION) }

#@ section: try
my $point = Point->new;
say 'x is ', $point->x, ', y is ', $point->y;
#@ end: try
