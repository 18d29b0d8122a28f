use v5.36;
package List { require XSLoader; our $VERSION = '0.01'; XSLoader::load('List', $VERSION) }

$| = 1;
#@ section: try
my $push = List->can($ARGV[0]);
my $word = 'mine';
my @list;
$push->(\@list, $word);
say '  count of $word: ', Internals::SvREFCNT($word);
$word = 'changed';
say "  in the list: $list[0]";
@list = ();
my @others;
push @others, 'not mine';
say "  \$word: $word";
#@ end: try
