#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

// Modules of the list that are named after functions of the C library.
static const char *const functions[] = {
    "accept", "bind", "calloc", "canonicalize_file_name", "chown", "clock_gettime", "close",
    "connect", "environ", "backtrace", "fclose", "fcntl", "fdatasync", "ffs", "ffsl",
    "fnmatch", "fsync", "getaddrinfo", "getcwd", "gethostname", "getpass", "getpeername",
    "getsockname", "gettimeofday", "ioctl", "isatty", "ldexp", "listen", "localeconv",
    "mkdtemp", "mkostemp", "mkostemps", "openpty", "perror", "pipe", "pipe2", "poll",
    "pthread_sigmask", "recv", "regcomp", "send", "setenv", "setsockopt", "sigaction",
    "snprintf", "socket", "strchrnul", "strdup", "strndup", "strerror", "strerror_r",
    "strptime", "strsep", "strtok_r", "localtime_r", "timegm", "ttyname_r", "uname",
    "unsetenv", "usleep", "vasprintf", "vsnprintf", "waitpid", "wcwidth",
};

int main(void)
{
    int found = 0, all = sizeof functions / sizeof *functions;

    for (int i = 0; i < all; i++)
        if (dlsym(RTLD_DEFAULT, functions[i]))
            found++;
        else
            puts(functions[i]);
    printf("%d of %d are in the C library\n", found, all);
}
