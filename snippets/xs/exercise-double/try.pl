use v5.36;
package Greet { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Greet', $VERSION) }

$| = 1;
print Greet::twice('you'), "\n";
print Greet::once('me'), "\n";
