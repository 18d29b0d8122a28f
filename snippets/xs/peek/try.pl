use v5.36;
package Peek { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Peek', $VERSION) }

use Devel::Peek 'Dump';
$| = 1;    # Dump writes to stderr

#@ section: dump
Dump(Peek::mortal());
Dump(Peek::leaky());
#@ end: dump
#@ section: next
Dump(Peek::next(41));
my $before = Peek::alive();
for (1 .. 1000) { Peek::next(41) }
say 'it leaves ', Peek::alive() - $before, ' behind';
#@ end: next
