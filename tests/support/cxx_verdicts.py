"""What g++ and clang++ say of single declarations of C++, wherever these may stand."""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from support.patience import PATIENCE

COMPILERS = ("g++", "clang++-19" if shutil.which("clang++-19") else "clang++")
_PRELUDE = """\
#include <string>
struct Point { int x, y; Point(); };
struct Base { virtual ~Base(); virtual double area() const; virtual void draw(); };
void take(int *);
const int n = 3;
"""
_NO_STRING = _PRELUDE.replace("#include <string>", "namespace std { struct string { }; }")
_PLACES = (
    "{text}",
    "struct Shape {{ {text} }};",
    "struct Shape : Base {{ {text} }};",
    "struct Shape {{ void draw(); double area() const; Shape(); ~Shape(); }}; {text}",
    "struct Shape; void in_a_list({alone});",
)
"""Where a declaration may stand: it is legal if it is legal in one of these places."""


def _written(text: str, place: str, number: int, order: int) -> str:
    """Return a case in one place, in a namespace and under a file name of its own."""
    alone = text.rstrip(";")
    inside = place.format(text=text, alone=alone)
    return f'#line 1 "case{number}_{order}"\nnamespace ns{number}_{order} {{ {inside} }}\n'


def refused(
    compiler: str, std: str, texts: Sequence[str], folder: Path, expected: Collection[str]
) -> dict[str, str]:
    """Return the texts that a compiler accepts in no place, with its first complaint.

    All are asked in one run, each in a namespace of its own. A verdict that is not the
    `expected` one is asked for again alone, so that neighbours have no say in it.
    """
    every = [(number, order) for number in range(len(texts)) for order in range(len(_PLACES))]
    wrong = _errors(compiler, std, texts, every, folder)
    found: dict[str, str] = {}
    for number, text in enumerate(texts):
        said = [wrong.get((number, order)) for order in range(len(_PLACES))]
        if all(said) != (text in expected):
            said = [
                _errors(compiler, std, texts, [(number, order)], folder).get((number, order))
                for order in range(len(_PLACES))
            ]
        if all(said):
            found[text] = said[0] or ""
    return found


def _errors(
    compiler: str,
    std: str,
    texts: Sequence[str],
    cases: Iterable[tuple[int, int]],
    folder: Path,
) -> dict[tuple[int, int], str]:
    """Return the first error of a compiler about each case."""
    pieces = [_written(texts[n], _PLACES[order], n, order) for n, order in cases]
    path = folder / "verdict.cpp"
    path.write_text(_NO_STRING + "".join(pieces), encoding="utf-8")
    many = "-fmax-errors=0" if compiler == "g++" else "-ferror-limit=0"
    command = [compiler, f"-std={std}", "-fsyntax-only", "-pedantic-errors", many, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    found: dict[tuple[int, int], str] = {}
    for match in re.finditer(r"case(\d+)_(\d+):\d+:\d+: (?:fatal )?error: (.*)", ended.stderr):
        found.setdefault((int(match[1]), int(match[2])), match[3])
    return found
