"""The licences that go out with the site: of each thing that it holds of others, its own words."""

import re
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[1] / "docs/assets/build"

# What the site holds of others, and words that only that licence has.
HELD = {
    "@bjorn3/browser_wasi_shim": "Apache License",
    "@codemirror/view": "Marijn Haverbeke",
    "@fontsource/ibm-plex-sans": "SIL OPEN FONT LICENSE",
    "@yowasp/clang": "",  # LLVM's, below
    "CPython": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    "LLVM": "LLVM Exceptions to the Apache 2.0 License",
    "Material for MkDocs": "Martin Donath",
    "Zensical": "Zensical",
    "Zig": "Zig contributors",
    "dlmalloc": "toyobayashi",
    "fortitudo": "Eclipse Public License",
    "pycparser": "Eli Bendersky",
    "pyodide": "",  # the Mozilla Public License asks for its name and a link: docs/explainer
    "wasi-libc": "musl",
}


def parts() -> dict[str, str]:
    """The text of each licence by its holder's name."""
    path = BUILD / "licences.txt"
    if not path.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    text = path.read_text(encoding="utf-8")
    found = re.split(rf"(?:^|\n\n{'-' * 72}\n\n)(\S[^\n]*)\n\n", text)
    return dict(zip((name.split(" (")[0] for name in found[1::2]), found[2::2], strict=True))


def test_each_thing_of_others_that_the_site_holds_has_its_licence_there() -> None:
    found = parts()
    assert set(found) >= set(HELD)
    wanting = [name for name, words in HELD.items() if words.lower() not in found[name].lower()]
    assert wanting == []
