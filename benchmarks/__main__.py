"""Runs the benchmarks and prints one table: `python -m benchmarks [NAME]... [--write]`."""

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Sequence

from benchmarks import (
    ROOT,
    browser_programs,
    checker,
    command,
    engine,
    header,
    keystrokes,
    lines,
    pages,
    speed,
)
from benchmarks.measure import HEADER, Row

BENCHMARKS: dict[str, Callable[[], Row | list[Row]]] = {
    "engine": engine.measure,
    "lines": lines.measure,
    "header": header.measure,
    "command": command.measure,
    "site": pages.measure,
    "speed": speed.measure,
    "keystrokes": keystrokes.measure,
    "programs": browser_programs.measure,
    "checker": checker.measure,
}
TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- end -->)", re.DOTALL)


def machine() -> str:
    """Return the date, the kind of machine and the tools, in one line."""
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    gcc = subprocess.run(["gcc", "-dumpfullversion"], capture_output=True, text=True, check=True)
    return (
        f"Measured {today} on {os.cpu_count()} cores of a virtual {platform.machine()} machine"
        f" with Debian 12, Python {platform.python_version()} and gcc {gcc.stdout.strip()}."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0; raise what a benchmark raises when what it measures does not work."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = ", ".join(BENCHMARKS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{names} (default: all)")
    parser.add_argument("--write", action="store_true", help="put the table into the READMEs")
    chosen = parser.parse_args(arguments)
    for name in chosen.names:
        if name not in BENCHMARKS:
            parser.error(f"there is no benchmark {name!r}; there are {names}")
    print(f"{machine()}\n\n{HEADER}", flush=True)
    rows: list[Row] = []
    for name in chosen.names or BENCHMARKS:
        measured = BENCHMARKS[name]()
        new = measured if isinstance(measured, list) else [measured]
        rows += new
        print("\n".join(row.markdown() for row in new), flush=True)
    if chosen.write:
        write("\n".join([machine(), "", HEADER, *(row.markdown() for row in rows)]))
    return 0


def write(table: str) -> None:
    """Replace the table here and in the README that a newcomer reads first."""
    for page in (ROOT / "benchmarks" / "README.md", ROOT / "README.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(TABLE.sub(lambda m: f"{m[1]}{table}\n{m[2]}", text), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
