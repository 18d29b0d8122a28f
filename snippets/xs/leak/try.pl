use v5.36;
#@ section: package
package Count { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Count', $VERSION) }
#@ end: package

say "leaky:  @{[Count::leaky(3)]}";
say "mortal: @{[Count::mortal(3)]}";
#@ section: measure
for my $name ('leaky', 'mortal') {
    my $xsub   = Count->can($name);
    my $before = Count::alive();
    for (1 .. 1000) { $xsub->(3) }
    say "$name leaves ", Count::alive() - $before, " behind";
}
#@ end: measure
