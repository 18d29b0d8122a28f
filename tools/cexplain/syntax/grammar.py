"""What pycparser says of a skeleton: one of the two modules that know it.

`grammar_of_statements` is the other.

A skeleton is the kinds of the tokens of one declaration, as `skeletons` makes
them. pycparser parses that as C.
"""

import re
from _thread import allocate_lock
from collections.abc import Sequence
from typing import Any

from pycparser.c_ast import ArrayDecl, EllipsisParam, FuncDecl, PtrDecl, TypeDecl
from pycparser.c_lexer import CLexer, Token
from pycparser.c_parser import CParser, ParseError

from cexplain.syntax.shapes import Answer, DisagreementError, Shape

_POSITION = re.compile(r":1:(\d+): ")

_SPELLINGS = {"CONST": "const", "VOLATILE": "volatile", "RESTRICT": "restrict"}


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
_parsing = allocate_lock()  # one parser serves all threads: it is asked seldom, and answers fast


def parse(kinds: tuple[str, ...]) -> Answer:
    """Return each declarator's shape, or where the grammar refuses (-1: at the end)."""
    lexer = _parser.clex
    assert isinstance(lexer, _SkeletonLexer)
    with _parsing:
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
