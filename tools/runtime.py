"""Builds the libraries that programs in the pages are linked with: C, C++ with exceptions, UBSan.

The compiler in the browser (npm's @yowasp/clang) brings libraries for pointers of 32 bits, and
of C++ without exceptions. PyPI's ziglang holds the same release's sources, and a clang of it; its
headers stay out, so that the libraries fit those that the browser's compiler reads.
UBSan's library is our own. Takes the folder to put everything in; see the Makefile.
"""

import json
import shutil
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import wide_libc
from zig import archive, compiled, fetch, zig

TOP = Path(__file__).resolve().parents[1]
COMPILER = TOP / "tools/browser/node_modules/@yowasp/clang"
COMPILER_VERSION = "22.0.0-git20542-10"  # another has other headers: they are made anew
HEADERS = COMPILER / "gen/llvm-resources.tar"
UBSAN = TOP / "tools/browser/runtime"
ALLOCATOR = TOP / "tools/browser/node_modules/emnapi/src/malloc/dlmalloc"

COMPILE = (
    f"clang -target {wide_libc.TARGET} -O2 -fwasm-exceptions -DNDEBUG -w -nostdinc "
    f"-isystem headers/include/c++/v1 -isystem headers/include/{wide_libc.TARGET} "
    "-isystem headers/include"
).split()
CPP = ("--driver-mode=g++", "-nostdinc++", "-std=c++23")

TAG = """\
	.tagtype	__cpp_exception i64
	.globl	__cpp_exception
__cpp_exception:
"""
"""The one kind of exception that WebAssembly's C++ throws; each program needs it defined once."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library's sources in the package (glob patterns), those left out, and its options."""

    name: str
    folder: str
    sources: tuple[str, ...]
    without: frozenset[str]
    options: tuple[str, ...]


LIBRARIES = (
    Library(
        "libc++.a",
        "libcxx/src",
        ("*.cpp", "ryu/*.cpp", "filesystem/*.cpp"),
        # new and delete are libc++abi's; files cannot be copied where there are none.
        frozenset({"new.cpp", "operations.cpp"}),
        (
            *("-D_LIBCPP_BUILDING_LIBRARY", "-DLIBCXX_BUILDING_LIBCXXABI"),
            *("-fvisibility-inlines-hidden", "-Ilib/libcxx/src", "-Ilib/libcxx/libc"),
            "-Ilib/libcxxabi/include",
        ),
    ),
    Library(
        "libc++abi.a",
        "libcxxabi/src",
        ("*.cpp",),
        frozenset({"cxa_noexception.cpp"}),
        (
            *("-D_LIBCXXABI_BUILDING_LIBRARY", "-D_LIBCPP_BUILDING_LIBRARY"),
            *("-Ilib/libcxx/src", "-Ilib/libcxxabi/include", "-Ilib/libunwind/include"),
        ),
    ),
    Library(
        "libunwind.a",
        "libunwind/src",
        ("Unwind-wasm.c", "tag.S"),
        frozenset(),
        ("-D_LIBUNWIND_HIDE_SYMBOLS", "-Ilib/libunwind/include"),
    ),
    Library(
        "libubsan.a",
        UBSAN.name,
        ("*.c", "*.cpp"),
        frozenset({"null.c"}),
        # How classes describe themselves is in a header of libc++abi's own.
        ("-Ilib/libcxxabi/src", "-Ilib/libcxxabi/include"),
    ),
    Library("libnull.a", UBSAN.name, ("null.c",), frozenset(), ()),
)


NOTICES = {
    "LLVM": ("libcxx/LICENSE.TXT", "libcxxabi/LICENSE.TXT", "libunwind/LICENSE.TXT"),
    "wasi-libc": (
        "libc/wasi/LICENSE",
        "libc/wasi/LICENSE-MIT",
        "libc/wasi/LICENSE-APACHE-LLVM",
        "libc/wasi/libc-bottom-half/cloudlibc/LICENSE",
        "libc/wasi/libc-top-half/musl/COPYRIGHT",
        "libc/musl/COPYRIGHT",
    ),
    "Zig": ("LICENSE",),
}
"""What the licences of the compiler, its libraries and its C library ask to be passed on."""


def build(folder: Path) -> None:
    """Put libraries, C's headers and licences into `folder`, which then holds nothing else."""
    version = json.loads((COMPILER / "package.json").read_text(encoding="utf-8"))["version"]
    if version != COMPILER_VERSION:
        sys.exit(f"error: @yowasp/clang is {version}: change COMPILER_VERSION in tools/runtime.py")
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        fetch(work)
        c_headers = _headers(work)
        (work / "lib/libunwind/src/tag.S").write_text(TAG, encoding="utf-8")
        shutil.copytree(UBSAN, work / "lib" / UBSAN.name)
        ready = work / "ready"
        shutil.copytree(c_headers, ready / "include")
        wide_libc.build(work, c_headers, UBSAN / "libc", ALLOCATOR, ready.name)
        for library in LIBRARIES:
            objects = compiled(partial(_object, library, work), _sources(library, work))
            archive(work, f"{ready.name}/{library.name}", objects)
        for name, files in NOTICES.items():
            texts = dict.fromkeys((work / "lib" / file).read_text("utf-8") for file in files)
            (ready / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
        shutil.copy(ALLOCATOR.parents[2] / "LICENSE", ready / "dlmalloc.txt")
        # Last: what is there stays until all of it is made.
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ready, folder)


def _headers(work: Path) -> Path:
    """Unpack the compiler's headers as `headers`; return the folder of the C library's."""
    with tarfile.open(HEADERS) as packed:
        unpack(packed, work / "headers")
    there = work / "headers/include/wasm32-wasip1"
    found = there.rename(there.with_name(wide_libc.TARGET))
    wide_libc.headers(found)
    return found


def unpack(packed: tarfile.TarFile, folder: Path) -> None:
    """Write the files of an archive that lie in its `include` into `folder`, and none beside it.

    Debian 12's Python has no filters for archives, which would refuse names such as `include/../x`.
    """
    for member in packed:
        content = packed.extractfile(member)  # None for a folder
        if content is None or not member.name.startswith("include/"):
            continue
        path = (folder / member.name).resolve()
        if not path.is_relative_to((folder / "include").resolve()):
            sys.exit(f"error: an archive holds {member.name!r}, which is outside of its folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read())


def _sources(library: Library, work: Path) -> list[Path]:
    root = work / "lib" / library.folder
    found = sorted(path for pattern in library.sources for path in root.glob(pattern))
    return [path.relative_to(work) for path in found if path.name not in library.without]


def _object(library: Library, work: Path, source: Path) -> str:
    made = f"{library.name}.{source.stem}.o"
    language = CPP if source.suffix == ".cpp" else ()
    zig(work, *COMPILE, *language, *library.options, "-c", str(source), "-o", made)
    return made


if __name__ == "__main__":
    build(Path(sys.argv[1]))
