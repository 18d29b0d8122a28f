"""One run of the command: inputs in, readings and findings out, a status at the end.

What only some runs need (JSON, pictures, English, cpp) is imported where it is
needed: a declaration in prose starts sooner than all together would.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cexplain.command.console import MOST, Console, text_lines
from cexplain.command.options import Options
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.engine import explain, explain_source
from cexplain.explanation import Explanation, Reading
from cexplain.files.findings import fault, finding, not_utf8
from cexplain.render import terminal
from cexplain.source import Lines
from cexplain.values import dataclass, replace

if TYPE_CHECKING:
    from cexplain.files.preprocessed import SourceFile

READ, UNREAD = 0, 1
INPUT = "<input>"


@dataclass(frozen=True, slots=True)
class Input:
    """One piece of input: its text, and where the reader finds it.

    `line` is the line of standard input, or of the header `name`, where it
    begins. `file` is what a file's text came from, which has other columns;
    `problem` is what kept the text from being decoded.
    """

    text: str
    name: str = INPUT
    line: int | None = None
    problem: Diagnostic | None = None
    file: "SourceFile | None" = None

    def find(self, diagnostic: Diagnostic) -> tuple[str, int, int]:
        """Return where a diagnostic is for the reader."""
        line, column = diagnostic.line, diagnostic.column
        if self.file:
            line, column = self.file.position(line, column)
            return *self.file.stated(line), column
        return self.name, line + (self.line - 1 if self.line else 0), column

    def shown(self, diagnostic: Diagnostic) -> tuple[str, int]:
        """Return the line of a diagnostic as it was written, and the column in it."""
        if self.file is None:
            return Lines(self.text).line(diagnostic.line), diagnostic.column
        line, column = self.file.position(diagnostic.line, diagnostic.column)
        return self.file.lines.line(line), column


class Session:
    """One run of the command."""

    def __init__(self, options: Options, console: Console) -> None:
        self.options, self.console = options, console
        self.status = READ
        self.pictures = 0

    def run(self) -> int:
        """Read everything that was asked for and return the exit status."""
        with deep_stack():
            self._run()
        return self.status

    def _run(self) -> None:
        if self.options.command == "lookup":
            self._lookup()
        elif "-" in self.options.words or self.options.files:
            self._read_long()
        else:
            self.read(decoded(os.fsencode(word)) for word in self.words())

    def read(self, pieces: Iterable[Input]) -> None:
        """Read pieces of input, C or English, and write what they mean."""
        c = self.options.command == "explain"
        for piece in pieces:
            if c:
                self._show(self._explained(piece), piece)
            else:
                self._declare(piece)

    def words(self) -> tuple[str, ...]:
        """Return the pieces of input that the command line holds; - is standard input."""
        words = self.options.words
        if self.options.command != "explain" and words and "-" not in words:
            return (" ".join(words),)  # English needs no quotes
        if self.options.command == "explain" and len(words) > 1 and "-" not in words:
            from cexplain.command.inputs import pieces_of  # noqa: PLC0415 - see top

            return pieces_of(words)
        return words

    def _read_long(self) -> None:
        """Read standard input and files, with a progress line for who waits."""
        from cexplain.command.inputs import joined  # noqa: PLC0415 - see top
        from cexplain.command.progress import watched  # noqa: PLC0415 - see top

        view = watched(self.console)
        self.console = view.console
        try:
            for word in self.words():
                if word != "-":
                    self.read([decoded(os.fsencode(word))])
                    continue
                lines = text_lines(self.console.stdin)
                for number, line in joined(lines) if self.options.command == "explain" else lines:
                    self.read([decoded(line, number)])
                    view.advance("lines")
            for piece in self.files():
                self.read([piece])
                view.advance("files")
        finally:
            view.close()

    def files(self) -> Iterator[Input]:
        """Yield the files that were named, preprocessed; report those that cannot be."""
        from cexplain.files.preprocessed import PreprocessorError, source_file  # noqa: PLC0415 - see top

        for path in self.options.files:
            try:
                std = self.options.std if self.options.std_given else None
                file = source_file(path, self.options.cpp_options, std)
            except PreprocessorError as error:
                self._report(error.findings)
            else:
                if file.problems:
                    self._report(file.problems)
                yield Input(file.text, path, file=file)

    def _lookup(self) -> None:
        """Find names in a header, and show what they are."""
        from cexplain.files.iso_names import header_of  # noqa: PLC0415 - see top
        from cexplain.files.lookup import lookup  # noqa: PLC0415 - see top
        from cexplain.files.preprocessed import PreprocessorError  # noqa: PLC0415 - see top

        header, *listed = self.options.words
        if not listed:  # a name alone, of a header that is known by heart
            header, listed = header_of(header) or header, [header]
        for name in (one for words in listed for one in words.split(",") if one.strip()):
            try:
                found = lookup(
                    header, name, self.options.cpp_options, self.options.cpp_standard,
                    expand=self.options.expand,
                )  # fmt: skip
            except PreprocessorError as error:
                self._report(error.findings, f"{header} {name}")
                continue
            for item in found:
                if not self.options.json:
                    self.console.out(item.heading(source=not self.console.look.colour))
                self._show(item.explanation, Input(item.explanation.source, item.file, item.line))
                if item.meant is None:
                    continue
                meant = Input(item.meant.source, item.file, item.line)
                self._show(item.meant, meant, {"expands": name})
            if any(item.gnu for item in found) and not self.options.json:
                self.console.err(f"{name}: {header} shows it only with -D_GNU_SOURCE\n")

    def _explained(self, piece: Input) -> Explanation:
        """Return the explanation of an input; a failure of ours becomes an error in it too."""
        problem = piece.problem
        # A file is read as it was preprocessed.
        std = piece.file.std if piece.file else self.options.std
        # Extensions are warned of unless a standard was asked for.
        asked = std if piece.file or self.options.std_given else None
        if problem is None:
            try:
                if piece.file is None:
                    return explain(piece.text, std=asked)
                known = set(piece.file.known_types)
                return _of_file(
                    explain_source(piece.text, std=asked, known_types=known, bodies=True)
                )
            except Exception as error:
                problem = fault(error)
        return Explanation(piece.text, std, (), (problem,))

    def _show(
        self, explanation: Explanation, piece: Input, more: Mapping[str, str] | None = None
    ) -> None:
        """Write an explanation in the form that was asked for; a failure of ours is told in it.

        `more` is what JSON says of it besides.
        """
        if not explanation.ok:
            self.status = UNREAD
        texts = self._texts(explanation, piece, more)
        while True:
            try:
                errors, text = next(texts)
            except StopIteration:
                break
            except Exception as error:
                self._show(_failed(explanation, error), piece, more)
                return
            (self.console.err if errors else self.console.out)(text)
        if self.options.svg is not None:
            self._draw_all(explanation, self.options.svg)

    def _texts(
        self, explanation: Explanation, piece: Input, more: Mapping[str, str] | None
    ) -> Iterator[tuple[bool, str]]:
        """Yield what there is to write of an explanation; True stands before findings."""
        if self.options.json:
            yield False, self._json(explanation, piece, more)
            return
        if self.options.command in ("explain", "lookup"):
            for reading in explanation.readings:
                yield False, self._text(explanation, reading)
                for inner in reading.inner:
                    yield False, terminal.inner_text(inner, self.options.style, self.console.look)
        if explanation.diagnostics:
            look = self.console.errors
            shown = piece.shown if piece.file else None
            yield True, terminal.diagnostics_text(explanation, piece.find, look, shown)

    def _text(self, explanation: Explanation, reading: Reading) -> str:
        """Return a reading for a person."""
        look = self.console.look
        if self.options.style == "cdecl":
            text = terminal.cdecl_text(reading, look)
        else:
            shown = None if self.options.steps else explanation
            text = terminal.reading_text(reading, look, shown)
        if self.options.steps:
            text += terminal.steps_text(explanation, reading, look)
        # A program that reads our output gets one line for each declaration.
        if self.options.steps or self.console.rich:
            text += terminal.language_text(explanation, look)
            text += terminal.notes_text(reading, look)
        return text

    def _json(self, explanation: Explanation, piece: Input, more: Mapping[str, str] | None) -> str:
        """Return an explanation as one line of JSON, with where it comes from."""
        from cexplain.render.record import json_line  # noqa: PLC0415 - see top

        where: dict[str, str | int] = dict(more or {})
        if piece.name != INPUT:
            where["file"] = piece.name
        if piece.line is not None:
            where["line"] = piece.line
        return json_line(explanation, where) + "\n"

    def _report(self, findings: Sequence[tuple[str, Diagnostic]], line: str = "") -> None:
        """Write findings about files, or about the words in `line`."""
        self.status = UNREAD
        for name, problem in findings[: terminal.MOST]:
            place = (name, problem.line, problem.column)
            shown = (line, problem.column, problem.span.end - problem.span.start)
            self.console.err(terminal.finding_text(place, problem, shown, self.console.errors))
        self.console.err(terminal.more_text(len(findings)))

    def _draw_all(self, explanation: Explanation, path: str) -> None:
        """Write the path pictures; the second one of a run goes to FILE-2, and so on."""
        from pathlib import Path  # noqa: PLC0415 - see top

        from cexplain.render.svg import path_svg  # noqa: PLC0415 - see top

        for index in range(len(explanation.readings)):
            self.pictures += 1
            target = Path(path)
            if self.pictures > 1:
                target = target.with_stem(f"{target.stem}-{self.pictures}")
            try:
                target.write_text(path_svg(explanation, index) + "\n", encoding="utf-8")
            except Exception as error:
                reason = fault(error).message
                if isinstance(error, OSError):
                    reason = (error.strerror or str(error)).lower()
                self.status = UNREAD
                self.console.err(f"cexplain: error: {target} cannot be written: {reason}\n")

    def _declare(self, piece: Input) -> None:
        """Write the C that a sentence of English means; with --json or --svg, its reading too."""
        from cexplain.english.declare import cast, declare  # noqa: PLC0415 - see top

        speller = cast if self.options.command == "cast" else declare
        problems: tuple[Diagnostic, ...] = (piece.problem,) if piece.problem else ()
        c = ""
        try:
            c = "" if problems else speller(piece.text, std=self.options.std)
        except ReadingError as error:
            problems = error.diagnostics
        except Exception as error:
            problems = (fault(error),)
        if problems:
            self._show(Explanation(piece.text, self.options.std, (), problems), piece)
            return
        if not self.options.json:
            self.console.out(f"{c}\n")
        # English can say what C forbids; whether it did shows when the C is read.
        # The steps' spans are places in the C, so the object holds that too.
        more = {"input": piece.text, "c": c}
        self._show(self._explained(Input(c)), Input(c, line=piece.line), more)


def _failed(explanation: Explanation, error: Exception) -> Explanation:
    """Return an explanation that only tells of a failure of ours in showing it."""
    return Explanation(explanation.source, explanation.std, (), (fault(error),))


def _of_file(explanation: Explanation) -> Explanation:
    """Return a file's explanation; that it declares nothing is no error in it."""
    kept = tuple(
        d for d in explanation.diagnostics if d.rule not in ("nothing-to-read", "nothing-declared")
    )
    return replace(explanation, diagnostics=kept)


def decoded(data: bytes, line: int | None = None) -> Input:
    """Return bytes as an input; where they are no UTF-8, or too many, with that as its problem."""
    if len(data) > MOST:
        message = f"this line holds more than {MOST >> 20} MiB, and no longer one is read"
        problem = finding("too-long", message, (1, 1, 1), "give it as a file, with --file")
        return Input("", line=line, problem=problem)
    try:
        return Input(data.decode("utf-8"), line=line)
    except UnicodeDecodeError as error:
        return Input(data.decode("utf-8", "replace"), line=line, problem=not_utf8(data, error))
