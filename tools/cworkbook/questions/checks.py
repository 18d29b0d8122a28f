"""What is checked of the program that a reader writes: more than one output.

A check is a part of its question, with one option that says which kind it is. The `right` part is
the first one where there are others: what the program prints. Each has a name, by which a `wrong`
part says what refutes it: its kind's, with a number from the second of a kind on.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cexplain import ReadingError, declare
from cworkbook.directives import nearest
from cworkbook.options import Check as OptionCheck
from cworkbook.options import anything, one_of
from cworkbook.page_lines import LineError
from cworkbook.questions.kind import Data, some, typed
from cworkbook.questions.syntax import Block, Part

STD = "c23"
OUTPUT, ASSERT, DECLARES, UNDEFINED, MEMORY = "output", "assert", "declares", "undefined", "memory"

OPTIONS: Mapping[str, OptionCheck] = {
    "input": anything,
    ASSERT: some,
    DECLARES: some,
    "clean": one_of(UNDEFINED, MEMORY),
}
"""The options of a check, of which it has exactly one."""

SAYS = {
    UNDEFINED: "UBSan finds no undefined behaviour",
    MEMORY: "No misuse of memory, and no leak",
}
"""What a check says where the page has no words for it."""

FAILS = {
    OUTPUT: "Prints something else for another input",
    ASSERT: "An assertion fails",
    DECLARES: "Declares something else",
    UNDEFINED: "Has undefined behaviour",
    MEMORY: "Misuses memory, or leaks it",
}
"""What is said of a wrong program, by the kind of the check that it fails."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a program.

    `given` is what the program reads, the constant expression that must be true, or the English
    for what it must declare; `wanted` what it prints; `says` the page's own words, which are
    Markdown, "" without any; `line` where the page has it.
    """

    name: str
    kind: str
    given: str
    wanted: str
    says: str
    line: int

    def data(self) -> Data:
        """Return what scripts know of it."""
        return {"name": self.name, "kind": self.kind, "given": self.given, "wanted": self.wanted}


def checks_of(block: Block) -> tuple[Check, ...]:
    """Return a question's checks in the page's order; none where its output is all that counts.

    Raises LineError for one that is none.
    """
    parts = [part for part in block.parts if part.word == "check"]
    right = [part for part in block.parts if part.word == "right"][:1]
    if not parts:
        return ()
    known: Counter[str] = Counter()
    found = []
    for part in [*right, *parts]:
        kind, given, wanted = _read(part)
        known[kind] += 1
        name = kind if known[kind] == 1 else f"{kind} {known[kind]}"
        found.append(Check(name, kind, given, wanted, "" if wanted else part.label, part.line))
    return tuple(found)


def _read(part: Part) -> tuple[str, str, str]:
    """Return a check's kind, what it is given, and what it wants."""
    options = {name: part.options[name] for name in OPTIONS if name in part.options}
    if part.word == "right":
        return OUTPUT, lines_of(options.get("input", "")), typed(part)
    if len(options) != 1:
        words = ", ".join(OPTIONS)
        raise LineError(f"a check has exactly one of the options {words}", part.line)
    ((option, value),) = options.items()
    return _READ[option](part, value)


def lines_of(text: str) -> str:
    """Return an input as a program reads it: `\\n` begins a line, and the last one is ended."""
    return f"{text.replace(chr(92) + 'n', chr(10))}\n" if text else ""


def _input(part: Part, value: str) -> tuple[str, str, str]:
    if not part.label:
        raise LineError("write what the program prints then behind the options", part.line)
    return OUTPUT, lines_of(value), typed(part)


def _assert(part: Part, value: str) -> tuple[str, str, str]:
    if not part.label:
        raise LineError("say in words what this assertion holds, behind the options", part.line)
    return ASSERT, value, ""


def _declares(part: Part, value: str) -> tuple[str, str, str]:
    try:
        declare(value, std=STD)
    except ReadingError as error:
        raise LineError(f"cexplain does not understand this: {error}", part.line) from None
    return DECLARES, value, ""


def _clean(_part: Part, value: str) -> tuple[str, str, str]:
    return value, "", ""


_READ: Mapping[str, Callable[[Part, str], tuple[str, str, str]]] = {
    "input": _input,
    ASSERT: _assert,
    DECLARES: _declares,
    "clean": _clean,
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A program that gets something wrong, and the name of the first check that it fails."""

    program: str
    fails: str
    line: int


def wrong_programs(block: Block) -> tuple[Wrong, ...]:
    """Return the wrong solutions that a question names; LineError where one says too little."""
    names = tuple(check.name for check in checks_of(block)) or (OUTPUT,)
    found = []
    for part in block.parts:
        program, fails = (part.options.get(name, "") for name in ("program", "fails"))
        if part.word != "wrong" or not (program or fails):
            continue
        if not program:
            raise LineError('name a program that fails it: program="chapter/program.c"', part.line)
        fails = fails or OUTPUT
        if fails not in names:
            raise LineError(f"there is no check '{fails}'; {nearest(fails, names)}", part.line)
        if fails != OUTPUT and part.label:
            raise LineError("what fails another check than the output has no label", part.line)
        if fails == OUTPUT and not part.label:
            raise LineError("write what this program prints behind the options", part.line)
        found.append(Wrong(program, fails, part.line))
    return tuple(found)
