"""Asks compilers, in few runs, which of many declarations they accept.

A pasted line may come from file scope, from a block or from a structure: it is
legal where it is legal in one of them.
"""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial

from cexplain import Explanation, explain
from support.cases import Case
from support.patience import PATIENCE

_ERROR = re.compile(r"^<stdin>:(\d+):(?:\d+:)? (?:fatal )?error: (.*)$", re.MULTILINE)
# A program has one main; and what // begins is reported once for each file.
_ALONE = re.compile(r"\bmain\b(?![^(]*[;}])|//")
_BATCH = 1500
_NEWEST = "c23"


@dataclass(frozen=True, slots=True)
class Judge:
    """A compiler that is asked; `unknown` matches what it has not learnt yet, by standard."""

    name: str
    command: tuple[str, ...]
    newest: str
    unknown: re.Pattern[str]

    def can_answer(self, case: Case) -> bool:
        """Tell whether the compiler knows all that the case is about."""
        return self.unknown.search(case.text) is None


_C23 = (
    r"\b(?:constexpr|typeof|typeof_unqual|bool|alignas|thread_local)\b|\benum (?:\w )?: "
    r"|\bauto\b(?!.*\b(?:int|struct|enum|_Alignas))(?<!int auto)|__auto_type"
)
JUDGES = (
    Judge(
        "gcc",
        ("gcc", "-fmax-errors=0", "-fno-diagnostics-show-caret"),
        "c2x",
        re.compile(rf"_BitInt|{_C23}"),
    ),
    Judge(
        "clang-14",
        ("clang-14", "-ferror-limit=0", "-fno-caret-diagnostics"),
        "c2x",
        re.compile(rf"_BitInt|_Float32|_Decimal|{_C23}"),
    ),
    Judge(
        "clang-19",
        ("clang-19", "-ferror-limit=0", "-fno-caret-diagnostics"),
        "c23",
        re.compile(r"_Float32|_Decimal"),
    ),
)


@cache
def ours(case: Case) -> Explanation:
    """Return what cexplain says to a case."""
    return explain(case.text, std=case.std)


def placed(case: Case, number: int) -> list[str]:
    """Return the case in each place where it may stand, one line each."""
    kinds = {one.declaration.kind for one in ours(case).readings}
    if kinds and kinds <= {"type", "cast"} and " : " not in case.text:
        text = case.renamed(f"{number}t").rstrip(";")
        return [f"extern __typeof__({text}) *type_{number};"]
    if _ALONE.search(case.text):
        return [case.text]
    end = "" if case.text.endswith(("}", ";")) else ";"
    file, block, member = (case.renamed(f"{number}{place}") + end for place in "fbm")
    return [
        file,
        f"void block_{number}(void) {{ {block} }}",
        f"struct member_{number} {{ int first; {member} }};",
    ]


def complaints(judge: Judge, cases: Sequence[Case]) -> dict[Case, str]:
    """Return the cases that a compiler refuses wherever they stand, with what it says."""
    groups: dict[str, list[Case]] = defaultdict(list)
    units: list[list[Case]] = []
    for case in cases:
        if not judge.can_answer(case):
            continue
        if _ALONE.search(case.text):
            units.append([case])
        else:
            groups[case.std].append(case)
    for group in groups.values():
        units += [group[start : start + _BATCH] for start in range(0, len(group), _BATCH)]
    return _asked(judge, units)


def alone(judge: Judge, cases: Iterable[Case]) -> dict[Case, str]:
    """Return the cases that a compiler refuses when each is all that it sees."""
    return _asked(judge, [[case] for case in cases])


def _asked(judge: Judge, units: Sequence[Sequence[Case]]) -> dict[Case, str]:
    for unit in units:
        for case in unit:
            ours(case)  # here, and kept: the engine has one parser, which serves one thread
    refused: dict[Case, str] = {}
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(partial(_judged, judge), units):
            refused.update(found)
    return refused


def _judged(judge: Judge, cases: Sequence[Case]) -> dict[Case, str]:
    """Return the refused ones; where an error runs over into a neighbour, ask again without."""
    lines: list[str] = []
    owners: dict[int, tuple[Case, int]] = {}
    guards: dict[int, Case] = {}
    for number, case in enumerate(cases):
        for place, text in enumerate(placed(case, number)):
            lines.append(text)
            owners[len(lines)] = (case, place)
            lines.append(f"extern int guard_{number}_{place};")
            guards[len(lines)] = case
    errors = [(int(found[1]), found[2]) for found in _ERROR.finditer(_said(judge, cases, lines))]
    leaking = {guards[line] for line, _ in errors if line in guards}
    if leaking and len(cases) > 1:
        rest = [case for case in cases if case not in leaking]
        return _judged(judge, rest) | alone(judge, leaking)
    places = dict.fromkeys(owners.values(), "")
    for line, said in errors:
        owner = owners.get(line)
        if owner is not None:
            places[owner] = places[owner] or said
    verdicts: dict[Case, list[str]] = defaultdict(list)
    for (case, _), said in places.items():
        verdicts[case].append(said)
    return {case: said[0] for case, said in verdicts.items() if all(said)}


def _said(judge: Judge, cases: Sequence[Case], lines: Sequence[str]) -> str:
    std = judge.newest if cases[0].std == _NEWEST else cases[0].std
    done = subprocess.run(
        [*judge.command, "-x", "c", f"-std={std}", "-pedantic-errors", "-fsyntax-only", "-"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise AssertionError(f"{judge.name}: status {done.returncode}: {done.stderr[-500:]}")
    return done.stderr
