"""The grammar's word on a declarator: the only module that knows pycparser.

The scan shows it a skeleton (see docs/decisions/0001-architecture.md): each
declarator's parts, with type names marked as such and names left out.
pycparser parses that as C; its tree must nest exactly as the scan's walk from
the identifier outwards does. Two independent walks, one answer.

A skeleton holds no names, so the same few come again and again: what the
grammar said of one is kept.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias, assert_never

from pycparser.c_ast import ArrayDecl, EllipsisParam, FuncDecl, PtrDecl, TypeDecl
from pycparser.c_lexer import CLexer, Token
from pycparser.c_parser import CParser, ParseError

from cexplain.raw import RawBrackets, RawDeclarator, RawParentheses, RawStar, Skeleton

_POSITION = re.compile(r":1:(\d+): ")
_KEPT_SKELETONS = 4096

Shape: TypeAlias = tuple[Any, ...]
"""How a declarator nests: ("*", qualifiers), ("[", sized, words) or ("(", variadic, shapes)
for each derivation in reading order."""

_SPELLINGS = {"CONST": "const", "VOLATILE": "volatile", "RESTRICT": "restrict"}


class GrammarError(Exception):
    """The grammar refuses the skeleton; `index` is the token where, None at its end."""

    def __init__(self, index: int | None) -> None:
        super().__init__(index)
        self.index = index


class DisagreementError(Exception):
    """The two walks differ: a defect of ours, never of the input."""


class _SkeletonLexer(CLexer):
    """Hands the parser tokens that were found already; the text it is given is empty."""

    kinds: tuple[str, ...] = ()

    def input(self, text: str, filename: str = "") -> None:
        super().input(text, filename)
        self._tokens = iter(
            [
                Token(kind, _SPELLINGS.get(kind, f"{kind}{place}"), 1, place, "")
                for place, kind in enumerate(self.kinds)
            ]
        )

    def token(self) -> Token | None:
        return next(self._tokens, None)


_parser = CParser(lexer=_SkeletonLexer, dialect="c23")  # the later knows what the older does


def confirm(skeleton: Skeleton, declarators: Sequence[RawDeclarator]) -> None:
    """Parse the skeleton of one declaration and compare it with the scan's declarators.

    Raises GrammarError where C's grammar has no such declaration.
    """
    parsed = _parse(tuple([kind for kind, _, _ in skeleton]))
    if isinstance(parsed, int):
        raise GrammarError(skeleton[parsed][2] if parsed >= 0 else None)
    scanned = tuple([_scanned(declarator) for declarator in declarators])
    if parsed != scanned:
        raise DisagreementError(f"{parsed} parsed, {scanned} scanned")


@lru_cache(maxsize=_KEPT_SKELETONS)
def _parse(kinds: tuple[str, ...]) -> tuple[Shape, ...] | int:
    """Return each declarator's shape, or where the grammar refuses (-1: at the end)."""
    lexer = _parser.clex
    assert isinstance(lexer, _SkeletonLexer)
    lexer.kinds = kinds
    try:
        parsed = _parser.parse("").ext
    except ParseError as error:
        found = _POSITION.search(str(error))
        return int(found[1]) if found else -1
    return tuple(_parsed(node.type) for node in parsed)


def _parsed(node: Any) -> Shape:
    """Return the shape of pycparser's tree."""
    shape: list[Shape] = []
    while not isinstance(node, TypeDecl):
        if isinstance(node, PtrDecl):
            shape.append(("*", _spelled(node.quals)))
        elif isinstance(node, ArrayDecl):
            shape.append(("[", node.dim is not None, _spelled(node.dim_quals)))
        elif isinstance(node, FuncDecl):
            parameters = list(node.args.params) if node.args else []
            variadic = bool(parameters) and isinstance(parameters[-1], EllipsisParam)
            shapes = tuple(_parsed(parameter.type) for parameter in parameters[: -variadic or None])
            shape.append(("(", variadic, shapes))
        else:
            raise DisagreementError(f"pycparser gave {type(node).__name__}")
        node = node.type
    return tuple(shape)


def _spelled(words: Sequence[str]) -> tuple[str, ...]:
    """Return qualifiers and static, sorted; _Atomic carries its place in its value."""
    return tuple(sorted(word.rstrip("0123456789").replace("STATIC", "static") for word in words))


def _scanned(declarator: RawDeclarator) -> Shape:
    """Return the shape of the scan's walk."""
    shape: list[Shape] = []
    for raw in declarator.derivations:
        match raw:
            case RawStar():
                shape.append(("*", _words(raw)))
            case RawBrackets():
                shape.append(("[", raw.size is not None, _words(raw)))
            case RawParentheses():
                shape.append(("(", raw.variadic, _parameters(raw)))
            case _:
                assert_never(raw)
    return tuple(shape)


def _words(raw: RawStar | RawBrackets) -> tuple[str, ...]:
    words = [_PARSER_WORDS.get(word, word) for word, _ in raw.qualifiers]
    if isinstance(raw, RawBrackets) and raw.static:
        words.append("static")
    return tuple(sorted(words)) if words else ()


_PARSER_WORDS = {"_Atomic": "_ATOMIC"}


def _parameters(raw: RawParentheses) -> tuple[Shape, ...]:
    if raw.content == "void":
        return ((),)
    return tuple([_scanned(parameter.declarator) for parameter in raw.parameters])
