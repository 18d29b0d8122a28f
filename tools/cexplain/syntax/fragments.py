"""Pieces of C inside English: the operands of typeof and of alignments."""

from cexplain.syntax.build import declarations
from cexplain.syntax.scan import Scanner
from cexplain.tree import CType, Declaration, Expression, Typeof


def c_operand(text: str) -> Expression | CType:
    """Return what `text` is in C: a type where it can be one, else an expression as it stands."""
    found = list(declarations(Scanner(f"typeof({text}) x;", "gnu23")))
    match found:
        case [[Declaration(type=Typeof(operand=operand))]]:
            return operand
        case _:
            return Expression(text)
