"""Nothing that a terminal obeys is written, wherever an input carries it.

Escape sequences move the cursor and more, a carriage return lets text overwrite the line, and
characters that change the direction of text, or that nobody sees, make it look like another.
"""

import contextlib
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest

from cexplain import explain, path_svg, reading_html
from cexplain.command import cli, interactive
from cexplain.command.console import Console
from cexplain.command.options import Options
from cexplain.render.terminal import COLOURS, Look

HOSTILE = {
    "title": "\x1b]0;T\x07",
    "clear": "\x1b[2J",
    "colour": "\x1b[31m",
    "C1": "\x9b2J",
    "return": "\rint y;",
    "backspace": "\b\b",
    "delete": "\x7f",
    "next line": "\x85",
    "override": "\u202e",
    "isolate": "\u2066\u2069",
    "mark": "\u200f",
    "zero width": "\u200b\u2060\ufeff",
    "joiner": "\u200d",
    "line": "\u2028",
    "paragraph": "\u2029",
    "tag": "\U000e0041",
    "hyphen": "\xad",
    "filler": "\u3164",
}
IGNORABLE = "\u034f\u115f\u1160\u3164\uffa0"
PAINT = re.compile("\x1b\\[(?:0|" + "|".join(sorted(set(COLOURS.values()))) + ")m")

PLACES = {
    "comment": "int /* {} */ x;",
    "string": 'char s[sizeof "{}"];',
    "character": "int x['{}'];",
    "stray": "int {} x;",
    "name": "int x{}y;",
    "initializer": 'char *s = "{}", *t(void)[3];',
    "attribute": '__attribute__((section("{}"))) int x;',
    "standard attribute": '[[deprecated("{}")]] int x;',
    "label": 'int x __asm__("{}");',
    "unclosed": 'char *s = "{}',
    "bracket": "int x[{}",
    "cast": '(int (*)[sizeof "{}"])p',
    "member": 'struct s {{ int x[sizeof "{}"]; }} v;',
    "parameter": 'void f(int a[sizeof "{}"], int /* {} */ b);',
    "constant": "enum e {{ A = sizeof \"{}\", B = '{}' }};",
    "macro": 'FOO("{}") int x;',
    "lines": 'int x;\n/* {} */ int y[sizeof "{}"];\n',
}
ENGLISH = {
    "size": 'x as array (sizeof "{}") of int',
    "section": 'x as int placed in section "{}"',
    "word": "x as {} int",
    "name": "x{} as int",
}


def filled(template: str, hostile: str) -> str:
    """Return a text with something hostile in each of its places."""
    return template.replace("{}", hostile).replace("{{", "{").replace("}}", "}")


def obeyed(written: str, *, coloured: bool = False) -> set[str]:
    """Return the characters of an output that a terminal obeys or nobody sees."""
    text = PAINT.sub("", written) if coloured else written
    return {
        one
        for one in text.replace("\n", "")
        if category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or one in IGNORABLE
    }


