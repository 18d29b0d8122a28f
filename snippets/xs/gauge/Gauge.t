use v5.36;
use Test::More tests => 4;
use Gauge;

$| = 1;    # Perl's output and that of std::cout in the order in which they come

#@ section: life
{
    my $gauge = Gauge->new('Hi.');
    isa_ok($gauge, 'Gauge');
}
#@ end: life
#@ section: member
my $gauge = Gauge->new('Again.');
is($gauge->step, 4, 'step');
#@ end: member
#@ section: list
is(join(', ', $gauge->multiples(10)),
    '4, 8, 12, 16, 20, 24, 28, 32, 36, 40', 'multiples');
#@ end: list
#@ section: stranger
my $stranger = bless {}, 'Stranger';
like(eval { Gauge::step($stranger) } // $@, qr/^step: this is no Gauge/, 'a stranger');
#@ end: stranger
