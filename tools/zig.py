"""PyPI's ziglang: sources of LLVM's and WASI's libraries, and a clang and a Zig to compile them.

Nothing of it is installed: it is unpacked into a folder that the caller throws away.
"""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LOCK = Path(__file__).with_name("requirements-zig.txt")
WANTED = tuple(
    f"ziglang/{name}"
    for name in (
        "zig LICENSE lib/c.zig lib/c/ lib/compiler_rt lib/std/ lib/include/ lib/libcxx "
        "lib/libunwind/ lib/libc/wasi/ lib/libc/musl/ lib/libc/include/wasm- "
        "lib/libc/include/generic-musl/"
    ).split()
)
"""How the names of the files begin that are unpacked."""


def fetch(work: Path) -> None:
    """Unpack the sources and their compilers as `lib` and `zig` in `work`."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*pip, "--dest", str(work), "--requirement", str(LOCK)], check=True)  # noqa: S603 - our own words
    wheel = next(work.glob("ziglang-*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if name.startswith(WANTED):
                packed.extract(name, work)
    wheel.unlink()
    (work / "ziglang/LICENSE").rename(work / "ziglang/lib/LICENSE")
    for name in ("lib", "zig"):
        (work / "ziglang" / name).rename(work / name)
    (work / "zig").chmod(0o755)


def zig(work: Path, *words: str) -> None:
    """Run a command of the package in its folder, so that no path of this machine gets inside."""
    cache = dict.fromkeys(("ZIG_LOCAL_CACHE_DIR", "ZIG_GLOBAL_CACHE_DIR"), str(work / "cache"))
    environment = os.environ | cache
    command = ["./zig", *words]
    subprocess.run(command, cwd=work, check=True, env=environment)  # noqa: S603 - our own words


def compiled(compile_one: Callable[[Path], str], sources: Iterable[Path]) -> list[str]:
    """Return the object files that were made of the sources, all processors at work."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(compile_one, sources))


def archive(work: Path, name: str, objects: Iterable[str]) -> None:
    """Put object files into the library `name`, without anything that changes from run to run."""
    zig(work, "ar", "crsD", name, *objects)


def edit(path: Path, old: str, new: str) -> None:
    """Put `new` in the place of a text that stands in the file once; end if it does not."""
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        sys.exit(f"error: {path.name} of ziglang has changed: it no longer says {old!r} once")
    path.write_text(text.replace(old, new), encoding="utf-8")