Command = Callable[..., str]


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a way to run the command in this process, and what it writes to both streams."""

    def call(*words: str, stdin: str = "") -> str:
        data = io.BytesIO(stdin.encode("utf-8", "surrogatepass"))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
        with contextlib.suppress(SystemExit):
            cli.main(words)
        sys.stdout.flush()
        said = capfd.readouterr()
        return said.out + said.err

    return call


FORMS = {
    "prose": [],
    "steps": ["--steps"],
    "colour": ["--color=always"],
    "coloured steps": ["--color=always", "--steps"],
    "cdecl": ["--style=cdecl"],
    "C++": ["--std=c++17", "--steps"],
    "C89": ["--std=c89"],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", PLACES)
def test_no_reading_and_no_finding_carries_it(command: Command, form: str, place: str) -> None:
    for hostile in HOSTILE.values():
        written = command(*FORMS[form], "--", filled(PLACES[place], hostile))
        assert written
        assert obeyed(written, coloured="colour" in form) == set()


@pytest.mark.parametrize("speller", ["declare", "cast"])
@pytest.mark.parametrize("place", ENGLISH)
def test_no_c_from_english_carries_it(command: Command, speller: str, place: str) -> None:
    for hostile in HOSTILE.values():
        english = filled(ENGLISH[place], hostile)
        if speller == "cast":
            english = english.replace(" as ", " into ")
        for form in ([], ["--color=always"]):
            written = command(*form, speller, english)
            written += command(*form, speller, "-", stdin=english)
            assert obeyed(written, coloured=bool(form)) == set()


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "line"])
def test_no_finding_about_a_file_carries_it(command: Command, tmp_path: Path, kind: str) -> None:
    hostile = HOSTILE[kind]
    name = tmp_path / f"a{hostile}.c"
    texts = ['int x[sizeof "{}"];', "#error {}", "#include <{}>", "int {};", '# 7 "{}"\nint (y;']
    for template in [*texts, "#pragma {}\n_Pragma(1)", "/* {} */ int z["]:
        text = filled(template, hostile)
        for path in (name, tmp_path / "plain.c"):
            path.write_text(text)
            for form in ([], ["--color=always"], ["--steps"]):
                written = command(*form, "--file", str(path))
                assert written
                assert obeyed(written, coloured="--color=always" in form) == set()
    assert obeyed(command("--file", f"{tmp_path}/no{hostile}")) == set()


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_that_is_looked_up_carries_it(command: Command, tmp_path: Path, kind: str) -> None:
    hostile = HOSTILE[kind]
    header = tmp_path / f"h{hostile}.h"
    header.write_text(
        f'#define M "{hostile}"\n# 1 "{hostile}"\nint zz[sizeof "{hostile}"];\n/* {hostile} */\n'
    )
    for words in (["zz"], ["M"], [f"n{hostile}"], ["--expand", "zz"]):
        written = command("lookup", str(header), *words)
        written += command("lookup", f"no{hostile}.h", *words)
        assert written
        assert obeyed(written) == set()


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_about_a_database_carries_it(command: Command, tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.c").write_text("int a;\n")
    hostile = HOSTILE[kind]
    for entry in ({"directory": hostile}, {"directory": ".", "file": "a.c", "command": "cc -D"}):
        text = json.dumps([entry], ensure_ascii=False)
        (tmp_path / "compile_commands.json").write_text(text)
        assert obeyed(command("--file", str(tmp_path / "a.c"))) == set()
    (tmp_path / "compile_commands.json").write_text(hostile)
    assert obeyed(command("--file", str(tmp_path / "a.c"))) == set()


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_about_wrong_usage_carries_it(command: Command, tmp_path: Path, kind: str) -> None:
    hostile = HOSTILE[kind]
    for words in (
        [f"--{hostile}"],
        [f"--std={hostile}"],
        [f"--style={hostile}"],
        [f"--jobs={hostile}", "-"],
        [f"-D{hostile}", "int x;"],
        [f"-I{hostile}", "lookup", "no.h", "x"],
        ["rule", hostile],
        ["completion", hostile],
        ["--svg", f"{tmp_path}/no/{hostile}", "int x;"],
    ):
        written = command(*words)
        assert written
        assert obeyed(written) == set()


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "return"])
def test_no_conversation_carries_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    hostile = HOSTILE[kind]
    (tmp_path / "err.h").write_text(f"#error {hostile}\n")
    lines = [
        *(filled(place, hostile) for place in PLACES.values()),
        *(f"declare {filled(english, hostile)}" for english in ENGLISH.values()),
        f"define t{hostile} as int",
        f"show {hostile}",
        f"std {hostile}",
        '#include "err.h"',
        f'#include "{hostile}.h"',
        f"#{hostile}",
    ]
    monkeypatch.chdir(tmp_path)
    asked = iter(lines)

    def ask(_prompt: str) -> str:
        for line in asked:
            return line
        raise EOFError

    def no_editor(*_: object) -> None:
        raise ImportError

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(interactive, "_editor", no_editor)
    for look in (Look(), Look(colour=True)):
        written = io.StringIO()
        console = Console(io.BytesIO(), written, written, look, look, rich=True)
        asked = iter(lines)
        assert interactive.converse(Options(), console) == 0
        assert written.getvalue().count("error:") > 3
        assert obeyed(written.getvalue(), coloured=look.colour) == set()


@pytest.mark.parametrize("place", PLACES)
def test_no_picture_and_no_page_carries_it(place: str) -> None:
    for hostile in HOSTILE.values():
        explanation = explain(filled(PLACES[place], hostile))
        shown = reading_html(explanation)
        shown += "".join(path_svg(explanation, n) for n in range(len(explanation.readings)))
        assert obeyed(shown) == set()


def test_a_colour_that_is_no_colour_of_ours_is_not_written() -> None:
    look = Look(colour=True)
    painted = look.paint("x", "name")
    assert look.writable(f"{painted}\x1b[5m\x1b[1;31") == f"{painted}\ufffd[5m\ufffd[1;31"
    assert obeyed(Look().writable(painted)) == set()


def test_what_people_write_stays() -> None:
    text = "größe 名前 «x» “y” — № ✈️ \t£\n"
    assert Look().writable(text) == text
    assert Look().writable("one\r\ntwo\r\n") == "one\r\ntwo\r\n"
