"""What a compiler accepts without a word."""

import shutil
import subprocess
from pathlib import Path


def accepted(compiler: str, options: list[str], lines: list[str], folder: Path) -> None:
    """Assert that `compiler` finds nothing wrong with the lines."""
    assert shutil.which(compiler), f"{compiler} is a Debian package of tools/debian-packages.txt"
    file = folder / "types.c"
    file.write_text("\n".join(lines) + "\n")
    ran = subprocess.run(
        [compiler, *options, "-fsyntax-only", "-w", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
