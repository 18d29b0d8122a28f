use v5.36;
package Pick { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Pick', $VERSION) }
package Number {
    use overload '0+' => sub { $_[0]{value} }, fallback => 1;
    my $gone = 0;
    sub new ($class, $value) { bless {value => $value}, $class }
    sub DESTROY { $gone++ }
    sub gone { $gone }
}

my %checks = (
    picks => sub { say join ' ', Pick::evens([1 .. 6]) },
    freed => sub {
        { my @list = map { Number->new($_) } 1 .. 4; my @found = Pick::evens(\@list) }
        say 'destroyed: ', Number->gone;
    },
    stays => sub {
        my @list = (1 .. 4);
        { my @found = Pick::evens(\@list) }
        my @others = map { "other $_" } 1 .. 4;
        say join ' ', map { $_ // 'nothing' } @list;
    },
    copies => sub {
        my @list = (1 .. 4);
        $_ = 0 for Pick::evens(\@list);
        say "@list";
    },
);
$checks{$ARGV[0]}->();
