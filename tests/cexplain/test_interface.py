"""Semantic versioning: what the library and the JSON promise, beside the version that promised it.

`goldens/cexplain/interface.txt` begins with that version. Whoever takes a line of it away breaks
somebody's program, and raises the version's first number (its second, before 1.0); whoever adds
one raises at least the second (the third, before 1.0).
"""

import inspect
import json
import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import pytest

import cexplain
from cexplain import explain
from cexplain.render.record import record
from cexplain.tree import DeclarationKind

GOLDEN = Path(__file__).parents[1] / "goldens" / "cexplain" / "interface.txt"
TEXTS = {
    "c23": [
        "static _Alignas(8) const int *restrict p[3] = { 0 };", "int f(int n, ...) { int a; }",
        "struct s { unsigned b : 3; enum e : char { A = 1 } c; union { int d; } u; };", "int f(a);",
        "[[deprecated]] typedef _BitInt(7) T; typeof(x) y; auto z = 3;", "(int *)p", "x = y + 1;",
        "void f(int n, int a[static n], int b[*]);", "while (x) {", "int a[2](void);",
    ],
    "c++17": [
        "class C final : public virtual B { public: explicit C(int n = 3) noexcept; int x; };",
        "template <class T> auto f(const T &t, int C::*m) -> T &&;", "using T = int; x = 3;",
    ],
}  # fmt: skip


def keys(value: object, path: str) -> Iterator[str]:
    """The paths of all keys in a JSON value; what a list holds has the list's path."""
    if isinstance(value, dict):
        of = f"{path}({value['kind']})" if isinstance(value.get("kind"), str) else path
        for key, inner in value.items():
            yield f"json {of}.{key}"
            yield from keys(inner, _short(f"{path}.{key}"))
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, path)


def _short(path: str) -> str:
    """A node's path by the last key alone: types nest as deep as somebody writes them."""
    return path.rpartition(".")[2]


def interface() -> list[str]:
    """Everything that is promised, a line each."""
    found = {f"kind {kind}" for kind in get_args(DeclarationKind)}
    for name in cexplain.__all__:
        made = getattr(cexplain, name)
        if inspect.isfunction(made):
            found |= {f"call {name}({one})" for one in inspect.signature(made).parameters}
            found.add(f"call {name}")
        else:
            found |= {f"type {name}.{one}" for one in dir(made) if not one.startswith("_")}
            found.add(f"type {name}")
    for std, texts in TEXTS.items():
        for text in texts:
            found |= set(keys(json.loads(json.dumps(record(explain(text, std=std)))), "input"))
    return sorted(found)


def needed(before: str, was: list[str], now: list[str]) -> tuple[int, int, int]:
    """The least version that may promise `now` when `before` promised `was`."""
    major, minor, patch = map(int, before.split("."))
    if set(was) - set(now):
        return (major + 1, 0, 0) if major else (0, minor + 1, 0)
    if set(now) - set(was):
        return (major, minor + 1, 0) if major else (0, minor, patch + 1)
    return major, minor, patch


def test_the_version_says_what_changed_in_the_interface() -> None:
    now, ours = interface(), version("cexplain")
    if os.environ.get("RENEW"):
        GOLDEN.write_text("\n".join([ours, *now]) + "\n", encoding="utf-8")
    before, *was = GOLDEN.read_text(encoding="utf-8").splitlines()
    least = needed(before, was, now)
    assert tuple(map(int, ours.split("."))) >= least, f"raise the version to {least}"
    assert was == now, "RENEW=1 keeps what the new version promises"


@pytest.mark.parametrize(
    ("before", "was", "now", "least"),
    [
        ("1.2.3", ["a", "b"], ["a", "b"], (1, 2, 3)),
        ("1.2.3", ["a"], ["a", "b"], (1, 3, 0)),
        ("1.2.3", ["a", "b"], ["b"], (2, 0, 0)),
        ("0.1.0", ["a"], ["a", "b"], (0, 1, 1)),
        ("0.1.0", ["a", "b"], ["a", "c"], (0, 2, 0)),
    ],
)
def test_a_version_grows_with_what_it_breaks(
    before: str, was: list[str], now: list[str], least: tuple[int, int, int]
) -> None:
    assert needed(before, was, now) == least
