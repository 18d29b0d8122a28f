"""Reading and declaring are inverse: what is read aloud can be declared again."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cexplain.engine import explain
from cexplain.english.declare import parse_english
from cexplain.reading.cdecl import cdecl
from cexplain.reading.parts import of_type
from cexplain.reading.phrases import phrases
from cexplain.source import SourceMap
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration, NoPrototype, Typeof
from strategies import AWKWARD_TYPEDEFS, INFERRED, TYPEDEF_NAMES, old_style, trees

T = TypeVar("T")

MANY = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def prose(declaration: Declaration) -> str:
    """Return the reading of a tree that no text was read for."""
    return " ".join(phrase.text for phrase in phrases(declaration, SourceMap()))


def mentions(tree: object, kind: type) -> bool:
    """Return whether a tree has a node of this kind anywhere."""
    if isinstance(tree, kind):
        return True
    if isinstance(tree, tuple):
        return any(mentions(part, kind) for part in tree)
    if is_dataclass(tree):
        return any(mentions(getattr(tree, field.name), kind) for field in fields(tree))
    return False


def without(node: T, **values: Any) -> T:
    """Return a tree in which these fields have these values wherever they occur."""
    if isinstance(node, tuple):
        return tuple(without(part, **values) for part in node)  # type: ignore[return-value]  # a tuple again
    if not is_dataclass(node) or isinstance(node, type):
        return node
    parts = {field.name: without(getattr(node, field.name), **values) for field in fields(node)}
    known = {name: value for name, value in values.items() if name in parts}
    return replace(node, **(parts | known))


def meant(node: T) -> T:
    """Return a tree with the type itself for each typeof of a type's name, as it is read aloud."""
    while isinstance(node, Typeof) and (named := of_type(node)) is not None:
        node = named  # type: ignore[assignment]  # a type again
    if isinstance(node, tuple):
        return tuple(meant(part) for part in node)  # type: ignore[return-value]  # a tuple again
    if not is_dataclass(node) or isinstance(node, type):
        return node
    return replace(node, **{field.name: meant(getattr(node, field.name)) for field in fields(node)})


@MANY
@given(trees())
def test_prose_declares_the_tree_that_it_was_read_from(tree: Declaration) -> None:
    assert parse_english(prose(tree)) == ((meant(tree),), ())


@MANY
@given(trees())
def test_the_english_of_cdecl_declares_all_that_it_can_say(tree: Declaration) -> None:
    # cdecl's English has no words for attributes, for the linker's names, and for
    # the difference between an abstract type and a cast of nothing.
    said = without(tree, attributes=(), asm_label=None)
    found, problems = parse_english(cdecl(said), std="c17")
    assert problems == ()
    assert [without(each, kind="") for each in found] == [without(meant(said), kind="")]


@MANY
@given(st.builds(Declaration, st.just("f"), old_style()))
def test_an_old_style_function_keeps_its_parameters_in_prose(tree: Declaration) -> None:
    assert parse_english(prose(tree)) == ((tree,), ())


@MANY
@given(st.builds(Declaration, st.just("x"), INFERRED))
def test_an_inferred_type_is_said_in_prose(tree: Declaration) -> None:
    assert parse_english(prose(tree)) == ((tree,), ())


@MANY
@given(trees())
def test_c_that_is_spelled_is_read_as_the_same_tree(tree: Declaration) -> None:
    c = spell(tree)
    assume(
        not re.search(r"\*(\w+ )*__user", c)
    )  # in `void *__user` alone, __user is the name that is declared
    # Before C23 `()` promises nothing, and typeof_unqual came with C23: not in one text.
    old = mentions(tree, NoPrototype)
    assume(not (old and "typeof_unqual" in c))
    known = {*TYPEDEF_NAMES, *AWKWARD_TYPEDEFS}
    explanation = explain(f"{c};", std="gnu17" if old else "gnu23", known_types=known)
    assert [reading.declaration for reading in explanation.readings] == [tree]


def test_a_type_that_is_named_like_a_word_is_quoted() -> None:
    [reading] = explain("array x[of];", std="c17").readings
    assert reading.prose == "x is an array of (of) `array`"
    assert parse_english(reading.prose)[0] == (reading.declaration,)


def test_nesting_does_not_exhaust_the_stack() -> None:
    [found], problems = parse_english(f"f is {'a pointer to ' * 300}an int")
    assert problems == ()
    assert spell(found) == f"int {'*' * 300}f"
    opened = "f is " + "a function taking (" * 200 + "an int" + ") and returning an int" * 200
    [found], problems = parse_english(opened)
    assert problems == ()
    assert spell(found).count("(") == 200
