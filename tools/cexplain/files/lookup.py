"""Finds a name's declaration in a real header and reads it."""

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from cexplain import processes, words
from cexplain.diagnostics import Diagnostic
from cexplain.engine import explain_source
from cexplain.explanation import Explanation, Reading
from cexplain.files import asked
from cexplain.files.asked import Asked
from cexplain.files.expand import expanded
from cexplain.files.findings import finding
from cexplain.files.iso_names import header_of
from cexplain.files.preprocessed import (
    PreprocessorError,
    marked,
    missing_header,
    preprocess_anywhere,
    shorter,
)
from cexplain.processes import Runner
from cexplain.render.display import printable
from cexplain.spelling.spell import spell
from cexplain.suggest import distance
from cexplain.syntax.build import declarations
from cexplain.syntax.scan import Scanner
from cexplain.syntax.units import Chunk, chunks, learn_types
from cexplain.tree import CType, Declaration, Enum, Record
from cexplain.values import dataclass, replace

GNU = "-D_GNU_SOURCE"
_CALL = re.compile(r"(?:\([^()]*\))?[\s(]*([A-Za-z_]\w*)\s*(?:\(|$)")
_INCLUDE = re.compile(r"#\s*include\s*")
_MOST_NEAR = 3
_MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A declaration of the name, with that reading alone; `gnu` if only _GNU_SOURCE shows it.

    `meant` is the same declaration without typedef names, where that was asked for;
    `definition` is a macro's, which has no line of its own.
    """

    explanation: Explanation
    file: str
    line: int
    gnu: bool
    meant: Explanation | None = None
    definition: str = ""

    def heading(self, *, source: bool) -> str:
        """Return where it stands, and with `source` the declaration as the header has it."""
        lines = [f"{printable(self.file)}:{f'{self.line}:' if self.line else ''}"]
        if self.definition:
            lines.append(f"    {printable(self.definition)}")
        elif source:
            written = map(printable, self.explanation.source.splitlines())
            lines += [
                f"    {line.rstrip()}" for line in written if line.strip()[:1] not in ("", "#")
            ]
        return "".join(f"{line}\n" for line in lines)


def lookup(  # noqa: PLR0913 - each says one thing about where and how
    header: str,
    name: str,
    options: Sequence[str],
    std: str,
    run: Runner = processes.run,
    *,
    expand: bool = False,
) -> list[Found]:
    """Return the declarations of `name` that including `header` shows, each reading once.

    A header that cpp does not find is looked for in the folders that pkg-config
    knows. Raises PreprocessorError if there is no such header or no such name.
    """
    views: list[View] = []
    header = _header(header, options, std, run)
    wanted = asked.plain(name)
    tag, name = wanted.tag, wanted.name
    # What is beyond POSIX shows only with _GNU_SOURCE; the name may be in either view.
    for extra in ((), (GNU,)):
        view = View(_included(header, [*options, *extra], std, run), std)
        views.append(view)
        if wanted.pattern:
            found = list(view.matching(name, gnu=bool(extra)))
        else:
            found = [
                Found(told, shorter(chunk.file), chunk.line, bool(extra))
                for chunk, explanation in view.readings_of(name)
                for told in told_of(explanation, wanted, std)
            ]
        if found and wanted.pattern:
            return found
        if found:
            kept = [*_as_macro(view, header, name, gnu=bool(extra)), *_each_once(found, name)]
            return [view.with_meaning(item) for item in kept] if expand else kept
    extras: tuple[tuple[str, ...], ...] = ((), (GNU,))
    for view, shown in zip(views, extras, strict=True):
        definition = "" if tag else view.macros.get(name, "")
        output = _included(header, [*options, *shown], std, run, f"{name}\n") if definition else ""
        told = definition and _macro_of(definition, name, output, view)
        if told:
            return [Found(told, header, 0, bool(shown), definition=definition)]
    raise PreprocessorError([("<input>", _not_found(header, name, views))])


def _as_macro(view: "View", header: str, name: str, *, gnu: bool) -> Iterator[Found]:
    """Yield the macro with parameters by which a header hides a function, as tgmath.h does."""
    definition = view.macros.get(name, "")
    place = view.defined_at(name) if definition.partition(name)[2][:1] == "(" else None
    if place is not None and place[0].endswith(f"/{header}"):
        told = asked.macro_text(name, definition, view.std)
        yield Found(told, *place, gnu, definition=definition)


def told_of(explanation: Explanation, wanted: Asked, std: str) -> Iterator[Explanation]:
    """Yield what a declaration says of a name: it, a constant or a member of it."""
    found: list[Explanation] = []
    name, tag = wanted.name, wanted.tag
    for reading in explanation.readings:
        declaration = reading.declaration
        constant = None if tag or wanted.tagged else asked.constant(declaration, name, std)
        if constant is not None and declaration.name != name:
            yield constant
        elif tag is None and declares(declaration, name, tagged=wanted.tagged):
            yield replace(explanation, readings=(reading,))
        elif not wanted.tagged:
            of = asked.members(declaration, tag, name)
            found += [asked.of_member(owner, member, std) for owner, member in of]
    yield from found


def value_of(definition: str, name: str, output: str, view: "View") -> Explanation | None:
    """Return what a macro is that stands for a value or a type, None where it is neither.

    `output` is what cpp makes of its name behind the header.
    """
    if definition.partition(name)[2].startswith("("):
        return None
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("#")]
    expansion = lines[-1].strip() if lines and definition.split()[2:] else ""
    found = asked.macro(name, expansion, view.std)
    return found or asked.macro(name, expansion, view.std, view.spelled)


def _macro_of(definition: str, name: str, output: str, view: "View") -> Explanation | None:
    """Return what a macro is; None where it only gives another name to what is declared."""
    called = _CALL.match(definition.partition(name)[2])
    if called is not None and called[1] not in view.macros and view.declared(called[1]):
        return (
            None
            if definition.partition(name)[2][:1] == "("
            else value_of(definition, name, output, view)
        )
    return value_of(definition, name, output, view) or asked.macro_text(name, definition, view.std)


def _header(header: str, options: Sequence[str], std: str, run: Runner) -> str:
    """Return a header's name as an #include has it: without the brackets, and with its .h."""
    header = _INCLUDE.sub("", header.strip())
    if header[:1] + header[-1:] in ("<>", '""'):
        header = header[1:-1]
    if "." not in header:
        try:
            _included(f"{header}.h", options, std, run)
        except PreprocessorError:
            return header
        return f"{header}.h"
    return header


