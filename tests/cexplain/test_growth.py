"""The work grows as the input does, for every shape of input and in every output.

A text of a few kilobytes that keeps a page or an editor for minutes is how such growth shows
first. Regular expressions do their work unseen by this count: `test_regexes` counts theirs.
"""

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from functools import partial

import answer
import pytest

from cexplain import Explanation, declare, explain, reading_html
from cexplain.command.console import Console
from cexplain.command.options import Options
from cexplain.command.session import Input, Session
from cexplain.diagnostics import ReadingError
from cexplain.files.lookup import declares
from cexplain.files.preprocessed import SourceFile, marked
from cexplain.render import excerpt, html, terminal
from cexplain.render.terminal import Look
from cexplain.syntax import grammar, skeletons
from cexplain.syntax.units import chunks, learn_types
from support.growth import BASE, grows_too_fast, steps, text_of

C = (
    "|int x;\n|", "|int x; |", "int |*|x;", "int x|[1]|;", "int x|[3](void)|;", "int |(*|x",
    "int a|,*a[2](int)|;", "int a|:3|,b;", "|const |int x;", "int |const *|x;",
    "void f(|int a, |int b);", "void f(|int (*g)(char *), |int);", "struct s {|int x;|};",
    "struct s {|int x:3;|};", "struct s {|struct t {int y;} z;|} v;", "|struct s{int a;};|",
    "enum e {|A,|B};", "enum e {|A=1,|B};", "|__attribute__((x)) |int y;",
    "int y |__attribute__((x)) |;", "|[[x]] |int y;", "|a(b) |", "|foo_t |", "|foo |bar;",
    "|FOO |bar;", "|FOO(1) |bar;", "|__x |y;", "|f(int,|", "|\\\n|int x;", "|/* c */|int x;",
    '|"|', 'char s[]="|\\"|', 'char s[]=|"a" |;', "|'|", "|/*|", "int x = |1+|1;",
    "int x = {|1,|};", "int é|@|", "|@ |", "|@ int f(void){}\n|", "|слово “прозы” — |",
    "|int c[3](void);\n|", "|int c[3](void); |", "int |c[3](void),|c;", "|typedef int t; t *p;\n|",
    "|int f(int a) { return a; }\n|", "|int f(a) int a; {}\n|", "|extern int (\n|", "|{|", "|)|",
    "|(int)x;|", "|sizeof(|int", "|_Static_assert(1,\"\");|", '|asm("x");|', "|;|", "|#define X\n|",
    "x|#|", "|x=1;|", "|FOO(x);|", "|static |int x;", "int a[|1 ? 2 : |3];", "|int x |;",
    "|void f(int a[static 3]);|", "|int x; extern int x;|", "int x;|\r\n|int y;", "|é |", "|??=|",
)  # fmt: skip
CXX = (
    "|a::|b x;", "|const |int x;", "|template<class T>\n|int x;", "|int x;\n|", "int x|()|;",
    "int |&|x;", "int |A::*|x;", "A|<int|> x;", "A|<int|", "class A {|int x;|};",
    "class A {|A(int);|};", "class A {|virtual void f() const noexcept;|};", "|namespace a {|",
    "|using T = int;|", "auto f() |-> int |;", "|operator int();|", "int f(|int a = 1, |int);",
    "|int f(int a) { return a; }\n|", "int a|,*a[2](int)|;", '|extern "C" |int x;', "|@ |",
    "struct {|int a;|} x;", "int x|[3](void)|;", "enum class e {|A,|B};",
)  # fmt: skip
ENGLISH = (
    "|x as |int", "x as |pointer to |int", "x as |array 3 of |int", "x as function (|int, |int)",
    "x as struct s with members (|a as int, |b as int)", "|const |", "|(|", '|"|', "|a |",
    "x as enum e with constants (|A, |B)", "x as |a function taking (|int", "|, |", "|3 |",
    "|zzzzpointer |", "x as int (|packed, |)", "x as |volatile |int",
)  # fmt: skip


class Nowhere:
    """A stream that keeps nothing."""

    def write(self, _text: str, /) -> None:
        """Take the text."""

    def flush(self) -> None:
        """Hand on nothing."""


