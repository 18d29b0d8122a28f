"""Which header of ISO C or POSIX declares a name that another header was asked for."""

_NAMES = {
    "assert.h": "assert",
    "ctype.h": (
        "isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace "
        "isupper isxdigit tolower toupper"
    ),
    "errno.h": "errno EDOM EILSEQ ERANGE EINTR EAGAIN ENOENT EINVAL ENOMEM EACCES EEXIST",
    "inttypes.h": "imaxabs imaxdiv strtoimax strtoumax PRId64 PRIu64 PRIx64 PRId32 PRIu32",
    "limits.h": (
        "CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LONG_MAX LONG_MIN LLONG_MAX LLONG_MIN "
        "SCHAR_MAX SCHAR_MIN SHRT_MAX SHRT_MIN UCHAR_MAX UINT_MAX ULONG_MAX ULLONG_MAX "
        "USHRT_MAX PATH_MAX"
    ),
    "float.h": ("FLT_MAX FLT_MIN FLT_EPSILON DBL_MAX DBL_MIN DBL_EPSILON LDBL_MAX FLT_DIG DBL_DIG"),
    "locale.h": "setlocale localeconv lconv",
    "math.h": (
        "acos asin atan atan2 cos sin tan cosh sinh tanh exp exp2 expm1 frexp ldexp log log10 "
        "log1p log2 modf cbrt fabs hypot pow sqrt ceil floor round lround trunc fmod remainder "
        "nan fdim fmax fmin fma isnan isinf isfinite signbit HUGE_VAL INFINITY NAN M_PI"
    ),
    "setjmp.h": "jmp_buf setjmp longjmp",
    "signal.h": (
        "signal raise sig_atomic_t SIGABRT SIGFPE SIGILL SIGINT SIGSEGV SIGTERM SIG_DFL "
        "sigaction sigemptyset sigaddset kill sigset_t"
    ),
    "stdarg.h": "va_list va_start va_arg va_end va_copy",
    "stdbool.h": "bool true false",
    "stddef.h": "NULL size_t ptrdiff_t offsetof max_align_t nullptr_t",
    "stdint.h": (
        "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t "
        "intmax_t uintmax_t INT8_MAX INT16_MAX INT32_MAX INT64_MAX UINT8_MAX UINT16_MAX "
        "UINT32_MAX UINT64_MAX SIZE_MAX"
    ),
    "stdio.h": (
        "FILE fpos_t stdin stdout stderr EOF BUFSIZ remove rename tmpfile tmpnam fclose fflush "
        "fopen freopen setbuf setvbuf fprintf fscanf printf scanf snprintf sprintf sscanf "
        "vfprintf vprintf vsnprintf vsprintf vscanf fgetc fgets fputc fputs getc getchar gets "
        "putc putchar puts ungetc fread fwrite fgetpos fseek fsetpos ftell rewind clearerr feof "
        "ferror perror getline fileno fdopen popen pclose SEEK_SET SEEK_CUR SEEK_END"
    ),
    "stdlib.h": (
        "atof atoi atol atoll strtod strtof strtol strtoll strtoul strtoull rand srand RAND_MAX "
        "calloc malloc realloc free aligned_alloc abort atexit exit _Exit getenv system bsearch "
        "qsort abs labs llabs div ldiv EXIT_SUCCESS EXIT_FAILURE setenv mkstemp realpath"
    ),
    "string.h": (
        "memcpy memmove strcpy strncpy strcat strncat memcmp strcmp strcoll strncmp strxfrm "
        "memchr strchr strcspn strpbrk strrchr strspn strstr strtok memset strerror strlen "
        "strdup strndup strnlen strtok_r stpcpy strsignal"
    ),
    "strings.h": "strcasecmp strncasecmp ffs",
    "time.h": (
        "clock difftime mktime time asctime ctime gmtime localtime strftime clock_t time_t tm "
        "timespec CLOCKS_PER_SEC nanosleep clock_gettime CLOCK_MONOTONIC CLOCK_REALTIME tm_year "
        "tm_mon tm_mday tm_hour tm_min tm_sec"
    ),
    "wchar.h": "wcscpy wcslen wprintf wcscmp mbstate_t wint_t fgetwc fputwc mbrtowc wcrtomb",
    "unistd.h": (
        "read write close lseek fork execv execve execvp pipe dup dup2 getpid getppid sleep "
        "usleep unlink access chdir getcwd isatty ssize_t STDIN_FILENO STDOUT_FILENO getopt "
        "optarg"
    ),
    "fcntl.h": "open creat fcntl O_RDONLY O_WRONLY O_RDWR O_CREAT O_TRUNC O_APPEND",
    "sys/stat.h": "stat fstat lstat chmod mkdir st_mode st_size S_ISDIR S_ISREG",
    "sys/types.h": "pid_t off_t mode_t uid_t gid_t",
    "sys/socket.h": ("socket bind listen accept connect send recv sockaddr SOCK_STREAM AF_INET"),
    "sys/wait.h": "wait waitpid WEXITSTATUS WIFEXITED",
    "sys/mman.h": "mmap munmap mprotect PROT_READ MAP_SHARED MAP_PRIVATE",
    "netinet/in.h": "sockaddr_in in_addr INADDR_ANY",
    "arpa/inet.h": "htons htonl ntohs ntohl inet_ntop inet_pton",
    "pthread.h": (
        "pthread_t pthread_create pthread_join pthread_mutex_t pthread_mutex_lock "
        "pthread_mutex_unlock pthread_cond_wait"
    ),
    "dirent.h": "DIR dirent opendir readdir closedir d_name",
    "poll.h": "poll pollfd POLLIN",
    "threads.h": "thrd_t thrd_create thrd_join mtx_t mtx_lock mtx_unlock",
    "stdatomic.h": "atomic_int atomic_load atomic_store atomic_fetch_add",
    "complex.h": "cabs creal cimag cexp",
}
_HEADERS = {name: header for header, names in _NAMES.items() for name in names.split()}


def header_of(name: str) -> str | None:
    """Return the header in which a program finds a name, None for what is not listed."""
    return _HEADERS.get(name)
