use v5.36;
use lib '.';
use Geometry;

my $point = Geometry::Point->new(3, 4);
say "$point->{x} and $point->{y}: ", $point->distance, ' away';

$point->{x} = 5;
$point->{y} = 12;
say "$point->{x} and $point->{y}: ", $point->distance, ' away';
