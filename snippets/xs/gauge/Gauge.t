use v5.36;
use Test::More tests => 5;
use Gauge;

$| = 1;    # no buffer of Perl's before that of std::cout

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
my $number   = 42;
my $stranger = bless \$number, 'Stranger';
eval { Gauge::step($stranger) };
like($@, qr/^step: this is no Gauge/, 'a stranger');

@Heir::ISA = 'Gauge';
eval { Gauge::step(bless {}, 'Heir') };
like($@, qr/^step: this is no Gauge/, 'an heir that is a hash');
#@ end: stranger
