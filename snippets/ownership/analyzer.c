//@ do: compile
//@ std: c17
//@ compilers: gcc
//@ browser: no is about the analyzer of gcc
//@ options: -Wall -Wextra -fanalyzer
struct names;
//@ section: declared
void names_destroy(struct names *list);
__attribute__((malloc, malloc(names_destroy, 1)))
struct names *names_new(void);
int names_count(const struct names *list);
int names_read(struct names *list, const char *file);
//@ end

//@ section: uses
int early(void)
{
    struct names *list = names_new();

    if (names_count(list) > 4)
        return -1;  //~ warning: leak of 'list'
    names_destroy(list);
    return 0;
}

int never(void)
{
    struct names *list = names_new();

    return names_count(list);  //~ warning: leak of 'list'
}

int handed_on(const char *file)
{
    struct names *list = names_new();

    return names_read(list, file);
}
//@ end
