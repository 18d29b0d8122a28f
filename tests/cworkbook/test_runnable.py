"""Which programs a page can run by itself, and what it is given for them."""

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from cworkbook import book, records
from cworkbook.directives import browser_words
from cworkbook.records import Record, Run
from cworkbook.runnable import Elsewhere, Here, runnable
from cworkbook.runnable_html import data, elsewhere_html, with_program
from cworkbook.snippet import Snippet, SnippetError, parse

Ask = Callable[..., Here | Elsewhere | None]

MAIN = "int main(void) { return 0; }\n"


def made(text: str, name: str = "one.c", root: Path | None = None) -> tuple[Snippet, Record]:
    """A snippet of this text with a record of all its runs."""
    snippet = book.load(root / "snippets" / name, root) if root else parse(text, Path(name), name)
    runs = tuple(
        Run(
            key.compiler,
            key.std,
            key.level,
            f"{key.compiler} {key.level} {name}",
            exit=0,
            stdout="x",
        )
        for key in snippet.keys
    )
    return snippet, Record(name, "0" * 64, {}, runs)


@pytest.fixture
def answer(tmp_path: Path) -> Ask:
    """What the page can do with a text that lies in a file."""

    def ask(text: str, name: str = "one.c", **beside: str) -> Here | Elsewhere | None:
        (tmp_path / "snippets").mkdir(exist_ok=True)
        for other, content in beside.items():
            (tmp_path / "snippets" / f"{other}.h").write_text(content, encoding="utf-8")
        (tmp_path / "snippets" / name).write_text(text, encoding="utf-8")
        return runnable(*made(text, name, tmp_path))

    return ask


@pytest.mark.parametrize(
    ("header", "body", "reason"),
    [
        ("", "#include <pthread.h>\n", "needs threads"),
        ("options: -pthread", "", "needs threads"),
        ("", "#include <sys/wait.h>\n", "starts other processes"),
        ("", "int fork(void);\nint f(void) { return fork(); }\n", "starts other processes"),
        ("", "unsigned alarm(unsigned);\nvoid f(void) { alarm(1); }\n", "needs signals"),
        ("", 'void f(void) { __asm__ volatile ("nop"); }\n', "has a processor's own instructions"),
        ("sanitize: address", "", "runs under a sanitizer"),
        ("libraries: -lz", "", "is linked with other libraries"),
        ("requires: libxen-dev", "", "needs the Debian package libxen-dev"),
        ("compilers: arm-gcc", "", "is built by a script of its own"),
        ("", "#include <linux/futex.h>\n", "asks the kernel"),
        ("", "#include <asm/unistd.h>\n", "asks the kernel"),
        ("", "#include <EXTERN.h>\n#include <perl.h>\n", "needs Perl"),
        ("", "#include <xen/xen.h>\n", "needs Xen's headers"),
        ("browser: no counts its own pages", "", "counts its own pages"),
    ],
)
def test_what_needs_more_than_a_page_is_offered_with_its_commands(
    answer: Ask, header: str, body: str, reason: str
) -> None:
    said = f"//@ {header}\n" if header else ""
    found = answer(f"//@ do: run\n{said}{body}{MAIN}")
    assert isinstance(found, Elsewhere)
    assert found.reason.startswith(reason)
    assert found.commands[0].startswith("cd snippets/")
    assert "one.c" in found.commands[1]


def test_a_plain_program_runs_in_the_page_as_the_nearest_compiler_was_recorded(
    answer: Ask,
) -> None:
    text = (
        "//@ do: run\n//@ compilers: gcc clang clang-19\n//@ std: c11 c17\n//@ levels: -O1 -O2\n"
        "//@ options: -Wall -g -march=native -DX='a b' -fno-inline\n//@ args: 1 'two words'\n"
        "//@ stdin: line\n"
    )
    here = answer(text + MAIN)
    assert isinstance(here, Here)
    assert here.runs
    assert (here.std, here.level) == ("c11", "-O1")
    assert here.options == ("-Wall", "-DX=a b", "-fno-inline")
    assert (here.args, here.stdin) == (("1", "two words"), "line\n")
    assert [(run.compiler, run.std, run.level) for run in here.recorded] == [
        ("clang-19", std, level) for std in ("c11", "c17") for level in ("-O1", "-O2")
    ]
    assert here.files == {"one.c": MAIN}


