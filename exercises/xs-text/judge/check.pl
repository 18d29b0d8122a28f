use v5.36;
package Greet { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Greet', $VERSION) }

utf8::upgrade(my $upgraded = "caf\xe9");
my %names = (ascii => 'Ada', nul => "a\0b", euro => "\x{20ac}", latin => "caf\xe9", upgraded => $upgraded);
my $name = $names{$ARGV[0]};
my $found = Greet::greet($name);
if (!utf8::valid($found)) { say 'malformed' }
elsif ($found eq "Hello, $name") { say 'equal' }
else { say 'length ', length $found, ' instead of ', 7 + length $name }
