#@ do: run
#@ requires: libinline-c-perl
#@ timeout: 60s
#@ output: 1023 moves
use v5.36;
use Inline C => <<~'END';
    unsigned long moves(unsigned disks)
    {
        return disks == 0 ? 0 : 2 * moves(disks - 1) + 1;
    }
    END

say moves(10), ' moves';
