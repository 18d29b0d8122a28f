use v5.36;
package Memo { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Memo', $VERSION) }
package Witness { my $gone = 0; sub new { bless {}, shift } sub DESTROY { $gone++ } sub gone { $gone } }

my %checks = (
    copy => sub {
        my $name = 'Ada';
        Memo::keep($name);
        $name = 'Grace';
        say Memo::recall() // 'nothing';
    },
    outlives => sub {
        { my $name = join '', 'A', 'da'; Memo::keep($name) }
        my @others = map { "other $_" } 1 .. 100;
        say Memo::recall() // 'nothing';
    },
    lets_go => sub {
        Memo::keep(Witness->new);
        say 'destroyed too soon' if Witness->gone;
        Memo::keep('something else');
        say 'destroyed: ', Witness->gone;
    },
);
$checks{$ARGV[0]}->();
