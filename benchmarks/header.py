"""A whole header, preprocessed: every declaration read as a file, beside a compiler's parse.

GIO's is the largest of the headers that the tests prove: 8,000 declarations in 1.2 MB.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row, used
from headers.catalogue import catalogue

HEADER = "gio/gio.h"
ROUNDS = 3
MOST_MEMORY = 300  # MB


def measure() -> list[Row]:
    """Return the median time and the peak of memory; AssertionError if something is not read."""
    header = next(one for one in catalogue() if one.name == HEADER)
    command = ["gcc", "-E", "-P", "-D_GNU_SOURCE", "-std=gnu17", *header.flags, "-x", "c", "-"]
    text = used(command, header.include).output
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "header.c")
        path.write_text(text, encoding="utf-8")
        read, parse = [], []
        for _ in range(ROUNDS):
            read.append(used([sys.executable, "-m", "cexplain", "--std=gnu17", f"--file={path}"]))
            parse.append(used(["gcc", "-fsyntax-only", "-w", "-std=gnu17", str(path)]))
    taken, beside = (statistics.median(one.seconds for one in runs) for runs in (read, parse))
    memory, compilers = (max(one.megabytes for one in runs) for runs in (read, parse))
    assert memory < MOST_MEMORY, f"{memory:.0f} MB for {HEADER}"
    declarations = len(read[0].output.splitlines())
    return [
        Row(
            f"A whole preprocessed header: {HEADER}, {declarations:,} declarations"
            f" in {len(text) / 1e6:.1f} MB",
            f"{taken:.1f} s",
            f"{beside:.2f} s: gcc -fsyntax-only of the same text",
            f"{taken / beside:.1f}",
            "python -m benchmarks header",
        ),
        Row(
            "The same header: memory at its peak",
            f"{memory:.0f} MB",
            f"{compilers:.0f} MB: gcc -fsyntax-only",
            f"{memory / compilers:.1f}",
            "python -m benchmarks header",
        ),
    ]
