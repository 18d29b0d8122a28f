"""The C library for WebAssembly with pointers of 64 bits, made of wasi-libc's and musl's sources.

Nobody offers one. The sources know it but for a few lines: what lies under the library is
tools/browser/runtime/libc, and headers get the types of x86-64 Linux. What ziglang has in Zig
instead of C, and what the compiler calls by itself, Zig compiles.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from zig import archive, compiled, edit, zig

TARGET = "wasm64-wasip1"
WASI = "lib/libc/wasi"
BOTTOM, TOP = f"{WASI}/libc-bottom-half", f"{WASI}/libc-top-half/musl"
MUSL = "lib/libc/musl"
OWN = "lib/own-libc"

REQUESTED = " ".join(
    f"-D_WASI_EMULATED_{name}" for name in ("SIGNAL", "PROCESS_CLOCKS", "GETPID", "MMAN")
)
CLANG = (
    f"clang -target {TARGET} -O2 -std=gnu17 -DNDEBUG -w -nostdinc -fno-stack-protector {REQUESTED} "
    # Its header of WASI's functions asks for pointers of 32 bits; wasi.c is there for the others.
    f"-D__wasm32__ -D_Static_assert(...)= -I {OWN} -isystem lib/include"
).split()
INNER = (
    f"-I {TOP}/src/include -I {TOP}/src/internal -I {MUSL}/src/include -I {MUSL}/src/internal "
    f"-I {TOP}/arch/wasm32 -I {MUSL}/arch/generic -I {WASI}/libc-top-half/headers/private "
    f"-I {TOP}/include -I {BOTTOM}/cloudlibc/src/include -I {BOTTOM}/cloudlibc/src"
).split()
HEADERS = (
    "-isystem lib/libc/include/wasm-wasi-musl -isystem lib/libc/include/generic-musl "
    f"-idirafter {BOTTOM}/headers/private"
).split()
ZIG = (
    "build-obj -target wasm64-wasi -O ReleaseFast -fstrip "
    "-mcpu generic+bulk_memory+nontrapping_fptoint+sign_ext"
).split()

NARROWED = (
    "args_get args_sizes_get environ_get environ_sizes_get fd_pread fd_prestat_get fd_pwrite "
    "fd_read fd_readdir fd_write path_readlink poll_oneoff sock_recv sock_send"
).split()
"""The functions of WASI that find addresses or sizes in memory; runtime/libc/wasi.c calls them."""

WHOLE = (
    "complex conf crypt ctype fenv locale math multibyte regex search stdio stdlib string".split()
)
"""The folders of musl that are in the library, but for `NOT_HERE` and what wasi-libc replaces."""

NOT_HERE = frozenset(
    "cimag cimagf cimagl creal crealf creall __flt_rounds bind_textdomain_codeset dcngettext "
    "textdomain __fpclassify __fpclassifyf __fpclassifyl __signbit __signbitf __signbitl nearbyint "
    "nearbyintf __lockfile flockfile ftrylockfile funlockfile gets pclose popen remove rename "
    "tempnam tmpfile tmpnam ioctl strsignal".split()
)

CHOSEN = {
    "env": "setenv",
    "exit": "assert quick_exit",
    "legacy": "getpagesize",
    "misc": "a64l basename dirname getdomainname gethostid getopt getopt_long getsubopt realpath",
    "network": "htonl htons in6addr_any in6addr_loopback inet_aton inet_ntop inet_pton ntohl ntohs",
    "thread": "default_attr pthread_attr_destroy pthread_attr_init pthread_attr_setdetachstate "
    "pthread_attr_setstack pthread_attr_setstacksize pthread_barrierattr_destroy "
    "pthread_barrierattr_init pthread_barrierattr_setpshared pthread_cleanup_push "
    "pthread_condattr_destroy pthread_condattr_init pthread_condattr_setpshared pthread_equal "
    "pthread_getspecific pthread_mutex_init pthread_mutexattr_destroy pthread_mutexattr_init "
    "pthread_mutexattr_setpshared pthread_mutexattr_settype pthread_rwlock_destroy "
    "pthread_rwlock_init pthread_rwlockattr_destroy pthread_rwlockattr_init "
    "pthread_rwlockattr_setpshared pthread_setcancelstate pthread_setcanceltype "
    "pthread_setspecific pthread_testcancel thrd_sleep",
    "time": "__month_to_secs __year_to_secs asctime asctime_r ctime ctime_r difftime ftime "
    "strptime timespec_get",
}
"""Of the other folders of musl, the files that need no operating system."""

LIBRARIES = {
    "libwasi-emulated-signal.a": (
        f"{BOTTOM}/signal/signal.c",
        *(f"{MUSL}/src/{name}.c" for name in ("signal/psignal", "string/strsignal")),
    ),
    "libwasi-emulated-process-clocks.a": tuple(
        f"{BOTTOM}/clocks/{name}.c" for name in ("clock", "getrusage", "times")
    ),
    "libwasi-emulated-getpid.a": (f"{BOTTOM}/getpid/getpid.c",),
    "libwasi-emulated-mman.a": (f"{BOTTOM}/mman/mman.c",),
    "libsetjmp.a": (f"{TOP}/src/setjmp/wasm32/rt.c", f"{OWN}/longjmp.S"),
}
"""The libraries beside the C library, which programs ask for one by one."""

EMPTY = ("m", "rt", "pthread", "crypt", "util", "xnet", "resolv", "dl")
"""Libraries that Unix has besides, and this C library holds."""

SOCKETS = {
    "__WASI_RIFLAGS_RECV_PEEK": 1,
    "__WASI_RIFLAGS_RECV_WAITALL": 2,
    "__WASI_ROFLAGS_RECV_DATA_TRUNCATED": 1,
}
"""Of WASI's numbers, those that are in the header of sockets."""

