"""The numbers of lines as pages have them: from 1, with a snippet's header and marks left out.

Records keep the numbers that the lines have in their files. Whatever a page shows is renumbered
here, and nowhere else: code, assembly, compilers' messages, and what programs print of files.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from cworkbook import records
from cworkbook.marks import marks_of
from cworkbook.records import AssemblyFunction, CompilerDiagnostic, Record, Run
from cworkbook.shown import Line, Lines, SnippetFile, language_of, shown_file
from cworkbook.snippet import Snippet

COMPILED = ("c", "c++")
"""The languages of files that snippets include, and that pages show with them."""


def shown_files(snippet: Snippet) -> dict[str, SnippetFile]:
    """Return the snippet's files as a page shows them, and those of C that it includes, by name."""
    found = {file.name: file for file in snippet.files}
    for name, content in records.inputs(snippet):
        if not snippet.is_folder and name not in found and not name.startswith(".."):
            text = content.decode("utf-8", errors="replace")
            if language_of(name) in COMPILED:
                # It may be a snippet of its own, with a header that its page leaves out too.
                found[name] = shown_file(text, tuple(marks_of(text, name)), name, name)
    return found


def shown_number(file: SnippetFile, number: int) -> int:
    """Return the number, from 1, that a page gives a line of the file, or the one shown before it.

    0, which names no line, stays 0.
    """
    if number == 0:
        return 0
    return max(bisect_right([line.number for line in file.lines], number), 1)


def numbered_lines(file: SnippetFile, lines: Lines) -> Lines:
    """Return lines of the file with the numbers that a page gives them."""
    return tuple(Line(shown_number(file, line.number), line.text) for line in lines)


def numbered(snippet: Snippet, record: Record) -> Record:
    """Return what was recorded of a snippet, with lines numbered as a page does."""
    files = _Files(snippet)
    return replace(record, runs=tuple(files.run(run) for run in record.runs))


class _Files:
    """A snippet's files, and every way in which a run names a line of them."""

    def __init__(self, snippet: Snippet) -> None:
        self._own = snippet.file()
        self._named = shown_files(snippet)
        # A program knows a file by its path or by its last part, as the compiler was given it.
        for file in reversed(snippet.files):
            self._named.setdefault(file.name.rpartition("/")[2], file)
        names = "|".join(sorted(map(re.escape, self._named), key=len, reverse=True))
        # As compilers, sanitizers and assert write it, and as Perl does.
        self._spoken = re.compile(rf"(?<![\w.-])(?P<file>{names})(?P<sep>:| line )(?P<line>\d+)")

    def run(self, run: Run) -> Run:
        return replace(
            run,
            stdout=self._text(run.stdout),
            stderr=self._text(run.stderr),
            diagnostics=tuple(map(self._diagnostic, run.diagnostics)),
            assembly=tuple(map(self._function, run.assembly)),
        )

    def _text(self, text: str) -> str:
        return self._spoken.sub(
            lambda said: (
                said["file"]
                + said["sep"]
                + str(shown_number(self._named[said["file"]], int(said["line"])))
            ),
            text,
        )

    def _diagnostic(self, diagnostic: CompilerDiagnostic) -> CompilerDiagnostic:
        file = self._named.get(diagnostic.file) if diagnostic.file else self._own
        line = shown_number(file, diagnostic.line) if file else diagnostic.line
        return replace(diagnostic, line=line, message=self._text(diagnostic.message))

    def _function(self, function: AssemblyFunction) -> AssemblyFunction:
        lines = tuple(
            replace(line, source=line.source and shown_number(self._own, line.source))
            for line in function.lines
        )
        return replace(function, lines=lines)
