#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "copy.h"

//@ section: cleanups
static void free_text(char **at) { free(*at); }

static void close_file(const int *fd)
{
    int before = errno;

    if (*fd >= 0)
        close(*fd);
    errno = before;
}

static void unlock(pthread_mutex_t **held)
{
    pthread_mutex_unlock(*held);
}

static pthread_mutex_t *lock(pthread_mutex_t *mutex)
{
    pthread_mutex_lock(mutex);
    return mutex;
}

#define auto_text __attribute__((cleanup(free_text))) char *
#define auto_close __attribute__((cleanup(close_file))) int
#define auto_unlock \
    __attribute__((cleanup(unlock), unused)) pthread_mutex_t *
//@ end

//@ section: copy
int config_copy(const char *from, const char *to)
{
    auto_unlock held = lock(&config_lock);

    auto_text temporary = malloc(strlen(to) + 5);
    if (!temporary)
        return -1;
    sprintf(temporary, "%s.new", to);

    auto_close in = open(from, O_RDONLY);
    if (in < 0)
        return -1;

    auto_close out = creat(temporary, 0600);
    if (out < 0)
        return -1;

    struct stat about;
    if (fstat(in, &about) != 0)
        return -1;

    size_t size = (size_t)about.st_blksize;
    auto_text buffer = malloc(size);
    if (!buffer)
        return -1;

    ssize_t got;
    while ((got = read(in, buffer, size)) > 0)
        if (write(out, buffer, (size_t)got) != got)
            return -1;
    if (got < 0 || fsync(out) != 0)
        return -1;
    return rename(temporary, to);
}
//@ end
