"""What was measured last: `record.json`, from which the READMEs and the proof page are written.

A benchmark that is measured anew replaces its own rows; the others keep their day and machine.
"""

import datetime
import json
import os
import platform
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from benchmarks import ROOT
from benchmarks.measure import Row

RECORD = ROOT / "benchmarks" / "record.json"
READMES = (ROOT / "benchmarks" / "README.md", ROOT / "README.md")
TABLE = re.compile(r"(<!-- table -->\n).*?(<!-- end -->)", re.DOTALL)
HEAD = """\
| what | measured | beside | ratio | day | command |
|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row with the day on which it was measured, in ISO 8601, and the machine."""

    row: Row
    day: str
    machine: str

    @property
    def benchmark(self) -> str:
        """The name by which `python -m benchmarks` knows what measured it."""
        return self.row.command.split()[-1]

    def markdown(self) -> str:
        """Return the row of a Markdown table."""
        row = self.row
        cells = (row.what, row.measured, row.beside, row.ratio, self.day, f"`{row.command}`")
        return f"| {' | '.join(cells)} |"


def load(record: Path = RECORD) -> tuple[Kept, ...]:
    """Return the rows that were kept, in their order; none where nothing was measured yet."""
    if not record.exists():
        return ()
    rows: list[Mapping[str, str]] = json.loads(record.read_text(encoding="utf-8"))["rows"]
    names = Row.__dataclass_fields__
    return tuple(
        Kept(Row(**{name: one[name] for name in names}), one["day"], one["machine"]) for one in rows
    )


def save(kept: Iterable[Kept], record: Path = RECORD) -> None:
    """Write the rows."""
    rows = [asdict(one.row) | {"day": one.day, "machine": one.machine} for one in kept]
    text = json.dumps({"rows": rows}, indent=1, ensure_ascii=False)
    record.write_text(f"{text}\n", encoding="utf-8")


def renewed(
    kept: Sequence[Kept], name: str, new: Sequence[Kept], order: Sequence[str]
) -> tuple[Kept, ...]:
    """Return the rows with those of the benchmark `name` replaced, in the benchmarks' order.

    Rows of a benchmark that is not in `order` are left out: nobody can measure them anew.
    """
    every = [*(one for one in kept if one.benchmark != name), *new]
    every = [one for one in every if one.benchmark in order]
    return tuple(sorted(every, key=lambda one: order.index(one.benchmark)))


def table(kept: Iterable[Kept]) -> str:
    """Return the rows as Markdown: a table for each machine."""
    every = list(kept)
    machines = list(dict.fromkeys(one.machine for one in every))
    every.sort(key=lambda one: machines.index(one.machine))
    parts = []
    for machine, rows in groupby(every, key=lambda one: one.machine):
        lines = [f"Measured on {machine}.", "", HEAD, *(one.markdown() for one in rows)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def write(kept: Iterable[Kept], pages: Iterable[Path] = READMES) -> None:
    """Replace the table here and in the README that a newcomer reads first."""
    made = table(kept)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        page.write_text(TABLE.sub(lambda m: f"{m[1]}{made}\n{m[2]}", text), encoding="utf-8")


def today() -> str:
    """Return the day in ISO 8601, by universal time."""
    return datetime.datetime.now(tz=datetime.UTC).date().isoformat()


def machine(cpu: Callable[[], str] = lambda: Path("/proc/cpuinfo").read_text("utf-8")) -> str:
    """Return the kind of machine and the tools in one line; `cpu` gives Linux's own words."""
    gcc = subprocess.run(["gcc", "-dumpfullversion"], capture_output=True, text=True, check=True)
    system = platform.freedesktop_os_release()
    of = " of a virtual machine" if " hypervisor" in cpu() else ""
    return (
        f"{os.cpu_count()} {platform.machine()} cores{of},"
        f" {system['ID'].capitalize()} {system.get('VERSION_ID', '')},"
        f" Python {platform.python_version()}, gcc {gcc.stdout.strip()}"
    )
