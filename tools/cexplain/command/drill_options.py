"""What `cexplain drill` accepts: options of its own, for none of the others fits."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cexplain.command.options import When
from cexplain.values import dataclass

if TYPE_CHECKING:
    import argparse

COUNT = 10
"""Questions of a sheet, unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class DrillOptions:
    """Which drills, and how; no seed means one that is drawn, no count means without end."""

    seed: str | None = None
    kinds: tuple[str, ...] = ()
    level: int | None = None
    count: int | None = None
    sheet: bool = False
    key: bool = False
    json: bool = False
    color: When = "auto"


def drill_parser() -> "argparse.ArgumentParser":
    """Return the parser of the words after `cexplain drill`."""
    import argparse  # noqa: PLC0415 - a declaration alone is read without

    from cexplain.command.parsers import Parser  # noqa: PLC0415 - see above
    from cexplain.drills.drill import LEVELS  # noqa: PLC0415 - see above
    from cexplain.drills.table import KINDS  # noqa: PLC0415 - see above

    made = Parser(
        prog="cexplain drill",
        usage="%(prog)s [OPTION]...",
        description="Asks questions about C, one after the other, or prints a sheet of them.",
        epilog="kinds:\n" + "".join(f"  {kind.name:11} {kind.title}\n" for kind in KINDS.values()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = made.add_argument
    add("--seed", metavar="SEED", help="a number or a word: the same one gives the same questions")
    add(
        "--kind",
        action="append",
        default=[],
        choices=tuple(KINDS),
        metavar="KIND",
        help="ask only this kind; may be repeated (default: all kinds in turn)",
    )
    add(
        "--level",
        type=int,
        choices=LEVELS,
        metavar="1-5",
        help="how hard: where to start, or the level of a whole sheet",
    )
    add("--count", type=int, metavar="N", help=f"how many (a sheet: {COUNT}; else until you leave)")
    add("--sheet", action="store_true", help="print a sheet of questions, and ask nothing")
    add("--key", action="store_true", help="print the key after the sheet")
    add("--json", action="store_true", help="print the sheet and its key as one JSON object")
    add("--color", choices=("auto", "always", "never"), default="auto", help="when to use colours")
    return made


def parse_drill(arguments: Sequence[str]) -> DrillOptions:
    """Return what the arguments ask for; ends the process with status 2 if they are wrong."""
    from cexplain.drills.sheet import MOST, SheetError, checked_seed  # noqa: PLC0415 - see above

    made = drill_parser()
    found = made.parse_args(arguments)
    reason = None
    if found.count is not None and not 1 <= found.count <= MOST:
        reason = f"--count needs a number of questions, 1 or more and at most {MOST}"
    elif found.key and not (found.sheet or found.json):
        reason = "--key belongs to a sheet: add --sheet"
    elif found.seed is not None:
        try:
            checked_seed(found.seed)
        except SheetError as error:
            reason = f"--seed: {error}"
    if reason:
        made.print_usage(sys.stderr)
        made.exit(2, f"cexplain: error: {reason}\n")
    return DrillOptions(
        found.seed,
        tuple(dict.fromkeys(found.kind)),
        found.level,
        found.count,
        found.sheet,
        found.key,
        found.json,
        found.color,
    )
