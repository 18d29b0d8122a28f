"""Constraints of C++: what ISO C++ forbids in declarations that can be read all the same.

A line may stand anywhere, so what is legal in some class is no error where no class is
shown; see docs/decisions/0004-constraints.md.
"""

from collections.abc import Iterator

from cexplain.constraints.cxx_editions import edition_problems
from cexplain.constraints.cxx_inferred import inferred_problems
from cexplain.constraints.cxx_types import Derived, Problem, is_void, type_problems
from cexplain.cxx_clauses import CLAUSES
from cexplain.diagnostics import Diagnostic
from cexplain.spelling.cxx_spell import part
from cexplain.syntax.cxx_raw import Found
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.tree import (
    Array,
    Class,
    CxxParts,
    Declaration,
    Enum,
    Function,
    ParameterTypeList,
    Reference,
    UnknownSize,
)

_NO_PARTS = CxxParts()
_EXTENSIONS = frozenset({"array-size-zero", "declares-nothing", "flexible-member"})
_DEFAULTED = frozenset(
    {
        "copy constructor",
        "move constructor",
        "destructor",
        "copy assignment operator",
        "move assignment operator",
    }
)
_COMPARISONS = frozenset(f"operator{sign}" for sign in ("==", "!=", "<", ">", "<=", ">=", "<=>"))
_MEMBERS_ONLY = "virtual, it belongs in the class, at the function's first declaration"


def check(scanner: CxxScanner, found: Found) -> Iterator[Diagnostic]:
    """Yield what one stretch of the text breaks."""
    # `for (auto x : v)`: the specifiers of any other declaration stand behind no parenthesis.
    start = found.specifiers.start if found.specifiers is not None else 0
    of_statement = start > 0 and scanner.tokens[start - 1].text == "("
    for declared in found.declared:
        problems = [
            *_declaration(declared, None, of_statement=of_statement),
            *edition_problems(declared, scanner.std),
        ]
        for problem in problems:  # the findings of a text are each told once
            yield _diagnostic(scanner, declared, problem)


def _diagnostic(scanner: CxxScanner, declared: Declaration, problem: Problem) -> Diagnostic:
    spans = scanner.spans.spans(problem.where, problem.role) or scanner.spans.spans(problem.where)
    span = (spans or scanner.spans.spans(declared))[0]
    line, column = scanner.lines.position(span.start)
    gnu = problem.rule in _EXTENSIONS and scanner.std.startswith("gnu")
    return Diagnostic(
        "warning" if gnu else "error",
        problem.rule,
        problem.message,
        line,
        column,
        span,
        problem.advice,
        CLAUSES.get(problem.rule),
    )


def _declaration(
    declared: Declaration, within: Class | None, *, of_statement: bool = False
) -> Iterator[Problem]:
    """Yield what a declaration breaks; `within` is the class whose member it is.

    `of_statement` says that it is that of a `for` or `catch`.
    """
    ctype, parts = declared.type, declared.cxx or _NO_PARTS
    words = {word.split("(")[0] for word in (*declared.storage, *declared.function_specifiers)}
    alias = bool(words & {"typedef", "using"}) or declared.kind in ("type", "cast")
    bound = not words & {"static", "friend"}
    unbound_special = parts.special is not None and parts.special.endswith("structor")
    yield from type_problems(ctype, member=bound and not unbound_special, alias=alias)
    of = ctype
    while isinstance(of, Derived):
        of = part(of)
    if isinstance(of, Class):
        yield from _class(of)
    if isinstance(ctype, Function):
        yield from _function(declared, parts, words, within)
    else:
        yield from _object(declared, words, alias=alias)
    if parts.special is not None and isinstance(ctype, Function):
        yield from _special(ctype, declared, parts)
    yield from _mutable(declared)
    yield from inferred_problems(declared, of_statement=of_statement)


def _class(ctype: Class) -> Iterator[Problem]:
    for member in ctype.members or ():
        declared = member.declaration
        yield from _declaration(declared, ctype)
        if _is_flexible(declared):
            yield Problem(
                "flexible-member", declared,
                f"the array {declared.name} has no size, and C++ has no flexible array members",
                "write a size, or a pointer", "name",
            )  # fmt: skip


def _is_flexible(declared: Declaration) -> bool:
    """Whether a member is an array that only C lets end a structure."""
    unsized = isinstance(declared.type, Array) and isinstance(declared.type.size, UnknownSize)
    return unsized and not declared.storage and declared.initializer is None