LONGJMP = """\
	.tagtype	__c_longjmp i64
	.globl	__c_longjmp
__c_longjmp:
"""
"""What longjmp throws: an address."""


def headers(folder: Path) -> None:
    """Give the C library's headers in `folder` the types of the processor that is compiled for."""
    wide = r"#ifdef __LP64__\ntypedef \1long \2;\n#else\n\g<0>\n#endif"
    for path in sorted(folder.glob("__typedef_*.h")):
        _sub(path, r"^typedef (unsigned )?long long (\w+);$", wide)
    types = folder / "bits/alltypes.h"
    for name in ("_Int64", "_Reg"):
        edit(types, f"#define {name} long long\n", _choice(name, "long", "long long"))
    # Not so these: what printf's j stands for is built into the compiler.
    _sub(types, r"^typedef signed _Int64 +(?=intmax_t;)", "typedef __INTMAX_TYPE__ ")
    _sub(types, r"^typedef unsigned _Int64 +(?=uintmax_t;)", "typedef __UINTMAX_TYPE__ ")
    limits = folder / "bits/stdint.h"
    _sub(limits, r"^(#define (U?INTPTR|PTRDIFF|SIZE)_MAX +)\w+$", r"\1__\2_MAX__")
    _sub(limits, r"^(#define (INTPTR|PTRDIFF)_MIN +)\w+$", r"\1(-__\2_MAX__ - 1)")
    formats = folder / "__header_inttypes.h"
    _sub(formats, r"__INT(?:_LEAST|_FAST)?64_FMT(\w)__", r'__PRI64 "\1"')
    _sub(formats, r"__UINT(?:_LEAST|_FAST)?64_FMT(\w)__", r'__PRI64 "\1"')
    edit(
        formats,
        "#include <stdint.h>\n",
        "#include <stdint.h>\n" + _choice("__PRI64", '"l"', '"ll"'),
    )
    sockets = folder / "__header_sys_socket.h"
    edit(sockets, "#include <wasi/api.h>\n", "")
    for name, number in SOCKETS.items():
        edit(sockets, name, str(number))


def _sub(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(old, new, text, flags=re.MULTILINE), "utf-8")


def _choice(name: str, wide: str, narrow: str) -> str:
    return f"#ifdef __LP64__\n#define {name} {wide}\n#else\n#define {name} {narrow}\n#endif\n"


