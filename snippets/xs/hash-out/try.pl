use v5.36;
package Square { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Square', $VERSION) }

#@ section: out
say 'reference: ', Square::given(3)->{width};
my %square = Square::pairs(3);
say 'pairs: ', join ', ', map { "$_ $square{$_}" } sort keys %square;
say 'in scalar context: ', scalar Square::pairs(3);
for my $name ('counted', 'given', 'pairs') {
    my $xsub   = Square->can($name);
    my $before = Square::alive();
    for (1 .. 1000) { my @result = $xsub->(3) }
    say "$name leaves ", Square::alive() - $before, ' behind';
}
#@ end: out
