unsigned long moves(unsigned disks)
{
    return disks == 0 ? 0 : 2 * moves(disks - 1) + 1;
}
