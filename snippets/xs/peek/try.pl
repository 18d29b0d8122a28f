use v5.36;
package Peek { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Peek', $VERSION) }

use Devel::Peek 'Dump';

#@ section: dump
Dump(Peek::mortal());
Dump(Peek::leaky());
#@ end: dump
