"""The site's build beside the same pages with plain fences, both by MkDocs.

The plain pages show the same programs and declarations as bare code: no readings, no paths, no
recorded evidence. The difference is what the workbook's own extension costs.
"""

import re
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import ROOT
from benchmarks.measure import Row, alternately, start
from cworkbook import book

ROUNDS = 5
_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<ticks>`{3,})(?P<info>[^`\n]*)$")
_SNIPPET = re.compile(r'snippet="(?P<path>[^":]+)(?::(?P<section>[^"]+))?"')
_OWN_FENCE = re.compile(r"\b(explain|figure|snippet|proof|show)\b")
_INLINE = re.compile(r"`#!cdecl ([^`]+)`")


def plain(text: str) -> str:
    """Return a page with every fence of the workbook's own turned into a bare one."""
    out: list[str] = []
    closing = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if closing:
            closing = "" if line.strip(" \t>") == closing else closing
            out.append(line)
        elif match and _OWN_FENCE.search(match["info"]):
            closing = match["ticks"]
            out.append(f"{match['indent']}{closing}c")
            out += [match["indent"] + code for code in program(match["info"])]
        else:
            closing = match["ticks"] if match else ""
            out.append(_INLINE.sub(r"`\1`", line))
    return "\n".join(out)


def program(info: str) -> list[str]:
    """Return the lines of the program that a fence's options name; none for a declaration."""
    named = _SNIPPET.search(info)
    if named is None:
        return []
    path = ROOT / "snippets" / named["path"]
    folder = book.snippet_path(path, ROOT / "snippets") or path.parent
    found = book.load(folder, ROOT)
    name = path.name if found.is_folder else None
    return [line.text for line in found.file(name).shown(named["section"])]


def plain_site(folder: Path) -> Path:
    """Return the configuration of the plain pages, which are written below `folder`."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(plain(page.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    own = ("- cworkbook", "- cworkbook.extension", "watch:", "- snippets", "- overrides")
    kept = [line for line in lines if line.split("#")[0].strip() not in own]
    configuration = folder / "mkdocs.yml"
    configuration.write_text("\n".join(kept), encoding="utf-8")
    return configuration


def build(configuration: Path, folder: Path) -> None:
    """Build a site with a fresh process, as `make build` does."""
    options = ["--quiet", "--config-file", str(configuration), "--site-dir", str(folder)]
    start([sys.executable, "-m", "mkdocs", "build", *options])


def measure() -> Row:
    """Return the medians of the builds, in seconds."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        bare = plain_site(folder)
        workbook, alone, ratio = alternately(
            lambda: build(ROOT / "mkdocs.yml", folder / "workbook"),
            lambda: build(bare, folder / "plain"),
            ROUNDS,
        )
        pages = len(list((folder / "workbook").rglob("index.html")))
    return Row(
        f"The site built: {pages} pages",
        f"{workbook:.1f} s",
        f"{alone:.1f} s: the same pages with plain fences",
        f"{ratio:.2f}",
        "python -m benchmarks site",
    )
