use v5.36;
use utf8;
use open qw(:std :utf8);
package Zip { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Zip', $VERSION) }
use Compress::Zlib ();

sub again($squeezed, $text) {
    return Compress::Zlib::uncompress($squeezed) eq $text ? 'the same again' : 'damaged';
}

#@ section: squeeze
my $text = 'a' x 1000;
my $squeezed = Zip::squeeze($text);
say '1000 letters: ', length $squeezed < 100 ? 'shorter' : 'not shorter',
    ', and ', again($squeezed, $text);
say 'blind: length ', length Zip::squeeze_blind($text);
my $bytes = "a\0b\xff";
say 'a NUL and a byte of 255: ', again(Zip::squeeze($bytes), $bytes);
say '€: ', eval { Zip::squeeze('€') } // $@ =~ s/ in sub.*//sr;
#@ end: squeeze

#@ section: stream
say 'level 10: ', eval { Zip::Stream->new(10) } // $@ =~ s/ at .*//sr;
{
    my $stream = Zip::Stream->new;
    my $out = $stream->add('one, ') . $stream->add('two, ') . $stream->add('three', 1);
    say 'in three pieces: ', again($out, 'one, two, three');
    say 'after the end: ', eval { $stream->add('four') } // $@ =~ s/ at .*//sr;
}
Zip::Stream->new($_) for 1 .. 4;
my ($made, $freed) = Zip::counts();
say "$made streams made, $freed freed";
#@ end: stream
