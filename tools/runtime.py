"""Builds the libraries that programs in the pages are linked with: C++ with exceptions, and UBSan.

The compiler in the browser (npm's @yowasp/clang) brings libc++ and libc++abi without
exceptions. PyPI's ziglang holds the same release's sources, and a clang of it; its
headers stay out, so that the libraries fit those that the browser's compiler reads.
UBSan's library is our own. Takes the folder to put the libraries in; see the Makefile.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
SOURCES = "ziglang==0.17.1"  # with LLVM 22.1.8, nearest to the browser's clang 22
COMPILER = TOP / "tools/browser/node_modules/@yowasp/clang"
COMPILER_VERSION = "22.0.0-git20542-10"  # another has other headers: they are made anew
HEADERS = COMPILER / "gen/llvm-resources.tar"
UBSAN = TOP / "tools/browser/runtime"

COMPILE = (
    "clang -target wasm32-wasip1 -O2 -fwasm-exceptions -DNDEBUG -w -nostdinc "
    "-isystem headers/include/c++/v1 -isystem headers/include/wasm32-wasip1 "
    "-isystem headers/include"
).split()
CPP = ("--driver-mode=g++", "-nostdinc++", "-std=c++23")

TAG = """\
	.tagtype	__cpp_exception i32
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
    ),
}
"""What the licences of the compiler, its libraries and its C library ask to be passed on."""


def build(folder: Path) -> None:
    """Put the libraries and their licences into `folder`, which then holds nothing else."""
    version = json.loads((COMPILER / "package.json").read_text(encoding="utf-8"))["version"]
    if version != COMPILER_VERSION:
        sys.exit(f"error: @yowasp/clang is {version}: change COMPILER_VERSION in tools/runtime.py")
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        _fetch(work)
        (work / "lib/libunwind/src/tag.S").write_text(TAG, encoding="utf-8")
        shutil.copytree(UBSAN, work / "lib" / UBSAN.name)
        ready = work / "ready"
        ready.mkdir()
        for library in LIBRARIES:
            objects = _compile(library, work)
            _zig(work, "ar", "crsD", f"{ready.name}/{library.name}", *objects)
        for name, files in NOTICES.items():
            texts = dict.fromkeys((work / "lib" / file).read_text("utf-8") for file in files)
            (ready / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
        # Last: what is there stays until all of it is made.
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ready, folder)


def _fetch(work: Path) -> None:
    """Unpack the sources and their compiler as `lib` and `zig`, the headers as `headers`."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--dest", str(work), SOURCES], check=True)  # noqa: S603 - our own words
    wheel = next(work.glob("ziglang-*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if name.startswith(("ziglang/lib/libc", "ziglang/lib/libunwind", "ziglang/zig")):
                packed.extract(name, work)
    wheel.unlink()
    for name in ("lib", "zig"):
        (work / "ziglang" / name).rename(work / name)
    (work / "zig").chmod(0o755)
    with tarfile.open(HEADERS) as headers:
        for member in headers:
            content = headers.extractfile(member)  # None for a folder
            if content is not None and member.name.startswith("include/"):
                path = work / "headers" / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _compile(library: Library, work: Path) -> list[str]:
    """Return the object files that were made of the library's sources."""
    root = work / "lib" / library.folder
    found = sorted(path for pattern in library.sources for path in root.glob(pattern))
    chosen = [path.relative_to(work) for path in found if path.name not in library.without]

    def one(source: Path) -> str:
        made = f"{library.name}.{source.stem}.o"
        language = CPP if source.suffix == ".cpp" else ()
        _zig(work, *COMPILE, *language, *library.options, "-c", str(source), "-o", made)
        return made

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, chosen))


def _zig(work: Path, *words: str) -> None:
    """Run a command of the package in its folder, so that no path of this machine gets inside."""
    subprocess.run(["./zig", *words], cwd=work, check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    build(Path(sys.argv[1]))
