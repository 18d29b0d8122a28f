#@ section: test
use v5.36;
use utf8;
use Test::More tests => 4;
package Words {
    require XSLoader;
    our $VERSION = '0.01';
    XSLoader::load('Words', $VERSION);
}

my $tally = Words->can($ENV{XSUB} // 'tally');
utf8::downgrade(my $short = 'café');
utf8::upgrade(my $long = 'café');

is_deeply $tally->(), {}, 'no words';
is_deeply $tally->(qw(to be or not to be)),
    {to => 2, be => 2, or => 1, not => 1}, 'six words';
is_deeply $tally->($short, $long),
    {'café' => 2}, 'one word, stored in two ways';

my $before = Words::alive();
for (1 .. 1000) { $tally->('a', 'b') }
is Words::alive() - $before, 0, 'nothing is left behind';
#@ end: test
