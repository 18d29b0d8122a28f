"""Runs the benchmarks and prints one table: `python -m benchmarks [NAME]... [--write]`."""

import argparse
import sys
from collections.abc import Callable, Sequence

from benchmarks import (
    answers,
    browser_programs,
    checker,
    command,
    editor,
    engine,
    header,
    keystrokes,
    lines,
    pages,
    record,
    speed,
    stepper,
    transfers,
)
from benchmarks.measure import Row
from benchmarks.record import Kept

BENCHMARKS: dict[str, Callable[[], Row | list[Row]]] = {
    "transfers": transfers.measure,
    "programs": browser_programs.measure,
    "stepper": stepper.measure,
    "answers": answers.measure,
    "keystrokes": keystrokes.measure,
    "speed": speed.measure,
    "engine": engine.measure,
    "lines": lines.measure,
    "header": header.measure,
    "command": command.measure,
    "editor": editor.measure,
    "site": pages.measure,
    "checker": checker.measure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0; raise what a benchmark raises when what it measures does not work."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{names} (default: all)")
    parser.add_argument("--write", action="store_true", help="keep what was measured, and show it")
    chosen = parser.parse_args(arguments)
    for name in chosen.names:
        if name not in BENCHMARKS:
            parser.error(f"there is no benchmark {name!r}; there are {names}")
    machine = record.machine()
    print(f"Measured on {machine}.\n\n{record.HEAD}", flush=True)
    for name in chosen.names or BENCHMARKS:
        measured = BENCHMARKS[name]()
        rows = measured if isinstance(measured, list) else [measured]
        new = [Kept(row, record.today(), machine) for row in rows]
        print("\n".join(one.markdown() for one in new), flush=True)
        if chosen.write:  # at once: a later one may fail
            kept = record.renewed(record.load(), name, new, list(BENCHMARKS))
            record.save(kept)
            record.write(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
