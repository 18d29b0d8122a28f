"""Where C++ can infer a type: from an initial value, a body or a call ([dcl.spec.auto])."""

from collections.abc import Iterator

from cexplain.constraints.cxx_types import Problem
from cexplain.spelling.cxx_spell import innermost
from cexplain.tree import Array, Declaration, Function, Inferred


def inferred_problems(declared: Declaration, *, of_statement: bool) -> Iterator[Problem]:
    """Yield where a declaration's type is to be inferred and cannot be.

    `of_statement` says that it stands in the parentheses of `for` or `catch`,
    where no initial value is written.
    """
    ctype = declared.type
    if declared.kind not in ("declaration", "definition") or not isinstance(
        innermost(ctype), Inferred
    ):
        return
    if {"typedef", "using"} & set(declared.storage):
        yield _nowhere(declared, f"{declared.name!r} is a name for a type, and has no value")
    elif isinstance(ctype, Function):
        return  # its body says what it returns
    elif isinstance(ctype, Array):
        yield _nowhere(declared, "the elements of an array have no inferred type")
    elif declared.cxx is not None and declared.cxx.member and "static" not in declared.storage:
        yield _nowhere(declared, "a member that is not static has no inferred type")
    elif declared.initializer is None and not of_statement:
        yield Problem(
            "auto-uninitialized", declared,
            f"the type of {declared.name!r} is to be inferred, and nothing is there to infer it "
            "from", "write a value after '=', or a type", "name",
        )  # fmt: skip


def _nowhere(declared: Declaration, why: str) -> Problem:
    return Problem("auto-place", declared, why, "write the type", "name")
