"""Fetches the compiler that writes assembly in the pages: clang in WebAssembly for x86-64 and ARM.

The pages' own compiler, npm's @yowasp/clang, knows WebAssembly alone. PyPI's fortitudo brings a
larger LLVM. Only the compiler is taken: no editor, no notebooks, and no headers, which are those
of the pages' programs. Takes the folder to put it in; see the Makefile.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LOCK = Path(__file__).with_name("requirements-assembler.txt")
COMPILER = "fortitudo-0.8.0.data/data/share/jupyter/labextensions/fortitudo/static/compiler/"
PARTS = ("Compiler.js", "Compiler.wasm")
LICENCES = ("fortitudo-0.8.0.dist-info/licenses/LICENSE", f"{COMPILER}licenses/")
"""What goes out with it; the licences of parts that stay behind do no harm."""


def fetch(folder: Path) -> None:
    """Put the compiler and its licences into `folder`, which then holds nothing else."""
    with tempfile.TemporaryDirectory() as made:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        subprocess.run([*pip, "--dest", made, "--requirement", str(LOCK)], check=True)  # noqa: S603 - our own words
        wheel = next(Path(made).glob("fortitudo-*.whl"))
        ready = Path(made, "ready")
        ready.mkdir()
        with zipfile.ZipFile(wheel) as packed:
            for name in PARTS:
                (ready / name).write_bytes(packed.read(COMPILER + name))
            licences = [name for name in packed.namelist() if name.startswith(LICENCES)]
            texts = [packed.read(name).decode() for name in licences]
        (ready / "fortitudo.txt").write_text("\n\n".join(texts), encoding="utf-8")
        # Last: what is there stays until all of it is made.
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ready, folder)


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
