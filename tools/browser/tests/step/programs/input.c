// What is read from standard input, and written to a file.
#include <stdio.h>

int main(void)
{
    int number = 0;
    char word[16] = "";
    int count = scanf("%d %15s", &number, word); //@ moment: read
    FILE *file = fopen("out.txt", "w+");
    if (!file)
        return 1;
    fprintf(file, "%s\n", word);
    rewind(file);
    char line[16];
    fgets(line, sizeof line, file); //@ moment: again
    fclose(file);
    printf("%d %s", number + count, line);
    return 0;
}