def test_what_is_only_compiled_is_offered_for_compiling(answer: Ask) -> None:
    here = answer("//@ do: assemble\nint x;\n")
    assert isinstance(here, Here)
    assert not here.runs
    assert here.recorded == ()
    assert answer("//@ do: compile\n#include <pthread.h>\n") is None
    assert answer("//@ do: preprocess\nint x;\n") is None


def test_a_declared_difference_and_a_yes_count(answer: Ask) -> None:
    differs = answer(f"//@ do: run\n//@ browser: differs its clock is coarse\n{MAIN}")
    assert isinstance(differs, Here)
    assert differs.differs == "its clock is coarse"
    assert isinstance(answer(f"//@ do: run\n//@ browser: yes\n#include <pthread.h>\n{MAIN}"), Here)


def test_undefined_behaviour_is_what_a_page_can_look_for_itself(answer: Ask) -> None:
    watched = answer(f"//@ do: run\n//@ sanitize: undefined\n{MAIN}")
    assert isinstance(watched, Here)
    assert watched.ubsan
    plain = answer(f"//@ do: run\n{MAIN}")
    assert isinstance(plain, Here)
    assert not plain.ubsan
    assert isinstance(answer(f"//@ do: run\n//@ sanitize: address undefined\n{MAIN}"), Elsewhere)


def test_a_file_has_the_lines_that_a_page_shows_and_no_others(answer: Ask) -> None:
    text = '//@ do: run\n#include "mine.h"\n//@ section: one\nint one;\n//@ end\n' + MAIN
    here = answer(text, mine="//@ section: all\nint mine;\n//@ end\n")
    assert isinstance(here, Here)
    assert here.files == {
        "one.c": f'#include "mine.h"\nint one;\n{MAIN}',
        "mine.h": "int mine;\n",
    }


def test_files_that_are_included_come_along_and_count(answer: Ask) -> None:
    text = '//@ do: run\n#include "mine.h"\n' + MAIN
    here = answer(text, mine="int mine;\n")
    assert isinstance(here, Here)
    assert here.files["mine.h"] == "int mine;\n"
    assert here.units == ("one.c",)
    assert isinstance(answer(text, mine="#include <ucontext.h>\n"), Elsewhere)


def test_the_data_end_no_attribute_and_come_back_as_they_were(answer: Ask) -> None:
    hostile = 'char *s = "\'><script>alert(1)</script> &lt; &amp; é";\n' + MAIN
    here = answer(f"//@ do: run\n{hostile}")
    assert isinstance(here, Here)
    text = data(here, "one.c")
    assert not set("<'") & set(text)
    assert json.loads(unescape(text))["files"] == {"one.c": hostile}


def test_the_commands_stand_on_the_page_without_scripts() -> None:
    snippet, record = made(f"//@ do: run\n//@ requires: libxen-dev\n{MAIN}", "xen/one.c")
    elsewhere = runnable(snippet, record)
    assert isinstance(elsewhere, Elsewhere)
    html = elsewhere_html(elsewhere)
    said = re.sub(r"<[^>]*>", "\n", html)
    assert "this program needs the Debian package libxen-dev" in said
    assert "apt-get install libxen-dev\ncd snippets/xen\ngcc -O0 xen/one.c" in said


def test_the_program_is_in_a_box_around_its_code(answer: Ask) -> None:
    here = answer(f"//@ do: run\n{MAIN}")
    assert isinstance(here, Here)
    html = with_program("<pre></pre>", here, "one.c")
    assert re.fullmatch(r"<div class=\"cw-desk\" data-program='[^']*'><pre></pre></div>", html)


@pytest.mark.parametrize("value", ["no", "differs", "perhaps", "yes because", ""])
def test_the_directive_wants_its_reason(value: str) -> None:
    with pytest.raises(ValueError, match="must read"):
        browser_words(value)
    with pytest.raises(SnippetError, match="must read"):
        parse(f"//@ do: run\n//@ browser: {value}\n{MAIN}", Path("one.c"))


def test_every_program_of_the_book_is_offered_somewhere() -> None:
    root = book.root_of(Path(__file__).parent)
    assert root is not None
    kinds: dict[type, int] = {}
    for path in book.snippet_paths(root):
        snippet = book.load(path, root)
        record = records.load(snippet)
        if record is not None and snippet.step == "run":
            kind = type(runnable(snippet, record))
            kinds[kind] = kinds.get(kind, 0) + 1
    assert set(kinds) == {Here, Elsewhere}
