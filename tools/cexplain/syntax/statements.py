"""Where a statement or an expression stands among declarations, or instead of one."""

from typing import TYPE_CHECKING

from cexplain import words
from cexplain.syntax import macros
from cexplain.syntax.cursor import ScanError
from cexplain.values import replace

if TYPE_CHECKING:
    from cexplain.diagnostics import Diagnostic
    from cexplain.syntax.brackets import Mended
    from cexplain.syntax.cxx_scan import CxxScanner
    from cexplain.syntax.raw import RawDeclaration
    from cexplain.syntax.scan import Scanner
    from cexplain.syntax.statement_pieces import Parsed
    from cexplain.syntax.statement_tree import Node


_CALLED = frozenset(
    (
        "free malloc calloc realloc exit abort atexit close fclose fopen fflush fgets fputs gets "
        "puts putchar getchar printf scanf perror strlen strcpy strcat strcmp memset memcpy sleep "
        "usleep isalpha isdigit isspace toupper tolower sqrt sin cos abs atoi atol atof srand "
        "assert system getenv fork pthread_exit"
    ).split()
)
"""Functions that programs call in lines of their own: nobody names a type so."""


HEADS = frozenset("for while if switch do else case default".split())
"""The words behind which a statement of their own stands."""


def instead(scanner: "Scanner", index: int) -> "Parsed | None":
    """Return the expression that stands here, though a declaration might be read in it.

    Raises ScanError where a macro or a function is called.
    """
    tokens = scanner.tokens
    if macros.end_of_call(scanner, index) is not None:
        raise ScanError(macros.called(scanner, index))
    if scanner.defines:
        return None
    if tokens[index + 1].text == ":" and tokens[index + 2].text in words.STATEMENT_KEYWORDS:
        return statement(scanner, index)  # a label
    if tokens[index + 1].text == "(" and is_call(scanner, index):
        raise ScanError(called(scanner, index))
    cast = tokens[index].text == "(" and converts_more(scanner, index)
    stands = cast or uses_object(scanner, index) or _calls_through(scanner, index)
    return statement(scanner, index) if stands else None


def behind(
    scanner: "Scanner", index: int, problem: "Diagnostic"
) -> "tuple[Diagnostic | Parsed, int]":
    """Return what stands where no declaration was read, and the index of the token behind it."""
    if problem.rule == "macro-call":
        return problem, macros.end_of_call(scanner, index) or scanner.recover(index)
    from cexplain.syntax.otherwise import otherwise  # noqa: PLC0415 - seldom needed

    told = otherwise(scanner, index) or problem
    slip = told.rule == "macro-call" or problem.rule == "misspelt-keyword"
    destroys = scanner.tokens[index].text == "~" and scanner.is_identifier(index + 1)
    found = None if slip or destroys else statement(scanner, index)
    if found is not None and _refers(scanner, found):
        found = None
    if found is None and (found := head(scanner, index, scanner.count)) is not None:
        scanner.findings.append(_missing(scanner, index, found))
    elif found is not None and scanner.tokens[index].text == "else":
        scanner.findings.append(told)
    return (found, found.end) if found is not None else (told, scanner.recover(index))


def _missing(scanner: "Scanner", index: int, found: "Parsed") -> "Diagnostic":
    """Return what a statement lacks of which the head was read."""
    word = scanner.tokens[index].text
    what, advice = (
        f"the statement after this {word!r}",
        "write a statement after it, or ';' for none",
    )
    if word == "do" and found.end > index + 1:
        what, advice = "the 'while' of this 'do'", "write while, and the condition in parentheses"
    return scanner.diagnostic(
        "error", "statement", found.end - 1, f"{what} is missing",
        f"the head alone is read; {advice}",
    )  # fmt: skip


def _refers(scanner: "Scanner", found: "Parsed") -> bool:
    """Whether `Base &b;` or `List<T> x;` stands here: an expression that would do nothing."""
    node, ended = found.node, scanner.tokens[found.end - 1].text == ";"
    if not ended or node.kind != "binary":
        return False
    if node.text == ">":  # vector<T> x;
        left = node.parts[0]
        return left.kind == "binary" and left.text == "<" and _is_plain(left)
    return _is_plain(node) and node.text in ("&", "&&")


def _is_plain(node: "Node") -> bool:
    """Whether all operands are names."""
    return all(part.kind == "name" for part in node.parts)


def head(scanner: "Scanner", index: int, cut: int) -> "Parsed | None":
    """Return the statement whose body would begin at a token, None where it has another form."""
    if scanner.defines or not _begins_head(scanner, index):
        return None
    from cexplain.syntax.statement_pieces import parsed  # noqa: PLC0415 - seldom needed

    return parsed(scanner, index, cut)


def _begins_head(scanner: "Scanner", index: int) -> bool:
    """Whether a statement begins here that has another in it, or a label before one."""
    if scanner.tokens[index].text in HEADS:
        return True
    return scanner.is_identifier(index) and scanner.tokens[index + 1].text == ":"


def spoilt(scanner: "Scanner", mended: "Mended", start: int, index: int) -> int | None:
    """Return the bracket without a pair in what begins at `index`, or in what stands before it."""
    found = mended.spoilt(start, index + 1)
    if found is None and scanner.tokens[index].text == "{":
        return None  # a block: what is in it is read piece by piece
    found = mended.in_declaration(index) if found is None else found
    if found is None and _begins_head(scanner, index):
        found = mended.spoilt(index, mended.resume(index))
    return found


