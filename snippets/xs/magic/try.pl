use v5.36;
use threads;
package Dial { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Dial', $VERSION) }
$| = 1;

#@ section: try
@Heir::ISA = 'Dial';
{
    my $dial = Heir->new(7);
    $dial->{label} = 'a hash like any other';
    say '  value ', $dial->value;
    eval { $dial->DESTROY; 1 } or print "  $@";
    threads->create(sub { say '  value ', $dial->value, ' in a thread' })->join;
}
say 'forgeries:';
for my $forged (bless({}, 'Dial'), bless(\(my $number = 42), 'Dial')) {
    eval { Dial::value($forged); 1 } or print "  $@";
}
#@ end: try
