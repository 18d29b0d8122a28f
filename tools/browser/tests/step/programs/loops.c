// Loops of every shape, on one line and on several.
static int squares(int n) { int sum = 0; while (n > 0) { sum += n * n; n--; } return sum; }

int main(void)
{
    int n = 0, i = 3;
    do {
        n += i;
        i--;
    } while (i > 0);
    while (i++ < 2) ;
    for (int k = 0; k < 3; k++) n += k;
    for (int k = 0; k < 2; k++) {
        int fresh;
        fresh = k * 2;
        n += fresh;
    }
    switch (n) {
    case 11:
        n = 1;
        break;
    default:
        n = 2;
    }
    goto out;
    n = 100;
out:
    return n + squares(2) == 6 ? 0 : 1;
}
