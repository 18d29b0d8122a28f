"""Where a header is that lies in no folder of cpp's own: pkg-config knows."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from cexplain.arguments import UnfitError, misleading
from cexplain.files.flags import preprocessing
from cexplain.processes import Runner

_DEFINED = re.compile(r"^(\w+)\s*=\s*(.*)$", re.MULTILINE)
_FLAGS = re.compile(r"^(?:Cflags|CFlags):\s*(.*)$", re.MULTILINE)
_USED = re.compile(r"\$\{(\w+)\}")
_MOST = 8  # variables within variables; real files have two or three


def flags_for(header: str, run: Runner) -> tuple[str, ...]:
    """Return the flags of the package that has a header, empty if none has or no pkg-config is.

    Of several packages that name the header's folder, the one comes whose own
    name is the shortest: the others are parts of it.
    """
    import shlex  # noqa: PLC0415 - few headers are looked for here

    found = [path.stem for path in _descriptions(run) if _has(path, header)]
    for package in sorted(found, key=lambda name: (len(name), name)):
        if misleading(package):
            continue
        flags = _said(["pkg-config", "--cflags", package], run)
        if flags is not None:
            try:
                return preprocessing(shlex.split(flags), os.path.sep).options
            except (UnfitError, ValueError):
                return ()
    return ()


def _descriptions(run: Runner) -> Iterator[Path]:
    """Yield the .pc files of all packages, those of the folders in PKG_CONFIG_PATH first."""
    folders = _said(["pkg-config", "--variable=pc_path", "pkg-config"], run) or ""
    more = os.environ.get("PKG_CONFIG_PATH", "")
    for folder in [*more.split(":"), *folders.strip().split(":")]:
        if folder and Path(folder).is_dir():
            yield from sorted(Path(folder).glob("*.pc"))


def _said(command: list[str], run: Runner) -> str | None:
    """Return a command's output; None if it fails or does not exist."""
    try:
        ended = run(command, timeout=10.0)
    except FileNotFoundError:
        return None
    return ended.stdout if ended.status == 0 else None


def _has(description: Path, header: str) -> bool:
    """Whether one of the folders that a .pc file names has the header."""
    try:
        text = description.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    flags = _FLAGS.search(text)
    if flags is None:
        return False
    values = {"pcfiledir": str(description.parent), **dict(_DEFINED.findall(text))}
    said = flags[1]
    for _ in range(_MOST):
        said = _USED.sub(lambda used: values.get(used[1], ""), said)
    folders = [word.removeprefix("-I") for word in said.split() if word.startswith("-I")]
    return any((Path(folder) / header).is_file() for folder in folders)