def _function(
    declared: Declaration, parts: CxxParts, words: set[str], within: Class | None
) -> Iterator[Problem]:
    virtual = "virtual" in words
    no_base = within is not None and not within.bases
    outside = declared.name is not None and "::" in declared.name and "friend" not in words
    if virtual:
        problem = _virtual(declared, parts, words, outside=outside)
        if problem is not None:
            yield problem
    if parts.definition == "0" and not virtual and (no_base or words & {"static", "friend"}):
        yield Problem(
            "pure-place", declared, f"'= 0' makes {declared.name} pure, and it is not virtual",
            "write virtual before it", "definition",
        )  # fmt: skip
    if parts.marks and (outside or words & {"static", "friend"} or (no_base and not virtual)):
        yield Problem(
            "override-place", declared, f"{parts.marks[0]!r} is said of a function that is not "
            "virtual", "take it out, or declare the function virtual in a base class", "marks",
        )  # fmt: skip
    elif "override" in parts.marks and no_base:
        yield Problem(
            "override-place", declared, "'override', and the class has no base",
            "take it out, or name the base class", "marks",
        )  # fmt: skip
    if parts.definition == "default" and not _can_be_defaulted(declared, parts):
        yield Problem(
            "defaulted-function", declared,
            f"{declared.name} is not a function that the compiler can write by itself",
            "default constructors without parameters, copies, moves, destructors, comparisons",
            "definition",
        )  # fmt: skip
    converting = (parts.special or "").endswith(("constructor", "conversion function"))
    if "explicit" in words and not converting:
        yield _explicit(declared)


def _explicit(declared: Declaration) -> Problem:
    return Problem(
        "explicit-place", declared, "'explicit' is said of constructors and conversion functions",
        "take it out", "functions",
    )  # fmt: skip


def _virtual(
    declared: Declaration, parts: CxxParts, words: set[str], *, outside: bool
) -> Problem | None:
    what = None
    if (parts.special or "").endswith("constructor"):
        what = "a constructor"
    elif "static" in words:
        what = "a static member function"
    elif "friend" in words:
        what = "a friend"
    elif outside:
        what = "a function outside its class"
    if what is None:
        return None
    return Problem(
        "virtual-place", declared, f"{what} cannot be declared virtual",
        "take virtual out; " + _MEMBERS_ONLY if outside else "take virtual out", "functions",
    )  # fmt: skip


def _can_be_defaulted(declared: Declaration, parts: CxxParts) -> bool:
    if parts.special in _DEFAULTED:
        return True
    name = (declared.name or "").rsplit("::", 1)[-1]
    if name in _COMPARISONS:
        return True
    listed = declared.type.parameters if isinstance(declared.type, Function) else None
    assert isinstance(listed, ParameterTypeList)
    return parts.special == "constructor" and listed == ParameterTypeList()


def _object(declared: Declaration, words: set[str], *, alias: bool) -> Iterator[Problem]:
    """Yield what a declaration breaks that is no function's."""
    ctype = declared.type
    if declared.kind == "tag":
        yield from _alone(declared, words)
        return
    if "static" in words and declared.bit_width is not None:
        yield Problem(
            "storage-of-member", declared, "a static member cannot be a bit-field",
            "take the width out", "storage",
        )  # fmt: skip
    if "virtual" in words:
        yield Problem(
            "virtual-place", declared, "only a member function can be virtual",
            "take virtual out", "functions",
        )  # fmt: skip
    if "explicit" in words:
        yield _explicit(declared)
    if not alias and is_void(ctype):
        member = declared.cxx is not None and declared.cxx.member
        yield Problem(
            "void-member" if member else "void-object", declared,
            f"{declared.name} cannot have type void: no object has that type",
            "write void * for a pointer to anything", "name",
        )  # fmt: skip
    if declared.bit_width is not None and isinstance(ctype, Reference | Array):
        yield Problem(
            "reference-bit-field", declared, "a bit-field has an integer or enumeration type",
            "take the width out", "name",
        )  # fmt: skip


def _alone(declared: Declaration, words: set[str]) -> Iterator[Problem]:
    """Yield what a class or an enumeration breaks behind which no name is declared."""
    ctype = declared.type
    if words & {"static", "extern", "thread_local", "register", "mutable"}:
        yield Problem(
            "storage-without-object", declared, "a storage class, and no object is declared",
            "take it out, or write the object's name", "storage",
        )  # fmt: skip
    elif isinstance(ctype, Class) and ctype.keyword != "union" and not (ctype.tag or words):
        yield Problem(
            "declares-nothing", declared, "this class has no name, and declares no object",
            "write its name, or the object's",
        )  # fmt: skip


def _special(ctype: Function, declared: Declaration, parts: CxxParts) -> Iterator[Problem]:
    listed = ctype.parameters
    assert isinstance(listed, ParameterTypeList)
    if parts.special == "destructor" and (listed.parameters or listed.variadic):
        yield Problem(
            "destructor-signature", declared, "a destructor has no parameters",
            "leave the parentheses empty", "name",
        )  # fmt: skip
    if parts.special == "conversion function" and (listed.parameters or listed.variadic):
        yield Problem(
            "conversion-signature", declared, "a conversion function has no parameters",
            "leave the parentheses empty", "name",
        )  # fmt: skip


def _mutable(declared: Declaration) -> Iterator[Problem]:
    if "mutable" not in declared.storage:
        return
    ctype = declared.type
    what = None
    if isinstance(ctype, Function):
        what = "a function"
    elif isinstance(ctype, Reference):
        what = "a reference"
    elif not isinstance(ctype, Array | Enum) and "const" in ctype.qualifiers:
        what = "what is const"
    if what is not None:
        yield Problem(
            "mutable-place", declared, f"{what} cannot be mutable",
            "mutable is said of a member that changes in a const object", "storage",
        )  # fmt: skip