class View:
    """A preprocessed header: its declarations, its macros, and what its typedef names mean."""

    def __init__(self, output: str, std: str) -> None:
        self.std = std
        self.macros: dict[str, str] = {}
        self._lines = marked(output)
        self.chunks: list[Chunk] = list(chunks(self._lines, self.macros))
        self._known: set[str] = set()
        self._learnt = 0  # of the chunks before this one, the types are known
        self._meanings: dict[str, CType | None] = {}

    def naming(self, name: str) -> Iterator[Chunk]:
        """Yield each declaration in which a name occurs; the types before it are known then."""
        for index, chunk in enumerate(self.chunks):
            if name in chunk.words:
                for earlier in self.chunks[self._learnt : index]:
                    learn_types(earlier, self.std, self._known)
                self._learnt = max(self._learnt, index)
                yield chunk

    def readings_of(self, name: str) -> Iterator[tuple[Chunk, Explanation]]:
        """Yield what is read of each declaration in which a name occurs."""
        for chunk in self.naming(name):
            yield chunk, explain_source(chunk.text, std=self.std, known_types=self._known)

    def declarations_of(self, name: str) -> Iterator[tuple[Chunk, Declaration]]:
        """Yield what each declaration in which a name occurs declares, without its reading."""
        for chunk in self.naming(name):
            for found in declarations(Scanner(chunk.text, self.std, self._known)):
                if isinstance(found, list):
                    yield from ((chunk, one) for one in found)

    def defined_at(self, name: str) -> tuple[str, int] | None:
        """Return the file and the line that define a macro; None where no file does."""
        for file, line, text in self._lines:
            words = text.split(maxsplit=2) if text.startswith("#define") else []
            if words[1:] and words[1].partition("(")[0] == name and not file.startswith("<"):
                return shorter(file), line
        return None

    def meaning(self, name: str) -> CType | None:
        """Return the type that a typedef name stands for; None if it is none."""
        if name not in self._meanings:
            self._meanings[name] = next(self._typedefs_of(name), None)
        return self._meanings[name]

    def _typedefs_of(self, name: str) -> Iterator[CType]:
        for chunk in self.chunks:
            if "typedef" in chunk.words and name in chunk.words:
                for found in declarations(Scanner(chunk.text, self.std)):
                    if isinstance(found, list):
                        yield from (one.type for one in found if one.name == name)

    def matching(self, pattern: str, *, gnu: bool) -> Iterator[Found]:
        """Yield what is declared under the names that a pattern stands for, and their macros."""
        words = {word for chunk in self.chunks for word in chunk.words} | self.macros.keys()
        reserved = pattern.startswith("_")
        for name in sorted(word for word in words if fnmatchcase(word, pattern)):
            if name.startswith("_") and not reserved:
                continue
            found = [
                Found(
                    replace(explanation, readings=(reading,)), shorter(chunk.file), chunk.line, gnu
                )
                for chunk, explanation in self.readings_of(name)
                for reading in explanation.readings
                if declares(reading.declaration, name)
            ]
            if found:
                yield from _each_once(found, name)[:1]
            elif name in self.macros:
                definition = self.macros[name]
                told = value_of(definition, name, definition.partition(name)[2], self)
                told = told or asked.macro_text(name, definition, self.std)
                yield Found(told, *(self.defined_at(name) or ("", 0)), gnu, definition=definition)

    def spelled(self, name: str) -> str:
        """Return how a name of the header is declared, "" where it is not."""
        for _, declared in self.declarations_of(name):
            if declared.name == name:
                return f"{spell(replace(declared, initializer=None, attributes=()), self.std)};"
        return ""

    def with_meaning(self, item: Found) -> Found:
        """Return what was found with its meaning, if a typedef name hides it."""
        declaration = _reading(item).declaration
        meant = expanded(declaration, self.meaning)
        if meant == declaration:
            return item
        return replace(item, meant=explain_source(f"{spell(meant, self.std)};", std=self.std))

    def declared(self, name: str) -> bool:
        """Whether a name is a macro's or is declared here."""
        return name in self.macros or any(
            declares(reading.declaration, name)
            for _, explanation in self.readings_of(name)
            for reading in explanation.readings
        )


