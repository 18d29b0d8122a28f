"""Reads 20,000 generated declarations with `cexplain --json -`; gcc and clang confirm each.

Run by `make oracle-full`. Exit status 0 only if every line was read and both compilers call what
was spelled again the same declaration.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.measure import found
from support.asking import Failure, Verdict, answered, settle
from support.compilers import COMPILERS
from support.declarations import Declared, declarations
from support.oracle import Question, accepted

SHOWN = 20


def answers(edition: str, inputs: Sequence[Declared]) -> list[Question | Failure]:
    """Return what one start of `cexplain --json -` answers for the lines of one edition."""
    done = subprocess.run(
        [found("cexplain"), "--json", "--std", edition, "-"],
        input="".join(f"{one.text}\n" for one in inputs),
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    if len(lines) != len(inputs) or done.returncode not in (0, 1):
        raise SystemExit(
            f"cexplain --std {edition}: {len(lines)} answers to {len(inputs)} lines,"
            f" status {done.returncode}: {done.stderr[-500:]}"
        )
    return [answered(one, json.loads(line)) for one, line in zip(inputs, lines, strict=True)]


def legal(count: int, seed: int) -> tuple[list[Declared], int]:
    """Return `count` generated declarations that both compilers accept, and how many were drawn."""
    drawn = list(declarations(count + count // 50 + 20, seed))
    refused = {number for compiler in COMPILERS for number in accepted(drawn, compiler)}
    kept = [number for number in range(len(drawn)) if number not in refused][:count]
    return [drawn[number] for number in kept], kept[-1] + 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 if every declaration is confirmed by every compiler."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.oracle", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="how many (default: 20000)")
    parser.add_argument("--seed", type=int, default=0, help="of the generator (default: 0)")
    chosen = parser.parse_args(arguments)
    start = time.perf_counter()
    inputs, drawn = legal(chosen.count, chosen.seed)
    print(f"{len(inputs)} declarations that both compilers accept, of {drawn} generated")
    groups: dict[str, list[Declared]] = defaultdict(list)
    for one in inputs:
        groups[one.std.name].append(one)
    pairs = [
        pair
        for edition, group in groups.items()
        for pair in zip(group, answers(edition, group), strict=True)
    ]
    read = sum(isinstance(answer, Question) for _, answer in pairs)
    print(f"cexplain: {read} of {len(pairs)} read")
    verdict = settle([answer for _, answer in pairs], [one for one, _ in pairs])
    report(verdict)
    print(f"{time.perf_counter() - start:.0f} s, seed {chosen.seed}")
    return 1 if verdict.failures else 0


def report(verdict: Verdict) -> None:
    """Print the counts, and the shortest of the failures."""
    print(f"errors that a compiler shares under -pedantic-errors: {verdict.objections}")
    for name, count in verdict.confirmed.items():
        print(f"{name}: {count} of {verdict.legal} confirmed as the same declaration")
    for failure in sorted(verdict.failures, key=lambda one: len(one.text))[:SHOWN]:
        print(failure, file=sys.stderr)
    if len(verdict.failures) > SHOWN:
        print(f"and {len(verdict.failures) - SHOWN} more", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
