//@ do: run
//@ std: c17
//@ compilers: gcc clang
//@ options: -Wall -Wextra
//@ stdin:
//| 100
//| tea
//@ output: [tea]
#include <stdio.h>
#include <string.h>

// Reads as read does: as many bytes as there are just now, and at most size.
static int at_once;

static int read_some(char *bytes, int size)
{
    int count = 0, c;

    while (count < size && count < at_once && (c = getchar()) != EOF)
        bytes[count++] = (char)c;
    return count;
}

static void handle(const char *line)
{
    printf("[%s]\n", line);
}

//@ section: lines
// Reads all there is, and handles each line, which has at most 80 bytes.
static void read_lines(void)
{
    char bytes[200];
    int got;

    while ((got = read_some(bytes, sizeof bytes - 1)) > 0) {
        bytes[got] = '\0';
        bytes[strcspn(bytes, "\n")] = '\0';
        handle(bytes);
    }
}
//@ end

int main(void)
{
    if (scanf("%d", &at_once) != 1 || getchar() != '\n')
        return 1;
    read_lines();
    return 0;
}
