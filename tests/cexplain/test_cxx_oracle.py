"""g++ and clang++ confirm what cexplain makes of C++: the tree, and the spelling from it."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import assert_never

import pytest

from cexplain import declare, explain
from cexplain.spelling.cxx_spell import spell_type
from cexplain.tree import (
    Absent,
    Array,
    Basic,
    BitInt,
    Class,
    CType,
    Enum,
    Expression,
    Function,
    Inferred,
    MemberPointer,
    ParameterTypeList,
    Pointer,
    Record,
    Reference,
    TypedefName,
    Typeof,
)
from support.cxx_types import Maker, Node, called, meaning, prelude, qualified
from support.patience import PATIENCE

COMPILERS = ("g++", "clang++-19" if shutil.which("clang++-19") else "clang++")
COUNT = 4000
_SEED = 20_261_122


def in_templates(ctype: CType) -> str:
    """Return a type of cexplain's tree as nested templates, from the outermost inwards."""
    match ctype:
        case Basic(name, qualifiers) | TypedefName(name, qualifiers):
            return qualified(name, " ".join(qualifiers))
        case Pointer(of, qualifiers):
            return qualified(f"pointer<{in_templates(of)}>", " ".join(qualifiers))
        case MemberPointer(owner, of, qualifiers):
            return qualified(f"member<{in_templates(of)}, {owner}>", " ".join(qualifiers))
        case Reference(of, rvalue):
            return f"{'rref' if rvalue else 'lref'}<{in_templates(of)}>"
        case Array(of, Expression(size)):
            return f"array<{in_templates(of)}, {size}>"
        case Function(of, ParameterTypeList(parameters, variadic), suffix):
            marks = ("", "", False)
            if suffix is not None:
                cv = " ".join(suffix.qualifiers)
                marks = (cv, suffix.reference or "", suffix.exceptions is not None)
            listed = [in_templates(one.type) for one in parameters]
            return called(in_templates(of), listed, marks, variadic)
        case Array() | Function() | Class() | Enum() | Record() | Typeof() | Inferred():
            raise AssertionError(f"{ctype} is not generated")
        case Absent() | BitInt():
            raise AssertionError(f"{ctype} is not generated")
        case _:
            assert_never(ctype)


@cache
def generated() -> list[tuple[str, str, Node]]:
    """Return declarations: each one's specifier, its text, and the type that was meant."""
    maker = Maker(_SEED)
    found = []
    for number in range(COUNT):
        word = maker.random.choice(["extern", "extern", "typedef", "using"])
        node = maker.type(maker.random.randint(1, 5), alias=word != "extern")
        if word == "using":
            text = f"using x{number} = {maker.written(node, '')};"
        else:
            text = f"{word} {maker.written(node, f'x{number}')};"
        found.append((word, text, node))
    return found


@cache
def unit() -> str:
    """Return the file of questions: for each declaration, whether three writings agree."""
    lines = [prelude()]
    for number, (word, text, node) in enumerate(generated()):
        (reading,) = explain(text, std="c++17").readings
        lines.append(f'#line 1 "case{number}"')
        lines.append(f"namespace a {{ {text.replace(chr(10), ' ')} }}")
        lines.append(f"namespace b {{ {reading.c}; }}")
        names = [f"{space}::x{number}" for space in "ab"]
        first, second = (f"decltype({name})" if word == "extern" else name for name in names)
        ours = in_templates(reading.declaration.type)
        answers = (second, ours, meaning(node), spell_type(reading.declaration.type))
        lines += [f"static_assert(std::is_same_v<{first}, {answer}>);" for answer in answers]
    return "\n".join(lines) + "\n"


def complaints(compiler: str, text: str, folder: Path) -> dict[int, str]:
    """Return a compiler's first error about each case."""
    path = folder / "unit.cpp"
    path.write_text(text, encoding="utf-8")
    many = "-fmax-errors=0" if compiler == "g++" else "-ferror-limit=0"
    ended = subprocess.run(
        [compiler, "-std=c++17", "-fsyntax-only", "-pedantic-errors", many, "-w", str(path)],
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    found: dict[int, str] = {}
    for match in re.finditer(r"case(\d+):(\d+):\d+: error: (.*)", ended.stderr):
        found.setdefault(int(match[1]), f"line {match[2]}: {match[3]}")
    if ended.returncode and not found:
        raise AssertionError(ended.stderr[:2000])
    return found


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_compiler_finds_tree_and_spelling_to_be_the_type_of_the_input(
    compiler: str, tmp_path: Path
) -> None:
    wrong = complaints(compiler, unit(), tmp_path)
    assert {generated()[number][1]: said for number, said in wrong.items()} == {}


def test_each_declaration_is_accepted_and_marked_as_cxx() -> None:
    for _, text, _ in generated():
        explanation = explain(text, std="c++17")
        assert explanation.diagnostics == (), text
        assert explanation.language == "c++"


def test_the_declarations_hold_what_c_has_not() -> None:
    texts = [text for _, text, _ in generated()]
    for sign, least in {"&&": 500, "::*": 500, " const &": 30, "noexcept": 300, "->": 200}.items():
        assert sum(sign in text for text in texts) >= least, sign


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_compiler_notices_a_type_that_is_not_the_same(compiler: str, tmp_path: Path) -> None:
    pairs = [("int &", "int &&"), ("int (&)[3]", "int *"), ("int Point::*", "int Shape::*"),
             ("int (Point::*)()", "int (Point::*)() const")]  # fmt: skip
    lines = [prelude()]
    for number, (one, other) in enumerate(pairs):
        lines.append(f'#line 1 "case{number}"\nstatic_assert(std::is_same_v<{one}, {other}>);')
    assert set(complaints(compiler, "\n".join(lines), tmp_path)) == set(range(len(pairs)))


@pytest.mark.parametrize("style", ["prose", "cdecl"])
def test_the_english_of_a_declaration_says_the_same_type_again(style: str) -> None:
    for _, text, _ in generated():
        (reading,) = explain(text, std="c++17").readings
        said = reading.prose if style == "prose" else reading.cdecl
        written = reading.c
        if style == "cdecl" and written.startswith("using"):
            alias = reading.declaration  # cdecl calls both a type
            written = f"typedef {spell_type(alias.type, alias.name)}"
        assert declare(said, std="c++17") == f"{written};", said
