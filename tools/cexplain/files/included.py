"""Several headers together, as a file that includes them has them: preprocessed once."""

import os
from collections.abc import Iterator, Sequence

from cexplain import processes
from cexplain.explanation import Reading
from cexplain.files import asked
from cexplain.files.compile_commands import DatabaseError, commanded
from cexplain.files.despite import UnfinishedError, despite
from cexplain.files.flags import Flags
from cexplain.files.lookup import GNU, View, declares, value_of
from cexplain.files.preprocessed import (
    PreprocessorError,
    missing_header,
    preprocess,
    preprocess_anywhere,
    shorter,
)
from cexplain.processes import Runner
from cexplain.tree import CType, Record
from cexplain.values import dataclass


@dataclass(frozen=True, slots=True)
class Meant:
    """What headers have of a name: its reading, its macro's definition, or both.

    `line`, from 1, is where the declaration begins in `file`; both are empty for a macro.
    """

    reading: Reading | None
    file: str = ""
    line: int = 0
    definition: str = ""


_PREDEFINED = ("__STDC", "__FILE__", "__LINE__", "__DATE__", "__TIME__")


class Headers:
    """What headers declare together, each named as an #include has it: `<a.h>` or `"b.h"`.

    A header that is missing, or what an #error says, costs only itself. Those in quotes are
    looked for where the file is that includes them, `path`; it is compiled with the options that
    the project's compile_commands.json has for it. What only _GNU_SOURCE shows is shown.
    """

    def __init__(
        self, names: Sequence[str], std: str, run: Runner = processes.run, *, path: str = ""
    ) -> None:
        self._std, self._run = std, run
        self._first: dict[str, Meant | None] = {}
        self._records: dict[str, tuple[Record, str, int] | None] = {}
        self._view = View(self._output("".join(f"#include {name}\n" for name in names), path), std)

    def _output(self, text: str, path: str) -> str:
        flags = _flags(path) if path else Flags()
        own = ["-iquote", os.path.dirname(os.path.abspath(path))] if path else []

        def cpp(more: Sequence[str] = ()) -> str:
            """Return what cpp makes of the includes; raises UnfinishedError."""
            options = ["-dD", GNU, *flags.options, *own, *more, "-"]
            try:
                return preprocess_anywhere(options, text, self._std, self._run)
            except PreprocessorError as error:
                missing = missing_header(error)
                raise UnfinishedError(error.findings, missing, error.output) from error

        try:
            return cpp()
        except UnfinishedError as error:
            return despite(cpp, error)[0]

    def first(self, name: str) -> Meant | None:
        """Return the declaration of a name, a constant of it, or what its macro stands for."""
        if name not in self._first:
            self._first[name] = self._declared(name) or self._macro(name)
        return self._first[name]

    def _declared(self, name: str) -> Meant | None:
        """Return what declares a name or a constant of it, else the first that has it as a tag."""
        tagged: Meant | None = None
        for chunk, explanation in self._view.readings_of(name):
            for reading in explanation.readings:
                of = reading.declaration
                constant = None if of.name == name else asked.constant(of, name, self._std)
                told = constant.readings[0] if constant else reading
                found = Meant(told, shorter(chunk.file), chunk.line)
                if of.name == name or constant:
                    return found
                if tagged is None and declares(of, name):
                    tagged = found
        return tagged

    def _macro(self, name: str) -> Meant | None:
        definition = self._view.macros.get(name, "")
        if not definition:
            return None
        # The definitions alone say what it stands for, in a tenth of the time.
        known = [each for of, each in self._view.macros.items() if not of.startswith(_PREDEFINED)]
        try:
            output = preprocess(
                ["-undef", "-w", "-"], "\n".join([*known, name, ""]), self._std, self._run
            )
        except PreprocessorError:
            output = ""
        told = value_of(definition, name, output, self._view)
        return Meant(told.readings[0] if told else None, definition=definition)

    def meaning(self, name: str) -> CType | None:
        """Return the type that a typedef name stands for."""
        return self._view.meaning(name)

    def record(self, tag: str) -> tuple[Record, str, int] | None:
        """Return the structure of a tag with its members, and the file and line that has it."""
        if tag not in self._records:
            self._records[tag] = next(self._records_of(tag), None)
        return self._records[tag]

    def _records_of(self, tag: str) -> Iterator[tuple[Record, str, int]]:
        for chunk, declared in self._view.declarations_of(tag):
            record = asked.base(declared.type)
            if isinstance(record, Record) and record.tag == tag and record.members is not None:
                yield record, shorter(chunk.file), chunk.line

    def where(self, name: str) -> tuple[str, int] | None:
        """Return the file and the line from which on a name is declared or defined as a macro."""
        found = self.first(name)
        if found is not None and found.file:
            return found.file, found.line
        return self._view.defined_at(name)


def _flags(path: str) -> Flags:
    """Return the options with which a file is compiled; none where its project is silent."""
    try:
        return commanded(path)
    except DatabaseError:
        return Flags()
