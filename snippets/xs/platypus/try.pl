use v5.36;
use FFI::Platypus 2.00;

my $ffi = FFI::Platypus->new(api => 2, lib => './libmoves.so');
$ffi->attach(moves => ['unsigned int'] => 'unsigned long');

say moves(10), ' moves';
