"""A page that says something wrong fails the build of both engines, and names its place."""

import re
from pathlib import Path

import pytest

from cworkbook import book, records
from support.sites import ENGINES, build, small_book

pytestmark = pytest.mark.audit

# Three lines of front matter, which both engines take off before a page is rendered.
FRONT = "---\ntitle: Broken\n---\n"
SNIPPET = '//@ do: run\n//@ output: 3\n#include <stdio.h>\nint main(void) { puts("3"); }\n'

BROKEN = {
    "a declaration that cannot be read": (
        '```c {explain="1"}\nint x;\nint *(p;\n```\n',
        ":7:",
        "error",
    ),
    "a snippet that is not there": (
        '```c {snippet="three.cc"}\n```\n',
        ":5:",
        "there is no snippet 'three.cc' in snippets/; did you mean 'three.c'?",
    ),
    "a section that is not there": (
        '```c {snippet="three.c:loop"}\n```\n',
        ":5:",
        "three.c has no section 'loop'",
    ),
    "a stale record": ('```c {snippet="three.c"}\n```\n', ":5:", "run make bless"),
    "an unknown option": (
        '```c {explain="1" sdt="c17"}\nint x;\n```\n',
        ":5:",
        "unknown option 'sdt'; did you mean 'std'?",
    ),
    "an unreadable declaration in a sentence": (
        "Text,\nand `#!cdecl int *(p` in it.\n",
        ":6:",
        "error",
    ),
    "a figure without a text alternative": (
        '```figure {caption="A box"}\nbox\n```\n',
        ":5:",
        "a figure needs its text alternative",
    ),
    "a slip in a figure": (
        '```figure {alt="A box of one kind"}\nbox\nbxo\n```\n',
        ":7:1:",
        "did you mean `box`?",
    ),
    "a fence that is not closed": (
        '```figure {alt="A box of one kind"}\nbox\n',
        ":5:",
        "this fence is not read as one",
    ),
    "an option of a list that is made from data": (
        '```words {sort="no"}\n```\n',
        ":5:",
        "unknown option 'sort'; this fence has none",
    ),
    "a list that is made from data, within another": (
        "- one\n\n    ```words\n    ```\n",
        ":7:",
        "this fence begins at the margin",
    ),
    "a fence behind what is made from data": (
        '```words\n```\n\n```c {explain="1"}\nint *(p;\n```\n',
        ":9:",
        "error",
    ),
    "a fence within an answer": (
        '??? answer "Reveal"\n\n    ```c {explain="1"}\n    int *(p;\n    ```\n',
        ":8:",
        "error",
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_page_fails_the_build_and_names_page_and_line(
    case: str, engine: str, tmp_path: Path
) -> None:
    text, place, message = BROKEN[case]
    folder = small_book(tmp_path, {"index.md": "# Home\n", "broken.md": f"{FRONT}\n{text}"})
    _stale_record(folder)
    result = build(engine, folder)
    said = result.stdout + result.stderr
    assert result.returncode == 1, said
    assert f"docs/broken.md{place}" in said
    assert message in said
    assert "Traceback" not in said


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_data_file_fails_the_build_and_names_its_own_line(
    engine: str, tmp_path: Path
) -> None:
    glossary = '[terms.lvalue]\nname = "lvalue"\nmeens = "An expression."\n'
    folder = small_book(tmp_path, {"index.md": "# Home\n", "glossary.toml": glossary})
    result = build(engine, folder)
    said = result.stdout + result.stderr
    assert result.returncode == 1, said
    assert "docs/glossary.toml:3: error: unknown key 'meens'; did you mean 'means'?" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_page_mended_passes(engine: str, tmp_path: Path) -> None:
    text = '```c {explain="1"}\nint x;\nint *(p);\n```\n\n`#!cdecl int *p`\n'
    folder = small_book(tmp_path, {"index.md": "# Home\n", "mended.md": f"{FRONT}\n{text}"})
    result = build(engine, folder)
    assert result.returncode == 0, result.stdout + result.stderr
    html = (folder / "site/mended/index.html").read_text(encoding="utf-8")
    assert re.sub(r"<[^>]*>", "", html).count("p is a pointer to int") == 2


def _stale_record(folder: Path) -> None:
    """Give the book a snippet whose record was made from another text."""
    path = folder / "snippets/three.c"
    path.write_text(SNIPPET, encoding="utf-8")
    program = book.load(path, folder)
    records.store(program, records.Record("three.c", "0" * 64, {}, ()))