def as_far(
    scanner: "Scanner", mended: "Mended", index: int, spoilt: int
) -> "tuple[RawDeclaration | Parsed | None, Diagnostic | None, int]":
    """Return what can be read up to a bracket without a pair, what is wrong, and where to go on."""
    problem = mended.problem(spoilt)
    if spoilt == index and scanner.tokens[index].text == "}" and not scanner.defines:
        return None, problem, index + 1  # the end of a block whose beginning was cut off
    found = head(scanner, index, spoilt)
    if found is None:
        return cut_off(scanner, index, spoilt), problem, mended.resume(spoilt)
    if found.end <= spoilt or problem is None:
        return found, None, found.end
    here, behind = scanner.tokens[spoilt].start, scanner.tokens[found.end].start
    if problem.span.start >= behind > here:
        return found, None, found.end  # it is told where it shows
    if problem.span.start == here:
        problem = replace(problem, advice=f"the head alone is read; {problem.advice}")
    return found, problem, found.end


def cut_off(scanner: "Scanner", index: int, spoilt: int) -> "RawDeclaration | None":
    """Return the function whose body begins at a brace that is never closed, if there is one."""
    if scanner.tokens[spoilt].text != "{" or scanner.tokens[spoilt - 1].text != ")":
        return None
    try:
        found = scanner.declaration(index, "declaration")
    except (ScanError, RecursionError):
        return None
    scanner.latest = found
    return found if found.kind == "definition" else None


def statement(scanner: "Scanner", index: int) -> "Parsed | None":
    """Return the expression or statement that begins here, None if none is read.

    Behind a function's definition the text is a file, and no statement stands there.
    """
    if scanner.defines:
        return None
    from cexplain.syntax.statement_pieces import parsed  # noqa: PLC0415 - seldom needed

    found = parsed(scanner, index)
    alone = scanner.tokens[index].text == "(" or scanner.tokens[index].kind != "word"
    whole = found is not None and (found.node.parts or alone or found.node.kind in ("go", "block"))
    return found if whole else None


def opens_block(scanner: "Scanner", index: int) -> bool:
    """Whether a brace opens or closes a block that was pasted: what is in it is read alone."""
    if index in scanner.blocks:
        return True
    end = scanner.closing.get(index)
    if scanner.tokens[index].text != "{" or scanner.defines or end is None:
        return False
    if scanner.tokens[end - 1].text not in (";", "}"):
        return False
    scanner.blocks.add(end)
    return True


def is_call(scanner: "Scanner | CxxScanner", index: int) -> bool:
    """Whether a function is called here, and none is declared without its type.

    Its arguments show it: names of objects, or several words that are no types.
    """
    if scanner.std.endswith("89") or scanner.defines:
        return False
    name, end = scanner.tokens[index].text, scanner.closing[index + 1]
    if name in ("_Countof", "va_arg", "offsetof"):
        return True
    behind = scanner.tokens[end + 1]
    if not scanner.is_identifier(index) or not (behind.text == ";" or behind.kind == "end"):
        return False
    if scanner.is_known_type(name):
        return False
    if name in _CALLED:
        return True
    if scanner.is_identifier(index + 2) and scanner.tokens[index + 2].text in scanner.objects:
        return True
    return len(_names(scanner, index + 1)) > 1


def _names(scanner: "Scanner | CxxScanner", opening: int) -> list[str]:
    """Return the names in parentheses with commas between them, none if one may be a type's."""
    inside = range(opening + 1, scanner.closing[opening])
    words = [at for at in inside if scanner.tokens[at].text != ","]
    names = [scanner.tokens[at].text for at in words if scanner.is_identifier(at)]
    known = any(scanner.is_known_type(name) for name in names)
    listed = len(names) == len(words) and len(inside) == 2 * len(words) - 1
    return names if listed and not known else []


def _calls_through(scanner: "Scanner", index: int) -> bool:
    """Whether `(*f)(x)` stands here: the names in small letters are no types."""
    tokens, behind = scanner.tokens, index + 4
    if scanner.std.endswith("89") or [one.text for one in tokens[index : index + 2]] != ["(", "*"]:
        return False
    if not scanner.is_identifier(index + 2) or tokens[index + 3].text != ")":
        return False
    if tokens[behind].text != "(" or tokens[scanner.closing[behind] + 1].text not in (";", ""):
        return False
    names = _names(scanner, behind)
    return bool(names) and all(name.islower() for name in names)


def uses_object(scanner: "Scanner", index: int) -> bool:
    """Whether an expression begins here with a name that the text declared."""
    while scanner.tokens[index].text in ("*", "("):
        index += 1
    name, behind = scanner.tokens[index].text, scanner.tokens[index + 1]
    return name in scanner.objects and behind.kind != "word" and not scanner.is_known_type(name)


def called(scanner: "Scanner", index: int) -> "Diagnostic":
    """Return that a function is called here, where no call is read."""
    return scanner.diagnostic(
        "error", "statement", index,
        f"this calls {scanner.tokens[index].text!r}, but a declaration is expected here",
        "read the declarations of the names in it",
    )  # fmt: skip


def converts_more(scanner: "Scanner", index: int) -> bool:
    """Whether a cast begins here which is only a part, or whose operand is no expression."""
    if not scanner.is_cast(index):
        return False
    start = scanner.closing[index] + 1
    end = scanner.expression_end(start, (";",))
    if end - start < 2:
        return False
    from cexplain.syntax.statement_pieces import parsed  # noqa: PLC0415 - seldom needed

    found = parsed(scanner, index)
    if found is None and all(scanner.tokens[at].text != "{" for at in range(start, end)):
        scanner.fail(
            "statement", start, "what follows the cast is not an expression",
            "write a value after the type in parentheses, as in (int)x",
        )  # fmt: skip
    return found is not None and found.node.kind != "cast"
