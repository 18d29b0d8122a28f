use strict;
use warnings;
use Test::More tests => 4;

BEGIN { use_ok('Hanoi') }

is(Hanoi::moves(1), 1, 'one disk');
is(Hanoi::moves(10), 2**10 - 1, '10 disks');

eval { Hanoi::moves() };
like($@, qr/^Usage: Hanoi::moves\(disks\)/, 'no argument');
