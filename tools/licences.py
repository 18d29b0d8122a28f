"""Gathers the licences of the Python packages whose work the built site holds.

Takes the folder to put them in, one text each, named after what it is for; see the Makefile.
"""

import sys
from importlib.metadata import distribution
from pathlib import Path

HOLDERS = {
    "CPython (PSF-2.0)": "typing_extensions",  # under CPython's own licence, which it carries whole
    "Material for MkDocs (MIT)": "mkdocs-material",
    "Zensical (MIT)": "zensical",
    "pycparser (BSD-3-Clause)": "pycparser",
}
"""What the site holds, and the installed package whose licence says how it may be passed on."""


def text(package: str) -> str:
    """Return the licence of an installed package, and those of others' work within it.

    Raises FileNotFoundError if the package brought none.
    """
    found = [path for path in distribution(package).files or () if path.name.startswith("LICENSE")]
    if not found:
        raise FileNotFoundError(f"{package} brought no licence")
    found.sort(key=lambda path: (".dist-info" not in path.parts[0], str(path)))  # its own first
    return "\n\n".join(path.read_text(encoding="utf-8") for path in found)


def main(folder: Path) -> None:
    """Put every licence into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for what, package in HOLDERS.items():
        (folder / f"{what}.txt").write_text(text(package), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
