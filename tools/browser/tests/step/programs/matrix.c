// Arrays whose length the program computes.
static double trace(int n, double m[n][n])
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += m[i][i];
    return sum; //@ moment: summed
}

int main(void)
{
    int n = 2;
    double unit[n][n];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            unit[i][j] = i == j;
    //@ moment: filled
    int row[n + 1];
    for (int i = 0; i <= n; i++)
        row[i] = i * i;
    double t = trace(n, unit); //@ moment: done
    return t == 2 && row[2] == 4 ? 0 : 1;
}
