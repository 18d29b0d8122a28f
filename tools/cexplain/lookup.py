"""Finds a name's declaration in a real header and reads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cexplain import processes
from cexplain.diagnostics import Diagnostic
from cexplain.engine import explain
from cexplain.explanation import Explanation, Reading
from cexplain.findings import finding
from cexplain.preprocessed import PreprocessorError, marked, preprocess
from cexplain.processes import Runner
from cexplain.suggest import nearest
from cexplain.tree import Enum, Record

_PIECE = re.compile(
    r"""(?P<define>^\#define\ (?P<macro>\w+)[^\n]*) | (?P<directive>^\#[^\n]*)
      | (?P<literal>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<word>[A-Za-z_$][\w$]*) | (?P<mark>[][(){};])""",
    re.VERBOSE | re.MULTILINE,
)
GNU = "-D_GNU_SOURCE"


@dataclass(frozen=True, slots=True)
class Chunk:
    """One external declaration of a header: its text, where it begins, its words."""

    text: str
    file: str
    line: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A declaration of the name, with that reading alone; `gnu` if only _GNU_SOURCE shows it."""

    explanation: Explanation
    file: str
    line: int
    gnu: bool


def lookup(
    header: str, name: str, options: Sequence[str], std: str, run: Runner = processes.run
) -> list[Found]:
    """Return the declarations of `name` that including `header` shows, each reading once.

    Raises PreprocessorError if there is no such header or no such name.
    """
    include = f'#include "{header}"\n' if "/" in header else f"#include <{header}>\n"
    words: set[str] = set()
    macros: dict[str, str] = {}
    # What is beyond POSIX shows only with _GNU_SOURCE; the name may be in either view.
    for extra in ((), (GNU,)):
        output = _included(include, header, [*options, *extra], std, run)
        chunks = list(_chunks(output, macros))
        found = [
            Found(replace(explanation, readings=(reading,)), chunk.file, chunk.line, bool(extra))
            for chunk in chunks
            if name in chunk.words
            for explanation in [explain(chunk.text, std=std)]
            for reading in explanation.readings
            if declares(reading, name)
        ]
        if found:
            return _each_once(found, name)
        words.update(*(chunk.words for chunk in chunks))
    raise PreprocessorError([("<input>", _not_found(header, name, words, macros))])


def _included(include: str, header: str, options: Sequence[str], std: str, run: Runner) -> str:
    """Return the header preprocessed, its macros' definitions kept; raises PreprocessorError."""
    try:
        return preprocess(["-dD", *options, "-"], include, std, run)
    except PreprocessorError as error:
        missing = f"{header}: No such file"
        if not any(missing in problem.message for _, problem in error.findings):
            raise
        advice = "is its package installed? Give its folder with -I"
        problem = finding("header", f"there is no header '{header}'", (1, 1, len(header)), advice)
        raise PreprocessorError([("<input>", problem)]) from error


def declares(reading: Reading, name: str) -> bool:
    """Tell whether a reading is about `name`: declared, a tag with its body, or a constant."""
    declaration = reading.declaration
    if declaration.name is not None:
        return declaration.name == name
    match declaration.type:
        case Record(tag=tag, members=members):
            return tag == name and members is not None
        case Enum(tag=tag, enumerators=enumerators) if enumerators is not None:
            return tag == name or any(constant.name == name for constant in enumerators)
        case _:
            return False


def _each_once(found: list[Found], name: str) -> list[Found]:
    """Return what is declared under the name itself first, and no reading twice."""
    seen: dict[str, Found] = {}
    for item in sorted(found, key=lambda one: _reading(one).declaration.name != name):
        seen.setdefault(_reading(item).prose, item)
    return list(seen.values())


def _reading(item: Found) -> Reading:
    return item.explanation.readings[0]


def _not_found(header: str, name: str, words: set[str], macros: dict[str, str]) -> Diagnostic:
    """Return the finding that says what the name is instead, or which one was meant."""
    place = (1, len(header) + 2, len(name))
    if name in macros:
        message = f"'{name}' is a macro in {header}: {macros[name]}"
        return finding("macro", message, place, "a macro has no type; look up what it stands for")
    near = nearest(name, sorted(words | macros.keys()))
    advice = f"did you mean '{near}'?" if near else "is it declared in another header?"
    return finding("lookup", f"{header} declares no '{name}'", place, advice)


def _chunks(output: str, macros: dict[str, str]) -> Iterator[Chunk]:
    """Yield a preprocessed header's external declarations; `macros` gets its macros."""
    places = marked(output)
    text = "\n".join(line for _, _, line in places)
    line, counted = 0, 0  # the line of `text` that `counted` characters lead to
    start, depth, words, body, previous = 0, 0, set[str](), False, ""
    for piece in _PIECE.finditer(text):
        sign = piece.group()
        match piece.lastgroup:
            case "define" | "macro" | "directive":
                if piece["macro"]:
                    macros[piece["macro"]] = sign
                if depth == 0 and not words:
                    start = piece.end()
                continue
            case "word":
                words.add(sign)
            case "mark":
                depth += (sign in "([{") - (sign in ")]}")
                if sign == "{" and depth == 1:
                    # After a parameter list it begins a function's body, which ends the chunk.
                    body = previous == ")"
                if depth <= 0 and (sign == ";" or (sign == "}" and body)):
                    begin = start + _blanks(text[start : piece.end()])
                    line += text.count("\n", counted, begin)
                    counted = begin
                    file, number, _ = places[line]
                    yield Chunk(text[begin : piece.end()], file, number, frozenset(words))
                    start, depth, words, body = piece.end(), 0, set(), False
            case _:
                continue
        previous = sign


def _blanks(text: str) -> int:
    """Return how many blank characters a text begins with."""
    return len(text) - len(text.lstrip())
