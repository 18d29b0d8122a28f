#include <string.h>

struct user {
#ifdef REPAIRED
    char name[16];
#else
    char name[8];
#endif
    char role[8];
};

//@ section: defect
static void rename_to(struct user *user, const char *name)
{
    strcpy(user->name, name);  // 8 bytes; `role` is next
}
//@ end

int main(int argc, char *argv[])
{
    struct user user = {"", "guest"};

    (void)argv;
    rename_to(&user, argc > 0 ? "Hephaestus" : "");
    return user.role[0] == 'x';
}
