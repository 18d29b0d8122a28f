use v5.36;
package Room { require XSLoader; our $VERSION = '0.01'; XSLoader::load('Room', $VERSION) }

my %calls = (
    missing => sub { Room::missing([]) },
    overrun => sub { Room::overrun(10); 'nothing happens' },
    stale   => sub { Room::stale() ? 'it is freed, and can be read' : 'it is alive' },
);
say $calls{$ARGV[0]}->();
