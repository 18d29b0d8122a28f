"""Lets gcc and clang confirm the keys of 10,000 drills: right answers right, wrong ones wrong.

Run by `make drill-oracle`. Exit status 0 only if nothing speaks against any key.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence

from support.drill_oracle import drawn, judged

SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 if compilers agree with every key."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.drills", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many (default: 10000)")
    parser.add_argument("--seed", default="oracle", help="of the drills (default: oracle)")
    chosen = parser.parse_args(arguments)
    start = time.perf_counter()
    drills = drawn(chosen.count, chosen.seed)
    kinds = Counter(each.kind for each in drills)
    answers = sum(len(each.choices) for each in drills)
    different = len({each.identity for each in drills})
    print(f"{len(drills)} drills, {different} of them different, with {answers} answers")
    findings = judged(drills)
    wrong = Counter(found.drill.kind for found in findings)
    for kind, count in kinds.items():
        print(f"{kind}: {count} drills, {wrong[kind]} findings")
    for found in findings[:SHOWN]:
        print(f"\n{found}", file=sys.stderr)
    print(f"{time.perf_counter() - start:.0f} s, seed {chosen.seed}")
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