def _included(header: str, options: Sequence[str], std: str, run: Runner, more: str = "") -> str:
    """Return the header preprocessed, its macros' definitions kept; raises PreprocessorError."""
    before, after = '""' if "/" in header or ">" in header else "<>"
    if after in header or not {"\n", "\r"}.isdisjoint(header):
        advice = f"give a name without {after!r} and without line breaks"
        problem = finding("header", "no #include can name this header", (1, 1, len(header)), advice)
        raise PreprocessorError([("<input>", problem)])
    include = f"#include {before}{header}{after}\n{more}"
    try:
        return preprocess_anywhere(["-dD", *options, "-"], include, std, run)
    except PreprocessorError as error:
        found = [(shorter(name), problem) for name, problem in error.findings]
        raise _explained(PreprocessorError(found), header) from error


def _explained(error: PreprocessorError, header: str) -> PreprocessorError:
    """Return an error about the header itself in the words of who asked for it."""
    if missing_header(error) != header:
        return error
    advice = "is its package installed? Give its folder with -I"
    problem = finding("header", f"there is no header '{header}'", (1, 1, len(header)), advice)
    return PreprocessorError([("<input>", problem)])


def declares(declaration: Declaration, name: str, *, tagged: bool = False) -> bool:
    """Tell whether a declaration is of `name`: declared, a tag with its body, or a constant.

    With `tagged` only a tag is meant.
    """
    if declaration.name == name and not tagged:
        return True
    match declaration.type:
        case Record(tag=tag, members=members):
            return tag == name and members is not None
        case Enum(tag=tag, enumerators=enumerators) if enumerators is not None:
            constants = () if tagged else enumerators
            return tag == name or any(constant.name == name for constant in constants)
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


def _not_found(header: str, name: str, views: Sequence[View]) -> Diagnostic:
    """Return the finding that says what the name is instead, or which ones were meant."""
    place = (1, len(header) + 2, len(name))
    for view in views:
        if name in view.macros:
            message = f"'{name}' is a macro in {header}: {view.macros[name]}"
            meant = _stands_for(name, view)
            advice = "a macro has no type; look up "
            advice += f"{meant!r}, which it stands for" if meant else "what it stands for"
            return finding("macro", message, place, advice)
    if name in words.KEYWORDS:
        message = f"'{name}' is a keyword of C: no header declares it"
        return finding("lookup", message, place, "look up a name that a header declares")
    near = _near(name, views[-1])
    known = header_of(name)
    advice = "is it declared in another header?"
    if known and known != header:
        advice = f"{known} declares it"
    elif near:
        advice = f"did you mean {near}?"
    return finding("lookup", f"{header} declares no '{name}'", place, advice)


def _stands_for(name: str, view: View) -> str | None:
    """Return the first declared name in a macro's definition, as in `#define f(x) g((x), 1)`."""
    named = re.findall(r"[A-Za-z_]\w*", view.macros[name].partition(name)[2])
    return next((word for word in named if view.declared(word)), None)


def _near(name: str, view: View) -> str:
    """Return the declared names that take the fewest slips to mistype as `name`, as a list."""
    allowed = max(1, len(name) // 3)
    words = {word for chunk in view.chunks for word in chunk.words} | view.macros.keys()
    ranked = sorted(
        (slips, word)
        for word in words
        if abs(len(word) - len(name)) <= allowed
        and (slips := distance(name.lower(), word.lower())) <= allowed
    )
    near: list[str] = []
    for slips, word in ranked[:_MOST_COMPARED]:
        # One slip more than the nearest takes may still be meant.
        if len(near) < _MOST_NEAR and slips <= ranked[0][0] + 1 and view.declared(word):
            near.append(f"'{word}'")
    return " or ".join([", ".join(near[:-1]), near[-1]] if len(near) > 1 else near)
