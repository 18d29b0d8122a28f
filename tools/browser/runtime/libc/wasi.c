/*
 * WASI for programs with pointers of 64 bits.
 *
 * WASI's functions take addresses and sizes of 32 bits, and a page's memory never has more. The C
 * library's wrappers cut the numbers that they hand over; what lies in memory has to be laid out
 * anew, which is done here: lists of buffers, lists of addresses, and sizes that come back. The
 * library's own wrappers of these functions are compiled under the names given by NARROW
 * (tools/wide_libc.py).
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wasi/api.h>

#define NARROW(name) narrow_##name

typedef uint32_t narrow;
typedef __wasi_errno_t status;
typedef __wasi_fd_t file;

/* A buffer as WASI sees it. */
struct buffer {
    narrow start;
    narrow length;
};

/* More are not handed over at once; whoever reads or writes goes on with the rest, as POSIX has it. */
enum { BUFFERS = 16 };

status NARROW(args_get)(uint8_t **to, uint8_t *text);
status NARROW(args_sizes_get)(narrow *count, narrow *bytes);
status NARROW(environ_get)(uint8_t **to, uint8_t *text);
status NARROW(environ_sizes_get)(narrow *count, narrow *bytes);
status NARROW(fd_prestat_get)(file fd, narrow found[2]);
status NARROW(fd_pread)(file fd, const struct buffer *to, size_t count, __wasi_filesize_t at, narrow *done);
status NARROW(fd_pwrite)(file fd, const struct buffer *from, size_t count, __wasi_filesize_t at, narrow *done);
status NARROW(fd_read)(file fd, const struct buffer *to, size_t count, narrow *done);
status NARROW(fd_readdir)(file fd, uint8_t *to, size_t length, __wasi_dircookie_t from, narrow *done);
status NARROW(fd_write)(file fd, const struct buffer *from, size_t count, narrow *done);
status NARROW(path_readlink)(file fd, const char *path, uint8_t *to, size_t length, narrow *done);
status NARROW(poll_oneoff)(const __wasi_subscription_t *wanted, __wasi_event_t *found, size_t count, narrow *done);
status NARROW(sock_recv)(file fd, const struct buffer *to, size_t count, __wasi_riflags_t how, narrow *done, __wasi_roflags_t *flags);
status NARROW(sock_send)(file fd, const struct buffer *from, size_t count, __wasi_siflags_t how, narrow *done);

/* Lays a list of buffers out as WASI sees it; returns how many of them it has. */
static size_t lay_out(struct buffer list[BUFFERS], const void *buffers, size_t count)
{
    const __wasi_ciovec_t *from = buffers; /* of those to read into likewise */

    if (count > BUFFERS) {
        count = BUFFERS;
    }
    for (size_t i = 0; i < count; i++) {
        list[i].start = (narrow)(uintptr_t)from[i].buf;
        list[i].length = (narrow)from[i].buf_len;
    }
    return count;
}

/* Makes addresses of the numbers that WASI left at the start of the same list. */
static void widen(uint8_t **list, narrow count)
{
    narrow number;

    /* From the end: an address lies where the number of a later one did. */
    while (count-- > 0) {
        memcpy(&number, (const char *)list + count * sizeof number, sizeof number);
        list[count] = (uint8_t *)(uintptr_t)number;
    }
}

/* Calls a function whose last number of results is a size, and hands the size on. */
#define WITH_SIZE(result, call)                                                                    \
    do {                                                                                           \
        narrow size = 0;                                                                           \
        status error = (call);                                                                     \
                                                                                                   \
        *(result) = size;                                                                          \
        return error;                                                                              \
    } while (0)

/* Likewise for a function that also takes a list of buffers. */
#define WITH_BUFFERS(buffers, count, result, call)                                                 \
    do {                                                                                           \
        struct buffer list[BUFFERS];                                                               \
        size_t used = lay_out(list, (buffers), (count));                                           \
                                                                                                   \
        WITH_SIZE(result, call);                                                                   \
    } while (0)

