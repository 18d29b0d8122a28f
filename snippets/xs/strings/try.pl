use v5.36;
use utf8;
package Text { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Text', $VERSION) }

binmode STDOUT, ':utf8';
#@ section: texts
utf8::upgrade(my $upgraded = "caf\xe9");
my @texts = (['a NUL b', "a\0b"], ['café', "caf\xe9"], ['upgraded', $upgraded], ['€', "\x{20ac}"]);
#@ end: texts

say $texts[1][1] eq $texts[2][1] ? 'café eq upgraded' : 'café ne upgraded';
#@ section: sizes
for (@texts) {
    my ($name, $text) = @$_;
    print $name, ': length ', length $text;
    for my $how ('c', 'pv', 'byte', 'utf8') {
        my $xsub = Text->can("size_$how");
        print ", $how ", eval { $xsub->("$text") } // 'croaks';
    }
    print "\n";
}
#@ end: sizes
#@ section: echoes
for (@texts) {
    my ($name, $text) = @$_;
    say "$name: echo_c ", Text::echo_c("$text") eq $text ? 'equal' : 'differs',
        ', echo ', Text::echo("$text") eq $text ? 'equal' : 'differs';
}
#@ end: echoes
