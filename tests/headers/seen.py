"""What a header declares, as the engine reads it and as a compiler lists it."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cexplain import explain
from cexplain.explanation import Explanation, Reading
from cexplain.files.preprocessed import marked
from cexplain.syntax.units import Chunk, chunks, learn_types
from cexplain.tree import Function

STD = "gnu17"
_WORD = re.compile(r"[A-Za-z_]\w*")
# "|-FunctionDecl 0x… <line:1:1, col:9> col:5 used qsort 'void (…)' extern"
_LISTED = re.compile(r"[|`]-(Function|Var|Typedef)Decl \S+ (.*)")
_NAME = re.compile(r"(?:^|[ >])(?:(?:used|referenced|invalid|constexpr) )*(\w+) '")
_DECLARE_NOTHING = ("_Static_assert", "__asm", "asm")


@dataclass(slots=True)
class Seen:
    """A header's declarations as read: those of its own package, and what went wrong."""

    readings: list[tuple[Chunk, Reading]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)


def preprocessed(compiler: str, include: str, flags: Sequence[str]) -> str:
    """Return what a compiler's own preprocessor makes of the lines that include a header."""
    command = [compiler, "-E", f"-std={STD}", "-D_GNU_SOURCE", *flags, "-x", "c", "-"]
    done = subprocess.run(command, input=include, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def seen(output: str, own: Sequence[str], others: Sequence[str]) -> Seen:
    """Return the readings of what stands in files whose path begins like one of `own`."""
    found = Seen()
    known: set[str] = set()
    for chunk in chunks(marked(output)):
        mine = chunk.file.startswith(tuple(own)) and not chunk.file.startswith(tuple(others))
        if not mine:
            learn_types(chunk, STD, known)
            found.foreign |= chunk.words
            continue
        explanation = _read(chunk, known)
        found.readings += [(chunk, reading) for reading in explanation.readings]
        found.problems += [
            f"{chunk.file}:{chunk.line}: {d.rule}: {d.message}"
            for d in explanation.diagnostics
            if d.severity == "error"
            and not (d.rule == "nothing-to-read" and chunk.text.startswith(_DECLARE_NOTHING))
        ]
    return found


# What was read: a chunk, by its text and those of its words that are known for types.
_READ: dict[tuple[str, frozenset[str]], tuple[Explanation, frozenset[str]]] = {}


def _read(chunk: Chunk, known: set[str]) -> Explanation:
    """Return the reading of a declaration, once for all headers and compilers that bring it.

    Adds the types that it declares to the known ones. Of these, only names that stand in it have
    a say.
    """
    key = chunk.text, frozenset(chunk.words & known)
    if key not in _READ:
        added = set(known)
        explanation = explain(chunk.text, std=STD, known_types=added)
        _READ[key] = explanation, frozenset(added - known)
    explanation, names = _READ[key]
    known |= names
    return explanation


def listed(compiler: str, include: str, flags: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each function, object and typedef that clang's own tree has."""
    command = [
        compiler, "-fsyntax-only", "-w", f"-std={STD}", "-D_GNU_SOURCE", *flags,
        "-Xclang", "-ast-dump", "-x", "c", "-",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(include)
        process.stdin.close()
        for line in process.stdout:
            declared = _LISTED.match(line)
            if declared and "<invalid sloc>" not in line and " implicit " not in line:
                name = _NAME.search(declared[2])
                assert name, line
                yield declared[1].lower(), name[1]


def words_of(text: str) -> set[str]:
    """Return the identifiers of a piece of C."""
    return set(_WORD.findall(text))


def kind_of(reading: Reading) -> str:
    """Return what a declaration declares: a "function", an "object", a "typedef" or a "tag"."""
    declaration = reading.declaration
    if declaration.name is None:
        return "tag"
    if "typedef" in declaration.storage:
        return "typedef"
    return "function" if isinstance(declaration.type, Function) else "object"
