"""What the pages' scripts weigh, by the build's own list."""

import gzip
import json
import re
from collections.abc import Iterable

from support.sites import ROOT

BUILD = ROOT / "docs/assets/build"
FIRST_STEP = ("step.js", "step.css", "step-worker.js")
"""What the page asks for, by the build's names, when somebody presses Step for the first time."""
_STATIC = re.compile(r'(?:\bfrom|\bimport)"\./([\w.-]+\.js)"')


def needed(names: Iterable[str]) -> frozenset[str]:
    """The files that have these names, and all that they import before they run."""
    entries = json.loads((BUILD / "manifest.json").read_text(encoding="utf-8"))["entries"]
    found: set[str] = set()
    waiting = [entries[name] for name in names]
    while waiting:
        file = waiting.pop()
        if file not in found and file.endswith(".js"):
            waiting += _STATIC.findall(text(file))
        found.add(file)
    return frozenset(found)


def text(file: str) -> str:
    """A file of the build as it is."""
    return (BUILD / file).read_text(encoding="utf-8")


def packed(files: Iterable[str]) -> int:
    """The bytes of some files, as a host packs them."""
    return sum(len(gzip.compress((BUILD / one).read_bytes(), 9)) for one in files)
