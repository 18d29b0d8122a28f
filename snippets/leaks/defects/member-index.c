struct player {
#ifdef REPAIRED
    int scores[5];
#else
    int scores[4];
#endif
    int admin;
};

//@ section: defect
static void score(struct player *player, int round, int points)
{
    player->scores[round] = points;  // there are 4 of them; `admin` is next
}
//@ end

int main(int argc, char *argv[])
{
    struct player player = {{0}, 0};

    (void)argv;
    score(&player, argc > 0 ? 4 : 0, 1);
    return player.admin > 1;
}
