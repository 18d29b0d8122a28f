"""Debian's cdecl 2.5 as the peer: it understands our cdecl English, and we understand its."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cexplain.english.declare import parse_english
from cexplain.reading.cdecl import cdecl
from cexplain.spelling.spell import spell
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Enum,
    Expression,
    Function,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
    Record,
    UnknownSize,
)
from support.patience import PATIENCE

# What cdecl 2.5 knows: C89 without typedef names, without "..." and without bodies.
CV = st.sampled_from([(), (), ("const",), ("volatile",), ("const", "volatile")])
BASICS = st.sampled_from(
    "char,signed char,unsigned char,short,unsigned short,int,unsigned int,long,unsigned long,"
    "float,double,long double".split(",")
)
LEAVES: st.SearchStrategy[CType] = st.one_of(
    st.builds(Basic, BASICS, CV),
    st.builds(Record, st.just("struct"), st.just("point"), qualifiers=CV),
    st.builds(Record, st.just("union"), st.just("word"), qualifiers=CV),
    st.builds(Enum, st.just("color"), qualifiers=CV),
)


def complete(ctype: CType) -> CType:
    """Return a type that an array can hold and a parameter can have, near to the given one."""
    match ctype:
        case Function():
            return Pointer(ctype)
        case Array(size=UnknownSize()):
            return replace(ctype, size=Expression("7"))
        case _:
            return ctype


def returnable(ctype: CType) -> CType:
    """Return a type that a function can return, near to the given one."""
    return Pointer(ctype) if isinstance(ctype, Function | Array) else ctype


def deeper(inner: st.SearchStrategy[CType]) -> st.SearchStrategy[CType]:
    """Return pointers, arrays and functions of what C lets them be made of."""
    parameters = st.lists(st.builds(Parameter, st.none(), inner.map(complete)), max_size=3).map(
        lambda found: ParameterTypeList(tuple(found))
    )
    sizes = st.one_of(st.just(UnknownSize()), st.integers(1, 99).map(lambda n: Expression(str(n))))
    return st.one_of(
        st.builds(Pointer, st.one_of(inner, st.builds(Basic, st.just("void"), CV)), CV),
        st.builds(Array, inner.map(complete), sizes),
        st.builds(
            Function,
            st.one_of(inner.map(returnable), st.just(Basic("void"))),
            st.one_of(st.just(NoPrototype()), parameters),
        ),
    )


@st.composite
def known(draw: st.DrawFn) -> Declaration:
    """Return a declaration that cdecl 2.5 has the words for."""
    ctype = draw(st.recursive(LEAVES, deeper, max_leaves=5))
    return Declaration("x", ctype, storage=draw(st.sampled_from([("extern",), ("static",)])))


def ask(commands: Sequence[str]) -> list[str]:
    """Return what cdecl answers to each command, one line each."""
    assert shutil.which("cdecl"), "cdecl is a Debian package of tools/debian-packages.txt"
    ran = subprocess.run(
        ["cdecl", "-q", "-a"],
        input="".join(f"{command}\n" for command in commands),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    answers = [line for line in ran.stdout.splitlines() if line.strip()]
    assert len(answers) == len(commands), f"{ran.stdout}\n{ran.stderr}"
    return answers


def same_types(pairs: Sequence[tuple[str, str]], folder: Path) -> None:
    """Assert that gcc finds the declarations of a0 and b0, of a1 and b1 … compatible."""
    lines = ["struct point { int x; };", "union word { int x; };", "enum color { RED };"]
    for index, (ours, theirs) in enumerate(pairs):
        lines.append(f"void use{index}(void) {{")
        lines += [
            f"{ours};",
            f"{theirs};",
            f"_Static_assert(__builtin_types_compatible_p(__typeof__(&a{index}), "
            f'__typeof__(&b{index})), "{theirs}");',
            "}",
        ]
    file = folder / "types.c"
    file.write_text("\n".join(lines) + "\n")
    ran = subprocess.run(
        ["gcc", "-std=gnu17", "-fsyntax-only", "-w", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def explainable(ctype: CType, *, named: bool = True) -> bool:
    """Return whether cdecl's C has the type; in parameters, pointers have no qualifiers there."""
    match ctype:
        case Pointer(referenced, qualifiers):
            return (named or not qualifiers) and explainable(referenced, named=named)
        case Array(element):
            return explainable(element, named=named)
        case Function(returned, ParameterTypeList(parameters)):
            inner = all(explainable(each.type, named=False) for each in parameters)
            return inner and explainable(returned, named=named)
        case Function(returned):
            return explainable(returned, named=named)
        case _:
            return True


def extern(declaration: Declaration, name: str) -> Declaration:
    return replace(declaration, name=name, storage=("extern",))


BATCHES = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
    ],
)


@BATCHES
@given(st.lists(known(), min_size=10, max_size=20))
def test_cdecl_understands_our_english_as_the_same_type(
    tmp_path: Path, declarations: list[Declaration]
) -> None:
    answers = ask([cdecl(extern(each, f"b{n}")) for n, each in enumerate(declarations)])
    ours = [spell(extern(each, f"a{n}"), "c17") for n, each in enumerate(declarations)]
    same_types(list(zip(ours, answers, strict=True)), tmp_path)


@BATCHES
@given(st.lists(known(), min_size=10, max_size=20))
def test_we_understand_what_cdecl_explains_as_the_same_type(
    tmp_path: Path, declarations: list[Declaration]
) -> None:
    # Its C has no place for a qualifier behind a storage class, nor behind the star
    # of a type without a name.
    declarations = [each for each in declarations if explainable(each.type)]
    answers = ask([f"explain {spell(replace(each, storage=()), 'c17')}" for each in declarations])
    pairs = []
    for n, (ours, answer) in enumerate(zip(declarations, answers, strict=True)):
        [theirs], problems = parse_english(answer, std="c17")
        assert problems == ()
        pairs.append((spell(extern(ours, f"a{n}"), "c17"), spell(extern(theirs, f"b{n}"), "c17")))
    same_types(pairs, tmp_path)


@pytest.mark.parametrize(
    "english",
    [
        "declare fp as pointer to function (int, pointer to float) returning pointer to char",
        "declare x as static array 3 of array of const pointer to struct point",
    ],
)
def test_the_storage_class_comes_before_the_type_as_cdecl_prints_it(english: str) -> None:
    [declaration], _ = parse_english(english, std="c17")
    assert cdecl(declaration) == english
