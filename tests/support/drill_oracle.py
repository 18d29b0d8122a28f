"""What compilers say to drills: each right answer is right, and each wrong one is wrong."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from cexplain.drills import legality
from cexplain.drills.drill import LEVELS, Drill, Model
from cexplain.drills.sheet import drill
from cexplain.drills.table import KINDS
from cexplain.words import KEYWORDS
from support.compilers import (
    CLANG,
    COMPILERS,
    GCC,
    STRICT,
    Compiler,
    Piece,
    complaints,
    line_marker,
    run_program,
)
from support.drill_rules import SAID

_STD = "-std=c17"
_GNU = "-std=gnu17"
_WORD = re.compile(r"\b[A-Za-z_]\w*\b")
_STRING = re.compile(r'("[^"]*"|\'[^\']*\')')
_HERE = "CLAIM"  # where a setup wants its claims
_PROGRAMS = 500  # of one translation unit
_HEADERS = "#include <stdio.h>\n#include <string.h>\n#include <stddef.h>\n"

TARGETS: dict[Model | None, tuple[Compiler, ...]] = {
    None: COMPILERS,
    "LP64": COMPILERS,
    "ILP32": (replace(CLANG, command=(*CLANG.command, "--target=armv7-linux-gnueabihf")),),
    "LLP64": (replace(CLANG, command=(*CLANG.command, "--target=x86_64-windows-gnu")),),
}
"""Who judges a question about a data model."""

SANITIZED = replace(
    CLANG,
    name="clang with sanitizers",
    command=(*CLANG.command, "-fsanitize=undefined,address", "-fno-sanitize-recover=all"),
)
"""Ends a program that does what C leaves undefined."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What speaks against a drill's key, and who says so."""

    drill: Drill
    judge: str
    message: str

    def __str__(self) -> str:
        shown = "\n".join(choice.text for choice in self.drill.choices)
        return (
            f"{self.judge}: {self.message}\n{self.drill.kind} {self.drill.level}:"
            f" {self.drill.ask}\n{self.drill.code}\n{shown}\nkey: {self.drill.answer.text}"
        )


def drawn(count: int, seed: str) -> list[Drill]:
    """Return drills of all kinds and levels in turn."""
    found: list[Drill] = []
    kinds = tuple(KINDS)
    for number in range(count):
        turn, place = divmod(number, len(kinds))
        found.append(drill(seed, kinds[place], LEVELS[turn % len(LEVELS)], number))
    return found


def judged(drills: Sequence[Drill], *, jobs: int = 2) -> list[Finding]:
    """Return all that compilers say against the keys of drills."""
    found: list[Finding] = []
    for check, judge in _JUDGES.items():
        found += judge([each for each in drills if each.check == check], jobs)
    return found


def _constants(drills: Sequence[Drill], jobs: int) -> list[Finding]:
    """Let assertions say it: the right answer's claim is true, every other one false."""
    found = []
    for model, compilers in TARGETS.items():
        asked = [(number, each) for number, each in enumerate(drills) if each.model == model]
        pieces = [Piece(number, _GNU, _asserted(number, each)) for number, each in asked]
        for compiler in compilers:
            refused = complaints(compiler, pieces, jobs=jobs)
            judge = f"{compiler.name}, {model or 'any model'}"
            found += [Finding(drills[number], judge, text) for number, text in refused.items()]
    return found


def _asserted(number: int, drill: Drill) -> str:
    claims = ""
    own = _own(drill.setup, *(choice.claim for choice in drill.choices))
    for place, choice in enumerate(drill.choices):
        assert choice.claim, f"nothing proves {choice}"
        claim = f"{'' if place == drill.right else '!'}({_renamed(number, choice.claim, own)})"
        claims += line_marker(number, f"choice_{place}")
        claims += f'_Static_assert({claim}, "another answer is right");\n'
    setup = _renamed(number, drill.setup, own)
    text = setup.replace(_HERE, f"\n{claims}") if _HERE in setup else f"{setup}\n{claims}"
    return f"{line_marker(number, 'setup')}{text}\n"


def _own(*texts: str) -> frozenset[str]:
    """Return the names in texts that are a drill's own."""
    words = _WORD.findall(_STRING.sub('""', " ".join(texts)))
    return frozenset(words) - KEYWORDS - {"_Static_assert", _HERE}


def _renamed(number: int, text: str, names: frozenset[str]) -> str:
    """Return a text with the drill's number at each of its names: many share one compiler run."""
    pieces = re.split(_STRING, text)  # strings are every second piece, for the pattern is a group

    def numbered(word: re.Match[str]) -> str:
        own = word[0] in names and not word[0].startswith("__")
        return f"{word[0]}_{number}" if own else word[0]

    return "".join(
        piece if place % 2 else _WORD.sub(numbered, piece) for place, piece in enumerate(pieces)
    )


def _verdicts(drills: Sequence[Drill], jobs: int) -> list[Finding]:
    """Let compilers accept or refuse, for the reason that the key names."""
    found = []
    pieces = []
    for number, each in enumerate(drills):
        text = _renamed(number, each.setup, _own(each.setup))
        pieces.append(Piece(number, _STD, f"{line_marker(number, 'setup')}{text}\n"))
    for compiler in STRICT:
        refused = complaints(compiler, pieces, jobs=jobs)
        for number, each in enumerate(drills):
            rule = legality.rule_of(each.answer.text)
            message = refused.get(number)
            if (rule is None) != (message is None):
                found.append(Finding(each, compiler.name, message or "accepts it"))
            elif rule is not None and not re.search(SAID[rule], message or ""):
                found.append(Finding(each, compiler.name, f"another reason: {message}"))
    return found


def _outputs(drills: Sequence[Drill], jobs: int) -> list[Finding]:
    """Let programs print: what comes is the right answer, and no other."""
    del jobs
    found = []
    for start in range(0, len(drills), _PROGRAMS):
        some = drills[start : start + _PROGRAMS]
        source = _HEADERS + "".join(
            f"static void drill_{number}(void) {{\n{each.setup}\n}}\n"
            for number, each in enumerate(some)
        )
        calls = "".join(f'puts("\\n@");\ndrill_{number}();\n' for number in range(len(some)))
        source += f"int main(void) {{\n{calls}}}\n"
        for compiler in (GCC, SANITIZED):
            outputs = run_program(compiler, _GNU, source).split("\n@\n")[1:]
            assert len(outputs) == len(some)
            for each, output in zip(some, outputs, strict=True):
                for choice in each.choices:
                    same = choice.plain.split() == output.split()
                    if same != (choice is each.answer):
                        found.append(Finding(each, compiler.name, f"prints {output!r}"))
    return found


_JUDGES: dict[str, Callable[[Sequence[Drill], int], list[Finding]]] = {
    "constant": _constants,
    "verdict": _verdicts,
    "output": _outputs,
}


def shown(findings: Iterable[Finding]) -> str:
    """Return findings to be read in a failed assertion, the first few."""
    return "\n\n".join(map(str, list(findings)[:8]))