def session(options: Options, *, colour: bool = False) -> Session:
    """A run of the command that writes nowhere."""
    look = Look(colour, width=40)  # too narrow for steps beside the source
    return Session(options, Console(io.BytesIO(), Nowhere(), Nowhere(), look, look, rich=False))


def page(ask: str, text: str) -> str:
    """What the explainer's page gets for a text."""
    return answer.answer(json.dumps({"ask": ask, "text": text, "std": None, "limit": 52}))


def looked_up(text: str) -> None:
    """Read a text as a header that is looked through for a name."""
    known: set[str] = set()
    for chunk in chunks(marked(f'# 1 "x.h"\n{text}')):
        learn_types(chunk, "gnu23", known)
        for reading in explain(chunk.text, std="gnu23", known_types=known).readings:
            declares(reading.declaration, "name")


def as_file(explanation: Explanation) -> Input:
    """A text as that of a file, whose places are others in the original."""
    text = explanation.source
    file = SourceFile("x.c", f"/* é */ {text}", f"        {text}")
    return Input(text, "x.c", file=file)


Work = tuple[str, Callable[[], object]]


def read(text: str, std: str | None = None) -> Iterator[Work]:
    """Everything that is done with C or C++, by name: the reading once, then each output."""
    yield "explain", lambda: explain(text, std=std)
    explanation = explain(text, std=std)
    for name, options, colour in (
        ("prose", Options(), False),
        ("steps", Options(steps=True), False),
        ("colours", Options(), True),
        ("JSON", Options(json=True), False),
    ):
        run = session(options, colour=colour)
        yield name, partial(run._show, explanation, Input(text))
    yield "HTML", lambda: reading_html(explanation)
    if std is None:
        run = session(Options())
        yield "file", lambda: run._show(explanation, as_file(explanation))
        yield "lookup", lambda: looked_up(text)
        yield "page", lambda: page("read", text)


def written(text: str) -> Iterator[Work]:
    """Everything that is done with English."""
    run = session(Options(command="declare"))

    def spelled() -> None:
        with contextlib.suppress(ReadingError):
            declare(text)

    yield "declare", spelled
    yield "command", lambda: run.read([Input(text)])
    yield "page", lambda: page("write", text)


def counts(shape: str, works: Callable[[str], Iterator[Work]]) -> dict[str, tuple[int, ...]]:
    """How many steps each work takes for a shape, for three sizes."""
    found: dict[str, list[int]] = {}
    for size in (BASE, BASE, 2 * BASE, 4 * BASE):  # the first one fills caches
        for name, work in works(text_of(shape, size)):
            found.setdefault(name, []).append(steps(work))
    return {name: tuple(sizes[1:]) for name, sizes in found.items()}


def too_fast(shape: str, works: Callable[[str], Iterator[Work]]) -> dict[str, tuple[int, ...]]:
    """The works whose steps grow faster than the text."""
    return {name: sizes for name, sizes in counts(shape, works).items() if grows_too_fast(*sizes)}


@pytest.fixture(autouse=True)
def _as_if_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short texts are treated as long ones: nothing kept of the grammar, nothing shown whole."""
    monkeypatch.setattr(skeletons, "_LONGEST_KEPT", 0)
    for module in (excerpt, html):
        monkeypatch.setattr(module, "FEW", 0)
        monkeypatch.setattr(module, "SHORT", 0)
    monkeypatch.setattr(terminal, "_LONG", 0)
    grammar.parse(("INT", "ID", "SEMI"))  # it is loaded when it is first asked


@pytest.mark.parametrize("shape", C)
def test_c_takes_steps_as_it_is_long(shape: str) -> None:
    assert too_fast(shape, read) == {}


@pytest.mark.parametrize("shape", CXX)
def test_cxx_takes_steps_as_it_is_long(shape: str) -> None:
    assert too_fast(shape, lambda text: read(text, "c++17")) == {}


@pytest.mark.parametrize("shape", ENGLISH)
def test_english_takes_steps_as_it_is_long(shape: str) -> None:
    assert too_fast(shape, written) == {}


def test_work_that_grows_as_the_square_is_found() -> None:
    def square(text: str) -> Iterator[Work]:
        yield "square", lambda: [text[k - n] for n in range(len(text)) for k in range(len(text))]
        yield "linear", lambda: [text[n % len(text)] for n in range(50 * len(text))]

    assert too_fast("|x|", square).keys() == {"square"}
