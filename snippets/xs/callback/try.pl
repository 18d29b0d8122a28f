use v5.36;
package Callback { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Callback', $VERSION) }

$| = 1;
#@ section: try
for my $name ('skipped', 'caught', 'saved', 'cleaned') {
    my $xsub = Callback->can($name);
    say "$name:";
    eval { $xsub->(sub { die "enough\n" }); 1 } or print "  Perl catches: $@";
}
say 'and without an exception:';
Callback::caught(sub { });
Callback::saved(sub { });
Callback::cleaned(sub { });
#@ end: try

package Quiet { use overload bool => sub { 0 } }
eval { Callback::caught(sub { die bless [], 'Quiet' }); 1 } and die 'lost';
