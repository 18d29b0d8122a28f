"""The grammar's word on a declarator: the only module that knows pycparser.

The scan shows it a skeleton (see docs/decisions/0001-architecture.md): each
declarator's parts, with type names marked as such and names that cannot clash.
pycparser parses that as C; its tree must nest exactly as the scan's walk from
the identifier outwards does. Two independent walks, one answer.
"""

import re
from collections.abc import Sequence
from typing import Any

from pycparser.c_ast import ArrayDecl, EllipsisParam, FuncDecl, PtrDecl, TypeDecl
from pycparser.c_lexer import CLexer, Token
from pycparser.c_parser import CParser, ParseError

from cexplain.raw import (
    RawBrackets,
    RawDeclarator,
    RawDerivation,
    RawParentheses,
    RawStar,
    Skeleton,
)

_POSITION = re.compile(r":1:(\d+): (.*)", re.DOTALL)


class GrammarError(Exception):
    """The grammar refuses the skeleton; `index` is the token where, None at its end."""

    def __init__(self, index: int | None, message: str) -> None:
        super().__init__(message)
        self.index = index


class DisagreementError(Exception):
    """The two walks differ: a defect of ours, never of the input."""


class _SkeletonLexer(CLexer):
    """Hands the parser tokens that were found already; the text it is given is empty."""

    skeleton: Skeleton

    def input(self, text: str, filename: str = "") -> None:
        super().input(text, filename)
        self._tokens = iter(
            [Token(kind, value, 1, index, "") for kind, value, index in self.skeleton]
        )

    def token(self) -> Token | None:
        return next(self._tokens, None)


_parser = CParser(lexer=_SkeletonLexer)


def confirm(skeleton: Skeleton, declarators: Sequence[RawDeclarator]) -> None:
    """Parse the skeleton of one declaration and compare it with the scan's declarators.

    Raises GrammarError where C's grammar has no such declaration.
    """
    lexer = _parser.clex
    assert isinstance(lexer, _SkeletonLexer)
    lexer.skeleton = skeleton
    try:
        parsed = _parser.parse("").ext
    except ParseError as error:
        found = _POSITION.search(str(error))
        if found is None:
            raise GrammarError(None, str(error).strip(": ")) from None
        raise GrammarError(int(found[1]), found[2]) from None
    if len(parsed) != len(declarators):
        raise DisagreementError(f"{len(parsed)} declarators parsed, {len(declarators)} scanned")
    for node, declarator in zip(parsed, declarators, strict=True):
        _compare(node.type, declarator)


def _compare(node: Any, declarator: RawDeclarator) -> None:
    for derivation in declarator.derivations:
        if not _SAME[type(derivation)](node, derivation):
            raise DisagreementError(f"{type(node).__name__} parsed, {derivation} scanned")
        node = node.type
    if not isinstance(node, TypeDecl):
        raise DisagreementError(f"{type(node).__name__} parsed, nothing more scanned")


def _same_pointer(node: Any, star: RawDerivation) -> bool:
    assert isinstance(star, RawStar)
    return isinstance(node, PtrDecl) and node.quals == [word for word, _ in star.qualifiers]


def _same_array(node: Any, brackets: RawDerivation) -> bool:
    assert isinstance(brackets, RawBrackets)
    if not isinstance(node, ArrayDecl):
        return False
    words = sorted([word for word, _ in brackets.qualifiers] + ["static"] * brackets.static)
    return sorted(node.dim_quals) == words and (node.dim is None) == (brackets.size is None)


def _same_function(node: Any, parentheses: RawDerivation) -> bool:
    assert isinstance(parentheses, RawParentheses)
    if not isinstance(node, FuncDecl):
        return False
    parameters = list(node.args.params) if node.args else []
    if parameters and isinstance(parameters[-1], EllipsisParam):
        parameters.pop()
        if not parentheses.variadic:
            return False
    if parentheses.content in ("void", "empty", "identifiers"):
        return len(parameters) == (parentheses.content == "void")
    if len(parameters) != len(parentheses.parameters):
        return False
    for parsed, scanned in zip(parameters, parentheses.parameters, strict=True):
        _compare(parsed.type, scanned.declarator)
    return True


_SAME = {RawStar: _same_pointer, RawBrackets: _same_array, RawParentheses: _same_function}
