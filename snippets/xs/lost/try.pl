use v5.36;
package Lost { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Lost', $VERSION) }

for my $class (@ARGV) {
    $class->new for 1 .. 100;
}
