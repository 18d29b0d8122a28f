#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "copy.h"

pthread_mutex_t config_lock = PTHREAD_MUTEX_INITIALIZER;

static int call, refused, blocks;
static bool counting;
static const char *which;

static bool refuse(const char *name)
{
    if (!counting || ++call != refused)
        return false;
    which = name;
    errno = EIO;
    return true;
}

//@ section: wrap
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size)
{
    if (refuse("malloc"))
        return NULL;
    blocks += counting;
    return __real_malloc(size);
}
//@ end

void __real_free(void *block);
void __wrap_free(void *block)
{
    if (counting && block)
        blocks--;
    __real_free(block);
}

int __real_open(const char *name, int flags);
int __wrap_open(const char *name, int flags)
{
    return refuse("open") ? -1 : __real_open(name, flags);
}

int __real_creat(const char *name, mode_t mode);
int __wrap_creat(const char *name, mode_t mode)
{
    return refuse("creat") ? -1 : __real_creat(name, mode);
}

int __real_fstat(int fd, struct stat *about);
int __wrap_fstat(int fd, struct stat *about)
{
    return refuse("fstat") ? -1 : __real_fstat(fd, about);
}

ssize_t __real_read(int fd, void *to, size_t size);
ssize_t __wrap_read(int fd, void *to, size_t size)
{
    return refuse("read") ? -1 : __real_read(fd, to, size);
}

ssize_t __real_write(int fd, const void *from, size_t size);
ssize_t __wrap_write(int fd, const void *from, size_t size)
{
    return refuse("write") ? -1 : __real_write(fd, from, size);
}

int __real_fsync(int fd);
int __wrap_fsync(int fd)
{
    return refuse("fsync") ? -1 : __real_fsync(fd);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to)
{
    return refuse("rename") ? -1 : __real_rename(from, to);
}

static int open_files(void)
{
    int count = 0;

    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) >= 0;
    return count;
}

//@ section: loop
int main(void)
{
    int result, left = 0;

    for (refused = 1; ; refused++) {
        int before = open_files();

        call = blocks = 0;
        counting = true;
        result = config_copy("from", "to");
        counting = false;
        if (result == 0)
            break;

        int files = open_files() - before;
        bool locked = pthread_mutex_trylock(&config_lock) != 0;
        pthread_mutex_unlock(&config_lock);
        if (blocks || files || locked) {
            left++;
            printf("%s refused: leaves %d block, %d files%s\n", which,
                   blocks, files, locked ? ", locked" : "");
        }
    }
    printf("%d refusals, %d left something\n", refused - 1, left);
    return 0;
}
//@ end
