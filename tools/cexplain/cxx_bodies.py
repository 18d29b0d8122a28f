"""The readings of what the bodies of functions declare in C++."""

from collections.abc import Iterable, Sequence

from cexplain.bodies import Read, parameters
from cexplain.explanation import Inner
from cexplain.source import Span
from cexplain.syntax.cxx_blocks import within
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.tree import Declaration


def inner(
    scanner: CxxScanner,
    bodies: Iterable[tuple[int, int]],
    found: Sequence[Declaration],
    read: Read,
) -> tuple[Inner, ...]:
    """Return what bodies declare, in their order: a function's, or those in a class.

    Of what is forbidden among statements nothing is told.
    """
    told: list[Inner] = []
    for body in bodies:
        for each in within(scanner, body, parameters(found)):
            if each.found.specifiers is None:
                continue
            start = scanner.token_span(each.found.specifiers.start).start
            end = min(each.block[1], scanner.count - 1)
            scope = Span(start, scanner.token_span(end).end)
            told += [
                Inner(read(one, each.found.declared), each.depth, scope)
                for one in each.found.declared
            ]
    return tuple(told)
