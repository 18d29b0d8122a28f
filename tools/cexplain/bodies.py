"""The readings of what a function's body declares."""

from collections.abc import Callable, Sequence

from cexplain.constraints.check import Constraints
from cexplain.explanation import Inner, Reading
from cexplain.source import Span
from cexplain.syntax.blocks import within
from cexplain.syntax.build import Builder
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.raw import RawDeclaration
from cexplain.syntax.scan import Scanner
from cexplain.tree import Declaration, Function, IdentifierList, ParameterTypeList

Read = Callable[[Declaration, list[Declaration]], Reading]


def inner(
    raw: RawDeclaration,
    found: Sequence[Declaration],
    scanner: Scanner,
    read: Read,
    *,
    pedantic: bool,
) -> tuple[Inner, ...]:
    """Return what the body of a definition declares, in its order; `read` makes a reading.

    What ISO C forbids in it is added to the scanner's findings. Of the blocks around a
    declaration nothing is asked: only what is wrong by itself is told.
    """
    builder = Builder(scanner)
    scopes: dict[tuple[int, int], Constraints] = {}
    told: list[Inner] = []
    for each in within(scanner, raw, parameters(found)):
        try:
            made = builder.build(each.found)
            scanner.check_weight(made, each.found.specifiers.start, each.found.end)
            if each.block not in scopes:
                scopes[each.block] = Constraints(scanner, pedantic=pedantic)
            problems = list(scopes[each.block].check(each.found, made))
        except (ScanError, RecursionError):
            continue
        scanner.findings.extend(one for one in problems if one.clause is not None)
        end = min(each.block[1], scanner.count - 1)
        for declaration in made:
            reading = read(declaration, made)
            start = scanner.token_span(each.found.specifiers.start).start
            scope = Span(start, scanner.token_span(end).end)
            told.append(Inner(reading, each.depth, scope))
    return tuple(told)


def parameters(found: Sequence[Declaration]) -> list[str]:
    """Return the names of a definition's parameters."""
    match found[0].type if found else None:
        case Function(_, ParameterTypeList(listed) | IdentifierList(listed)):
            return [one.name for one in listed if one.name]
        case _:
            return []
