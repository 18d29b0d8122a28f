//@ do: run
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
//@ output:
//| char *[10]             80    80  char *[10]
//| int [10][15]          600   600  int [10][15]
//| int (*[10])[15]        80    80  int (*[10])[15]
//| int *[10][15]        1200    80  int (*[10])[15]
//| int *[2][1000]      16000    16  int (*[2])[1000]
//| char *[2][3][4]       192    16  char (*[2])[3][4]
//| char **[2][3]          48    16  char *(*[2])[3]
#include <stdio.h>

#define ROW(C, SPIRAL)                 \
    printf("%-18s %6zu %5zu  %s\n",    \
           #C, sizeof(C), sizeof(SPIRAL), #SPIRAL)

int main(void)
{
    ROW(char *[10],      char *[10]);
    ROW(int [10][15],    int [10][15]);
    ROW(int (*[10])[15], int (*[10])[15]);
    ROW(int *[10][15],   int (*[10])[15]);
    ROW(int *[2][1000],  int (*[2])[1000]);
    ROW(char *[2][3][4], char (*[2])[3][4]);
    ROW(char **[2][3],   char *(*[2])[3]);
    return 0;
}
