use v5.36;
package Lamp { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Lamp', $VERSION) }

#@ section: try
my $lamp = Lamp->new;
say ref $lamp;
eval { say $lamp->watts; 1 } or print $@;
#@ end: try
#@ section: repair
@LampPtr::ISA = 'Lamp';
say $lamp->watts;
#@ end: repair
