use v5.36;
package Numbers { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Numbers', $VERSION) }

#@ section: list
my @pair = (3, 4);
say 'total: ', Numbers::total(1, @pair, 5);
say 'items: ', Numbers::count(1, @pair, 5);
say 'total of nothing: ', Numbers::total();
say "forwards: @{[Numbers::forwards(1, 2, 3)]}";
say "backwards: @{[Numbers::backwards(1, 2, 3)]}";
#@ end: list
die if "@{[Numbers::backwards(1 .. 500)]}" ne "@{[map { ($_, $_) } 1 .. 500]}";
