"""Every regular expression of the engine takes steps as its text is long, whatever the text is."""

import ast
import importlib
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import cexplain
from cexplain.english.declare import parse_english
from support.growth import grows_too_fast
from support.regexes import How, Matcher, TooManyStepsError, UnknownConstructError

ROOT = Path(cexplain.__file__).parent
CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
ANCHORED = {"match", "fullmatch"}
IN_TURN = {
    "cexplain.syntax.tokens:_CAREFUL": "what is never closed is stepped over to its line's end",
    "cexplain.constraints.constants:_PIECE": "an expression with what is no piece is given up",
}
"""Patterns of which each match begins where the last one ended, and why no other start is tried."""

BOUNDED = {
    "cexplain.english.colloquial": "one sentence, of 500 characters at the most, is looked at",
    "cexplain.english.in_c": "the same",
    "cexplain.english.asking": "the same",
    "cexplain.english.turns": "the same",
    "cexplain.english.sizes": "the same",
}
"""Modules whose expressions may look at a text again and again: the text is short."""

UNITS = (
    '"', '\\"', "'", "\\'", "a", "a'", "1", "1'", " ", "\n", "\r\n", "/*", "*/", "//", "/* x */",
    "/* x", "(", ")", "[", "#", "# 1 ", '# 1 "', "x ", "a(", "*", ",", ";", "a;", "_", "-", "@",
    "\\", "\\\n", "A=", "${a}", "::", "a::", "a:1:1: error: ", "=", "a=b\n", "Cflags: ", "{", "x.",
    "?", "??/",
    "u8", 'u8"', "é", "e+", "define ", "define a as ", " to be ", "<", "a<", "<a>", "0x",
    "\x1b[1;", ".", "\\u1234", "$", "0.", "'a'", '"a"', "#define x ", "or ", "extern\n", "()", "`",
    "bit-", "non ",
)  # fmt: skip


class Found(NamedTuple):
    """A regular expression, and how it is used."""

    place: str
    pattern: str
    flags: int
    how: How


def modules() -> Iterator[Any]:
    """The engine's modules, but for those that need an extra."""
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("cexplain", *path.relative_to(ROOT).with_suffix("").parts))
        if "editor" not in name and "__" not in name and name not in BOUNDED:
            yield importlib.import_module(name)


