//@ do: compile
//@ std: c17
//@ compilers: gcc
//@ browser: no is about the analyzer of gcc
//@ options: -Wall -Wextra -fanalyzer
struct names;
void names_destroy(struct names *list);
struct names *names_new(void);
int names_count(const struct names *list);

//@ section: uses
int early(void)
{
    struct names *list = names_new();

    if (names_count(list) > 4)
        return -1;
    names_destroy(list);
    names_destroy(list);
    return 0;
}
//@ end
