use v5.36;
package Pair { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Pair', $VERSION) }

for my $name ('plain', 'repaired') {
    my $xsub = Pair->can($name);
    say "$name: @{$xsub->(3, 4)}";
    my $before = Pair::alive();
    for (1 .. 1000) { $xsub->(3, 4) }
    say "$name leaves ", Pair::alive() - $before, " behind";
}