def expressions() -> Iterator[Found]:
    """Every regular expression in the engine's text, whatever it is used for."""
    for module in modules():
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        used: dict[str, set[str]] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(ast.Name(name), method):
                    used.setdefault(name, set()).add(method)
        compiled = {
            id(node.value): node.targets[0].id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            match node:
                case ast.Call(ast.Attribute(ast.Name("re"), method), [first, *rest]) if (
                    method in CALLS
                ):
                    flags = [*rest, *(k.value for k in node.keywords if k.arg == "flags")]
                    methods = {method}
                    if method == "compile":
                        methods = used.get(compiled.get(id(node), ""), {"finditer"})
                    how: How = "first" if methods <= ANCHORED else "everywhere"
                    if f"{module.__name__}:{ast.unparse(first)}" in IN_TURN:
                        how = "in turn"
                    place = f"{module.__name__}:{node.lineno}"
                    yield Found(place, value(first, module), flags_of(flags, module), how)


def value(node: ast.expr, module: Any) -> str:
    """What an expression of a module's text is; what is put into it stands for all others."""
    names = {**vars(module), "trigraphs": True, "name": "a.c", "word": "aligned"}
    found = eval(compile(ast.Expression(node), "pattern", "eval"), names)  # noqa: S307 - our own
    assert isinstance(found, str)
    return found


def flags_of(nodes: list[ast.expr], module: Any) -> int:
    """The flags among the arguments of a call."""
    found = 0
    for node in nodes:
        if "re." in ast.unparse(node) and not isinstance(node, ast.Lambda):
            code = compile(ast.Expression(node), "flags", "eval")
            found |= int(eval(code, vars(module)))  # noqa: S307 - our own
    return found


EXPRESSIONS = list(expressions())


def texts(unit: str, count: int) -> tuple[str, ...]:
    """Texts in which a unit is repeated, some of which end as no match does."""
    run = unit * count
    return run, f"{run}\0", f'"{run}'


def steps(matcher: Matcher, text: str, how: How) -> int:
    """How many steps a text takes; more than there could be where nobody waits for the end."""
    try:
        for _ in matcher.find(text, how):
            pass
    except (TooManyStepsError, RecursionError):
        return sys.maxsize
    return matcher.steps


def too_slow(found: Found) -> list[str]:
    """The texts of which twice as much takes more than twice the steps."""
    matcher = Matcher(found.pattern, found.flags | re.UNICODE)
    slow: list[str] = []
    for unit in UNITS:
        for three in zip(*(texts(unit, count) for count in (8, 16, 32)), strict=True):
            counted = [steps(matcher, text, found.how) for text in three]
            if counted[2] == sys.maxsize or grows_too_fast(*(20 * count for count in counted)):
                slow.append(f"{three[0]!r}: {counted}")
    return slow


def test_what_is_bounded_sees_no_longer_text(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def spoken(text: str, _: str) -> tuple[str, None]:
        seen.append(len(text))
        return text, None

    monkeypatch.setattr("cexplain.english.colloquial.spoken", spoken)
    for length in (490, 600, 5000):
        parse_english("x is " + "int int pointer " * (length // 16))
    assert seen
    assert max(seen) <= 500


def test_the_expressions_are_found() -> None:
    assert len(EXPRESSIONS) > 25
    assert {"cexplain.syntax.tokens", "cexplain.outline", "cexplain.command.conversation"} <= {
        found.place.split(":")[0] for found in EXPRESSIONS
    }


DEBIANS = Path("/usr/bin/python3")
MATCHED = """import json, re, sys
pattern, flags, texts = json.load(sys.stdin)
print(json.dumps([[one.span() for one in re.finditer(pattern, text, flags)] for text in texts]))
"""


@pytest.mark.parametrize(
    "found",
    [found for found in EXPRESSIONS if re.search(r"\)[*+?]\+", found.pattern)],
    ids=lambda found: found.place,
)
def test_the_python_of_debian_12_finds_the_same(found: Found) -> None:
    """Its 3.11.2 goes on at a wrong place where a group with a second `+` fails in its middle."""
    own = random.Random(found.pattern)  # noqa: S311 - the same texts each time
    units = [*UNITS, *sorted(set(found.pattern)), *('"', "'", "\\", " ", "a", "1", "<", ">")]
    made = ["".join(own.choices(units, k=own.randint(1, 12))) for _ in range(5000)]
    made += ["".join(own.choices("\"'<>:/*a1 \\\n()", k=own.randint(1, 12))) for _ in range(5000)]
    asked = json.dumps([found.pattern, int(found.flags), made])
    said = [
        subprocess.run(
            [python, "-c", MATCHED], input=asked, capture_output=True, text=True, check=True
        ).stdout
        for python in (sys.executable, str(DEBIANS if DEBIANS.exists() else sys.executable))
    ]
    spans = map(json.loads, said)
    differs = [text for text, one, other in zip(made, *spans, strict=True) if one != other]
    assert differs == []


@pytest.mark.parametrize("found", EXPRESSIONS, ids=lambda found: found.place)
def test_an_expression_takes_steps_as_its_text_is_long(found: Found) -> None:
    assert too_slow(found) == []


@pytest.mark.parametrize(
    "pattern",
    [r'"(?:[^"\\\n]|\\.)*"', r"(a+)+\0", r"\w*\Z", r"/\*(?s:.*?)\*/", r"[^:\n]+:", r"\s*\Z"],
)
def test_an_expression_that_reads_a_text_again_and_again_is_found(pattern: str) -> None:
    assert too_slow(Found("here", pattern, 0, "everywhere"))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(a|ab)(c|bcd)*+", "xabcd abcbcd"), (r"^\w+?(?=;)|\d{2,}$", "ab;12\n345"),
     (r"(?<!a)b|[^\W\d]x(?!y)", "ab bx bxy"), (r'(")(\\.|[^"])*?\1', '"a\\"b" ""')],
)  # fmt: skip
def test_the_matcher_finds_what_python_finds(pattern: str, text: str) -> None:
    ends = [found.end() for found in re.compile(pattern, re.MULTILINE).finditer(text)]
    assert list(Matcher(pattern, re.MULTILINE).find(text, "everywhere")) == ends


def test_what_the_matcher_cannot_do_is_named() -> None:
    with pytest.raises(UnknownConstructError, match=r"uses GROUPREF_EXISTS.*: add a case for it"):
        list(Matcher(r"(a)?(?(1)b|c)", 0).find("ab", "everywhere"))