static status sizes(status (*get)(narrow *, narrow *), size_t *count, size_t *bytes)
{
    narrow found[2] = {0, 0};
    status error = get(&found[0], &found[1]);

    *count = found[0];
    *bytes = found[1];
    return error;
}

static status texts(status (*get_sizes)(narrow *, narrow *), status (*get)(uint8_t **, uint8_t *),
                    uint8_t **to, uint8_t *text)
{
    narrow count = 0;
    narrow bytes = 0;
    status error = get_sizes(&count, &bytes);

    if (error == __WASI_ERRNO_SUCCESS) {
        error = get(to, text);
    }
    if (error == __WASI_ERRNO_SUCCESS) {
        widen(to, count);
    }
    return error;
}

status __wasi_args_sizes_get(size_t *count, size_t *bytes)
{
    return sizes(NARROW(args_sizes_get), count, bytes);
}

status __wasi_args_get(uint8_t **to, uint8_t *text)
{
    return texts(NARROW(args_sizes_get), NARROW(args_get), to, text);
}

status __wasi_environ_sizes_get(size_t *count, size_t *bytes)
{
    return sizes(NARROW(environ_sizes_get), count, bytes);
}

status __wasi_environ_get(uint8_t **to, uint8_t *text)
{
    return texts(NARROW(environ_sizes_get), NARROW(environ_get), to, text);
}

status __wasi_fd_prestat_get(file fd, __wasi_prestat_t *to)
{
    narrow found[2] = {0, 0}; /* a byte for the kind, and the length of the name */
    status error = NARROW(fd_prestat_get)(fd, found);

    to->tag = (uint8_t)found[0];
    to->u.dir.pr_name_len = found[1];
    return error;
}

status __wasi_fd_read(file fd, const __wasi_iovec_t *to, size_t count, size_t *done)
{
    WITH_BUFFERS(to, count, done, NARROW(fd_read)(fd, list, used, &size));
}

status __wasi_fd_pread(file fd, const __wasi_iovec_t *to, size_t count, __wasi_filesize_t at, size_t *done)
{
    WITH_BUFFERS(to, count, done, NARROW(fd_pread)(fd, list, used, at, &size));
}

status __wasi_fd_write(file fd, const __wasi_ciovec_t *from, size_t count, size_t *done)
{
    WITH_BUFFERS(from, count, done, NARROW(fd_write)(fd, list, used, &size));
}

status __wasi_fd_pwrite(file fd, const __wasi_ciovec_t *from, size_t count, __wasi_filesize_t at, size_t *done)
{
    WITH_BUFFERS(from, count, done, NARROW(fd_pwrite)(fd, list, used, at, &size));
}

status __wasi_sock_recv(file fd, const __wasi_iovec_t *to, size_t count, __wasi_riflags_t how, size_t *done,
                        __wasi_roflags_t *flags)
{
    WITH_BUFFERS(to, count, done, NARROW(sock_recv)(fd, list, used, how, &size, flags));
}

status __wasi_sock_send(file fd, const __wasi_ciovec_t *from, size_t count, __wasi_siflags_t how, size_t *done)
{
    WITH_BUFFERS(from, count, done, NARROW(sock_send)(fd, list, used, how, &size));
}

status __wasi_fd_readdir(file fd, uint8_t *to, size_t length, __wasi_dircookie_t from, size_t *done)
{
    WITH_SIZE(done, NARROW(fd_readdir)(fd, to, length, from, &size));
}

status __wasi_path_readlink(file fd, const char *path, uint8_t *to, size_t length, size_t *done)
{
    WITH_SIZE(done, NARROW(path_readlink)(fd, path, to, length, &size));
}

status __wasi_poll_oneoff(const __wasi_subscription_t *wanted, __wasi_event_t *found, size_t count, size_t *done)
{
    WITH_SIZE(done, NARROW(poll_oneoff)(wanted, found, count, &size));
}
