#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "copy.h"

int config_copy(const char *from, const char *to)
{
    int result = -1;

    pthread_mutex_lock(&config_lock);

    char *temporary = malloc(strlen(to) + 5);
    if (!temporary)
        goto unlock;
    sprintf(temporary, "%s.new", to);

    int in = open(from, O_RDONLY);
    if (in < 0)
        goto free_temporary;

    int out = creat(temporary, 0600);
    if (out < 0)
        goto close_in;

//@ section: added
    struct stat about;
    if (fstat(in, &about) != 0)
        return -1;
//@ end

    size_t size = (size_t)about.st_blksize;
    char *buffer = malloc(size);
    if (!buffer)
        goto close_out;

    ssize_t got;
    while ((got = read(in, buffer, size)) > 0)
        if (write(out, buffer, (size_t)got) != got)
            goto free_buffer;
    if (got < 0 || fsync(out) != 0)
        goto free_buffer;
    if (rename(temporary, to) == 0)
        result = 0;

free_buffer:
    free(buffer);
close_out:
    close(out);
close_in:
    close(in);
free_temporary:
    free(temporary);
unlock:
    pthread_mutex_unlock(&config_lock);
    return result;
}
