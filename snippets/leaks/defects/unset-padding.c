#include <string.h>
#include <unistd.h>

struct reply {
    char kind;
    int number;
};

//@ section: defect
static long answer(int number)
{
    struct reply reply;

#ifdef REPAIRED
    memset(&reply, 0, sizeof reply);
#endif
    reply.kind = 'n';
    reply.number = number;
    return write(1, &reply, sizeof reply);  // 3 bytes of padding go out too
}
//@ end

int main(void)
{
    return answer(42) != sizeof(struct reply);
}
