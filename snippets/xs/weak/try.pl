use v5.36;
package Pair { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Pair', $VERSION) }

$| = 1;
#@ section: try
sub Node::DESTROY ($node) { say "  $node->{name} gone" }
for my $weak (0, 1) {
    say $weak ? 'weak:' : 'strong:';
    {
        my $parent = bless {name => 'parent'}, 'Node';
        my $child = bless {name => 'child'}, 'Node';
        Pair::adopt($parent, $child, $weak);
    }
    say '  the block has ended';
}
say 'the program ends';
#@ end: try
