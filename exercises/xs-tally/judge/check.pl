use v5.36;
use utf8;
use Scalar::Util qw(weaken);
package Words { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Words', $VERSION) }

sub told ($counts) { join(', ', map { "$_ $counts->{$_}" } sort keys %$counts) || 'no words' }

my %checks = (
    none => sub { say told(Words::tally()) },
    six => sub { say told(Words::tally(qw(to be or not to be))) },
    stored => sub {
        utf8::downgrade(my $short = 'café');
        utf8::upgrade(my $long = 'café');
        my $counts = Words::tally($short, $long);
        say 'words: ', scalar keys %$counts, ', times: ', $counts->{$short} // 'none';
    },
    freed => sub {
        my $counts = Words::tally('a', 'b');
        weaken(my $left = $counts);
        undef $counts;
        say $left ? 'still there' : 'freed';
    },
);
$checks{$ARGV[0]}->();
