package Gauge;

use v5.36;

our $VERSION = '0.01';

require XSLoader;
XSLoader::load('Gauge', $VERSION);

1;
