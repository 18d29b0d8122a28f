"""A whole header, preprocessed: every declaration read as a file, beside a compiler's parse.

GIO's is the largest of the headers that the tests prove: 8,000 declarations in 1.2 MB.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Row
from headers.catalogue import catalogue

HEADER = "gio/gio.h"
ROUNDS = 3
MOST_MEMORY = 300  # MB


def measure() -> Row:
    """Return the median time and the peak of memory; AssertionError if something is not read."""
    header = next(one for one in catalogue() if one.name == HEADER)
    command = ["gcc", "-E", "-P", "-D_GNU_SOURCE", "-std=gnu17", *header.flags, "-x", "c", "-"]
    text = subprocess.run(
        command, input=header.include, capture_output=True, text=True, check=True
    ).stdout
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "header.c")
        path.write_text(text, encoding="utf-8")
        read = [sys.executable, "-m", "cexplain", "--std=gnu17", "--file", str(path)]
        parse = ["gcc", "-fsyntax-only", "-w", "-std=gnu17", str(path)]
        times: dict[str, list[float]] = {"read": [], "parse": []}
        memory = 0.0
        declarations = 0
        for _ in range(ROUNDS):
            taken, peak, declarations = _run(read)
            times["read"].append(taken)
            memory = max(memory, peak)
            times["parse"].append(_run(parse)[0])
    assert memory < MOST_MEMORY, f"{memory:.0f} MB for {HEADER}"
    taken, beside = statistics.median(times["read"]), statistics.median(times["parse"])
    return Row(
        f"A whole preprocessed header: {HEADER}, {declarations:,} declarations"
        f" in {len(text) / 1e6:.1f} MB",
        f"{taken:.1f} s, {memory:.0f} MB at most",
        f"{beside:.2f} s: gcc -fsyntax-only of the same text",
        f"{taken / beside:.1f}",
        "python -m benchmarks header",
    )


def _run(command: list[str]) -> tuple[float, float, int]:
    """Return a command's seconds, its peak of memory in MB and its lines; it must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    lines = sum(1 for _ in process.stdout)
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return time.perf_counter() - start, used.ru_maxrss / 1024, lines
