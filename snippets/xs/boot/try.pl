#@ section: try
use v5.36;
package Limits { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Limits', $VERSION) }

say 'loaded';
say 'called ', Limits::called(), ' and ', Limits::called();
say 'INT_MAX is ', Limits::INT_MAX();
#@ end: try
