use v5.36;
package Narrow { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Narrow', $VERSION) }

#@ section: try
for my $number (7, -1, 2 ** 32 + 3) {
    say "$number: believed ", Narrow::believed($number),
        ', checked ', eval { Narrow::checked($number) } // 'croaks';
}
#@ end: try
