"""The checks of `//~`: what the compiler and the reading engine say of a line."""

import re
from collections.abc import Iterator

from cworkbook.directives import SEVERITIES
from cworkbook.evidence import Evidence, Failure
from cworkbook.records import CompilerDiagnostic
from cworkbook.snippet import Lines


def spoken(diagnostic: CompilerDiagnostic) -> str:
    """Return a message as announcements are matched against it: text, then the option."""
    option = f" [{diagnostic.option}]" if diagnostic.option else ""
    return f"{diagnostic.message}{option}"


def check_diagnostics(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each message not announced, and each announcement not fulfilled."""
    answered: set[int] = set()
    single = None if evidence.snippet.is_folder else ""
    announced = [
        (e.kind, e.text, e.line, e.file if single is None else single, e.mark_line)
        for e in evidence.snippet.expected(evidence.key)
        if e.kind in SEVERITIES
    ]
    for directive in evidence.snippet.all("diagnostic", evidence.key):
        severity, _, text = directive.text.partition(":")
        announced.append((severity, text.strip(), 0, "", directive.line))
    for diagnostic in evidence.run.diagnostics:
        text = spoken(diagnostic)
        own = _is_own(evidence, diagnostic)
        fits = [
            number
            for number, (kind, part, line, file, _) in enumerate(announced)
            if kind == diagnostic.severity
            and part in text
            and ((line, file) == (diagnostic.line, diagnostic.file) if line else True)
            # What names no line of the snippet is a directive's business.
            and bool(line) == bool(diagnostic.line and own)
        ]
        answered.update(fits)
        if not fits and diagnostic.severity != "note":
            yield _unannounced(evidence, diagnostic, text)
    for number, (kind, part, line, file, mark) in enumerate(announced):
        if number not in answered:
            same = [spoken(d) for d in evidence.run.diagnostics if d.line == line]
            yield Failure(
                evidence.at(mark, file),
                f"the announced {kind} did not come"
                + (f" for line {line}" if line and line != mark else ""),
                "mend the text, or limit it to the compilers that say it, as in ~[gcc] warning: …",
                expected=part,
                got="\n".join(same) or "(no message for this line)",
            )


def _is_own(evidence: Evidence, diagnostic: CompilerDiagnostic) -> bool:
    """Return whether a message speaks of the snippet's own file, or one of a folder's."""
    if evidence.snippet.is_folder:
        return any(file.name == diagnostic.file for file in evidence.snippet.files)
    return not diagnostic.file


def _unannounced(evidence: Evidence, diagnostic: CompilerDiagnostic, text: str) -> Failure:
    """Return the failure for a message that nothing announces."""
    kind, line = diagnostic.severity, diagnostic.line
    where = evidence.at(line if _is_own(evidence, diagnostic) and line else 1, diagnostic.file)
    if line and _is_own(evidence, diagnostic):
        part = f"[{diagnostic.option}]" if diagnostic.option else diagnostic.message
        advice = f"mend the line, or announce it there: //~ {kind}: {part}"
    else:
        if diagnostic.file:
            where = f"{evidence.at(1)} (in {diagnostic.file}:{line})"
        advice = (
            f"mend it, or announce it in the header: //@ diagnostic: {kind}: {diagnostic.message}"
        )
    return Failure(where, f"{evidence.key.compiler} gives an unannounced {kind}", advice, got=text)


def check_readings(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each `reads:` that is not what the engine reads on its line."""
    wanted: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for e in evidence.snippet.expected(evidence.key):
        if e.kind == "reads":
            wanted.setdefault((e.file, e.line), []).append((e.text, e.mark_line))
    for (file, line), texts in wanted.items():
        assert evidence.read is not None
        declaration = declaration_at(evidence.snippet.file(file).lines, line)
        try:
            readings = evidence.read(declaration, evidence.key.std).splitlines()
        except ValueError as error:
            yield Failure(
                evidence.at(line, file),
                "this line cannot be read as a declaration",
                "move the announcement to the line that ends the declaration",
                got=f"{declaration}\n{error}",
            )
            continue
        for text, mark in texts:
            if text not in readings:
                yield Failure(
                    evidence.at(mark, file),
                    "cexplain reads this declaration otherwise",
                    "write what it reads, if that is right",
                    expected=text,
                    got="\n".join(readings),
                )


def declaration_at(lines: Lines, number: int) -> str:
    """Return the text of the declaration that ends in line `number`.

    It begins after the nearest line above that is blank, a directive of the
    preprocessor, or ends with ';', '{', '}' or a comment. A function's
    definition counts up to its body.
    """
    index = next(i for i, line in enumerate(lines) if line.number == number)
    first = index
    while first > 0:
        above = lines[first - 1].text.strip()
        if not above or above.startswith("#") or above.endswith((";", "{", "}", "*/", ":")):
            break
        if above.startswith("//"):
            break
        first -= 1
    text = "\n".join(line.text for line in lines[first : index + 1]).strip()
    return re.sub(r"\s*\{\s*$", ";", text)
