"""Declarations per second: cexplain's whole way beside a bare pycparser parse of the same lines.

The lines are those generated ones that pycparser itself accepts: no comments, no GNU spelling, no
type that nothing declares. No line comes twice, in any round. What the engine keeps from line to
line is what lines have in common: the grammar's answers by the shape of declarators.
"""

import statistics
from collections.abc import Iterable
from functools import partial

from pycparser.c_parser import CParser, ParseError

from benchmarks.measure import Row, seconds
from cexplain import explain
from support.declarations import declarations
from support.trivia import PLAIN

ROUNDS = 8
LINES = 2500  # a round; together 20,000


def rounds() -> list[list[str]]:
    """Return the lines of each round: all different, each with its semicolon."""
    parser = CParser()
    found: dict[str, None] = {}
    for one in declarations(ROUNDS * LINES * 4, 900, editions=("c11",), trivia=PLAIN):
        text = one.text if one.text.rstrip().endswith((";", "}")) else f"{one.text};"
        try:
            parser.parse(text)
        except ParseError:
            continue
        found[text] = None
        if len(found) == ROUNDS * LINES:
            break
    lines = list(found)
    return [lines[start : start + LINES] for start in range(0, len(lines), LINES)]


def explain_all(lines: Iterable[str]) -> None:
    """Read each line with the engine; raises AssertionError for one that it cannot read."""
    for line in lines:
        assert explain(line, std="gnu11").readings, line


def parse_all(lines: Iterable[str]) -> None:
    """Parse each line with pycparser alone."""
    parser = CParser()
    for line in lines:
        parser.parse(line)


def measure() -> Row:
    """Return the medians of the rounds, in declarations a second."""
    engine, bare = [], []
    for number, lines in enumerate(rounds()):
        # They take turns to begin, so that a busy machine slows both.
        works = (explain_all, parse_all) if number % 2 else (parse_all, explain_all)
        speeds = {work: len(lines) / seconds(partial(work, lines)) for work in works}
        engine.append(speeds[explain_all])
        bare.append(speeds[parse_all])
    ratio = statistics.median(one / other for one, other in zip(engine, bare, strict=True))
    return Row(
        f"{ROUNDS * LINES:,} declarations read: tokens, tree, prose, cdecl English, C again, notes",
        f"{statistics.median(engine):,.0f} a second",
        f"{statistics.median(bare):,.0f} a second: a bare pycparser parse of the same lines",
        f"{ratio:.2f}",
        "python -m benchmarks engine",
    )
