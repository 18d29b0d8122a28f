"""What pycparser says of a statement: with `grammar`, the one other module that knows it."""

from _thread import allocate_lock
from collections.abc import Iterable
from typing import Any

from pycparser import c_ast
from pycparser.c_lexer import CLexer, Token
from pycparser.c_parser import CParser, ParseError

from cexplain.syntax.statement_tree import Node

Piece = tuple[str, str, int]
"""A token's kind in pycparser's words, its text, and its index."""

REST = "#rest"
"""The name that stands for a body that was cut off."""

TRY = "#try"
"""The label that stands for the word of C++, which C's grammar does not know."""

_BEFORE = ("VOID", "ID", "LPAREN", "VOID", "RPAREN", "LBRACE")


class _Lexer(CLexer):
    """Hands the parser tokens that were found already; the text it is given is empty."""

    pieces: tuple[Piece, ...] = ()

    def input(self, text: str, filename: str = "") -> None:
        super().input(text, filename)
        around = [*((kind, kind, -1) for kind in _BEFORE), *self.pieces, ("RBRACE", "}", -1)]
        self._tokens = iter([Token(kind, text, 1, at + 1, "") for kind, text, at in around])

    def token(self) -> Token | None:
        return next(self._tokens, None)


_GO = {c_ast.Break: "break", c_ast.Continue: "continue"}

_parser = CParser(lexer=_Lexer, dialect="c23")
_parsing = allocate_lock()


def statement(pieces: Iterable[Piece]) -> Node | None:
    """Return the one statement that the tokens are, None if they are none."""
    lexer = _parser.clex
    assert isinstance(lexer, _Lexer)
    with _parsing:
        lexer.pieces = tuple(pieces)
        try:
            items = _parser.parse("").ext[0].body.block_items or []
        except (ParseError, AssertionError, AttributeError, IndexError):
            return None
    return _node(items[0]) if len(items) == 1 else None


def _at(node: Any) -> int:
    return node.coord.column - 1 if node.coord is not None else -1


def _node(node: Any) -> Node | None:  # noqa: PLR0912, C901 (one case for each kind)
    """Return pycparser's tree as ours, None where something is in it that we do not read."""
    match node:
        case None:
            return Node("absent", "")
        case c_ast.ID(name=name) if name == REST:
            return Node("rest", "", (), _at(node))
        case c_ast.ID(name=name) if name.startswith("#"):
            return Node("declares", "", (), int(name[1:]))
        case c_ast.ID(name=name):
            return Node("name", name, (), _at(node))
        case c_ast.Constant(value=value):
            return Node("constant", value, (), _at(node))
        case c_ast.Typename() | c_ast.Decl():
            return _type(node)
        case c_ast.UnaryOp(op=op, expr=expr):
            postfix = op.startswith("p")
            return _made("postfix" if postfix else "unary", op.removeprefix("p"), (expr,), node)
        case c_ast.BinaryOp(op=op, left=left, right=right):
            return _made("binary", op, (left, right), node)
        case c_ast.Assignment(op=op, lvalue=left, rvalue=right):
            return _made("assign", op, (left, right), node)
        case c_ast.TernaryOp(cond=cond, iftrue=yes, iffalse=no):
            return _made("conditional", "?", (cond, yes, no), node)
        case c_ast.Cast(to_type=wanted, expr=expr):
            return _made("cast", "", (wanted, expr), node)
        case c_ast.CompoundLiteral(type=wanted):
            return _made("literal", "", (wanted,), node)
        case c_ast.FuncCall(name=name, args=args):
            return _made("call", "", (name, *(args.exprs if args is not None else ())), node)
        case c_ast.ArrayRef(name=name, subscript=subscript):
            return _made("index", "", (name, subscript), node)
        case c_ast.StructRef(name=name, type=op, field=field):
            return _made("member", op, (name, field), node)
        case c_ast.ExprList(exprs=exprs):
            return _made("comma", ",", tuple(exprs), node)
        case c_ast.GenericSelection():
            return _generic(node)
        case c_ast.If(cond=cond, iftrue=yes, iffalse=no):
            return _made("if", "", (cond, yes, *(() if no is None else (no,))), node)
        case c_ast.While(cond=cond, stmt=body):
            return _made("while", "", (cond, body), node)
        case c_ast.DoWhile(cond=cond, stmt=body):
            return _made("do", "", (cond, body), node)
        case c_ast.For(init=first, cond=cond, next=following, stmt=body):
            return _made("for", "", (first, cond, following, body), node)
        case c_ast.Switch(cond=cond, stmt=body):
            return _made("switch", "", (cond, body), node)
        case c_ast.Case(expr=value, stmts=stmts):
            return _made("case", "", (value, *stmts), node)
        case c_ast.Default(stmts=stmts):
            return _made("case", "", (None, *stmts), node)
        case c_ast.Label(name=name, stmt=stmt) if name == TRY:
            return _made("try", "", (stmt,), node)
        case c_ast.Label(name=name, stmt=stmt):
            return _made("label", name, (stmt,), node)
        case c_ast.Compound(block_items=items):
            return _made("block", "", tuple(items or ()), node)
        case c_ast.Return(expr=expr):
            return _made("return", "", () if expr is None else (expr,), node)
        case c_ast.EmptyStatement():
            return Node("nothing", "", (), _at(node))
        case c_ast.Break() | c_ast.Continue() | c_ast.Goto():
            return Node("go", _GO.get(type(node), getattr(node, "name", "")), (), _at(node))
        case _:
            return None


def _made(kind: Any, text: str, parts: tuple[Any, ...], node: Any) -> Node | None:
    read = [_node(part) for part in parts]
    found = tuple(part for part in read if part is not None)
    return Node(kind, text, found, _at(node)) if len(found) == len(parts) else None


def _type(node: Any) -> Node | None:
    """Return the type for which `int` was shown to the parser: its name holds the index."""
    inner = node.type
    while inner is not None and not isinstance(inner, c_ast.IdentifierType):
        inner = getattr(inner, "type", None)
    if inner is None or not inner.names[-1].startswith("#"):
        return None
    return Node("type", "", (), int(inner.names[-1][1:]))


def _generic(node: Any) -> Node | None:
    parts: list[Node | None] = [_node(node.expr)]
    for one in node.associations:
        wanted = one.type
        parts.append(Node("default", "default") if wanted is None else _node(wanted))
        parts.append(_node(one.expr))
    found = tuple(part for part in parts if part is not None)
    return Node("generic", "", found, _at(node)) if len(found) == len(parts) else None