def build(work: Path, made: Path, own: Path, allocator: Path, ready: str) -> None:
    """Put the C library, its start, and what stands beside it into the folder `ready` of `work`.

    `made` are the headers that `headers` has been at, `own` is tools/browser/runtime/libc, and
    `allocator` the folder of dlmalloc.c.
    """
    lib = work / OWN
    (lib / "bits").mkdir(parents=True)
    shutil.copy(made / "bits/stdint.h", lib / "bits")
    for path in (*own.iterdir(), *allocator.iterdir()):
        shutil.copy(path, lib)
    (lib / "longjmp.S").write_text(LONGJMP, "utf-8")
    # Zig's own malloc is left out: half of what it hands out stays unused.
    edit(work / "lib/c.zig", '_ = @import("c/malloc.zig");', "")
    objects = compiled(lambda source: _object(work, source), _sources(work))
    archive(work, f"{ready}/libc.a", [*objects, _zig_object(work, "c", "-lc", *_installed(work))])
    for name, sources in LIBRARIES.items():
        archive(work, f"{ready}/{name}", [_object(work, Path(source)) for source in sources])
    builtins = work / "lib/compiler_rt/comparef.zig"
    # clang calls the comparisons of long double as functions that return an int.
    edit(
        builtins,
        "builtin.cpu.arch.isAARCH64()",
        "builtin.cpu.arch.isAARCH64() or builtin.cpu.arch == .wasm64",
    )
    archive(work, f"{ready}/libclang_rt.builtins.a", [_zig_object(work, "compiler_rt")])
    for name in EMPTY:
        archive(work, f"{ready}/lib{name}.a", [])
    for name in ("crt1-command", "crt1-reactor"):
        start = _object(work, Path(BOTTOM, f"crt/{name}.c"))
        (work / start).rename(work / ready / f"{name}.o")


def _sources(work: Path) -> Iterator[Path]:
    """Yield what the C library consists of, in C."""
    wasi = [
        f"{BOTTOM}/cloudlibc/src/libc",
        f"{BOTTOM}/sources",
        TOP,
        f"{WASI}/libc-top-half/sources",
    ]
    found = [path for folder in wasi for path in sorted((work / folder).rglob("*.c"))]
    found += sorted((work / WASI / "thread-stub").glob("*.c"))
    here = {(path.parent.name, path.stem) for path in found}
    for folder in WHOLE:
        for path in sorted((work / MUSL / "src" / folder).glob("*.c")):
            if (folder, path.stem) not in here:
                found.append(path)
    yield from (
        path.relative_to(work)
        for path in found
        if path.stem not in NOT_HERE and "setjmp" not in path.parts
    )
    for folder, names in CHOSEN.items():
        yield from (Path(MUSL, "src", folder, f"{name}.c") for name in names.split())
    yield from (Path(OWN, name) for name in ("wasi.c", "dlmalloc.c", "reallocarray.c"))


def _object(work: Path, source: Path) -> str:
    made = f"{source.parent.name}.{source.stem}.o"
    options = list(INNER)
    if source.stem == "signal":
        options = []  # attributes in musl's inner headers have the names of its own
    elif source.stem == "__wasilibc_real":
        options += [f"-D__wasi_{name}=narrow_{name}" for name in NARROWED]
    elif source.stem == "__wasilibc_tell":
        options += ["-include", "unistd.h", "-include", "errno.h"]  # it leaves them out
    elif "setjmp" in source.parts or source.suffix == ".S":
        options += ["-fwasm-exceptions"]
    zig(work, *CLANG, *options, *HEADERS, "-c", str(source), "-o", made)
    return made


def _zig_object(work: Path, name: str, *options: str) -> str:
    """Return the object file of lib/<name>.zig."""
    made = f"zig.{name}.o"
    zig(work, *ZIG, f"lib/{name}.zig", f"-femit-bin={made}", "--name", name, *options)
    return made


def _installed(work: Path) -> tuple[str, str]:
    """Return the options that keep Zig from looking for a C library: it has none to offer."""
    places = ("include_dir", "sys_include_dir", "crt_dir")
    others = ("msvc_lib_dir", "kernel32_lib_dir", "gcc_dir", "darwin_sdk_dir")
    lines = [f"{name}={work / 'lib/libc/include/wasm-wasi-musl'}" for name in places]
    (work / "libc.txt").write_text(
        "\n".join([*lines, *(f"{name}=" for name in others), ""]), "utf-8"
    )
    return ("--libc", "libc.txt")
