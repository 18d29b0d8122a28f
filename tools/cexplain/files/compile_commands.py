"""What a project's compile_commands.json says of a file: the options that it is compiled with.

Format: https://clang.llvm.org/docs/JSONCompilationDatabase.html
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from cexplain.arguments import UnfitError, fitting
from cexplain.diagnostics import Diagnostic
from cexplain.files.findings import finding, not_utf8
from cexplain.files.flags import Flags, preprocessing
from cexplain.files.texts import UnreadableError, content

NAME = "compile_commands.json"
MOST = 256 << 20  # bytes; the databases of the largest projects hold 100 MiB


class DatabaseError(Exception):
    """A compile_commands.json that cannot be used: its path, and what is wrong."""

    def __init__(self, path: str, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.path, self.problem = path, problem


class _Entry(NamedTuple):
    """What a database says of a file: the words with which a compiler is called in a folder."""

    file: str
    folder: str
    arguments: list[str]


def commanded(path: str) -> Flags:
    """Return the options for a file from the database of its folder or the nearest one above.

    A folder's database is its compile_commands.json, or that in its build/. A
    header, which no entry names, gets the options of a source file of its name.
    Raises DatabaseError for a database that cannot be read.
    """
    wanted = os.path.realpath(path)
    folder = os.path.dirname(wanted)
    while True:
        for database in (os.path.join(folder, NAME), os.path.join(folder, "build", NAME)):
            # Not Path.is_file: it raises where a folder may not be looked into.
            if os.path.isfile(database):
                return _chosen(database, wanted)
        if os.path.dirname(folder) == folder:
            return Flags()
        folder = os.path.dirname(folder)


def _chosen(database: str, wanted: str) -> Flags:
    entries = list(_entries(database))
    chosen = [entry for entry in entries if entry.file == wanted]
    stem, ending = os.path.splitext(wanted)
    if not chosen and ending == ".h":
        own = os.path.basename(stem)
        chosen = [e for e in entries if os.path.splitext(os.path.basename(e.file))[0] == own]
    if not chosen:
        return Flags()
    entry = chosen[0]
    try:
        return preprocessing(entry.arguments[1:], entry.folder)
    except UnfitError as error:
        raise _broken(database, f"the command for {entry.file}: {error}") from error


def _entries(database: str) -> Iterator[_Entry]:
    """Yield the entries; raises DatabaseError."""
    import json  # noqa: PLC0415 - few files have a database

    try:
        data = content(database, MOST)
        # Numbers say nothing here; Python makes none of very many digits.
        entries: object = json.loads(data.decode("utf-8"), parse_int=len)
    except json.JSONDecodeError as error:
        raise _broken(database, error.msg, (error.lineno, error.colno, 1)) from error
    except RecursionError as error:
        raise _broken(database, "brackets nest deeper than in any database") from error
    except UnicodeDecodeError as error:
        raise DatabaseError(database, not_utf8(data, error)) from error
    except UnreadableError as error:
        raise _broken(database, str(error)) from error
    if not isinstance(entries, list):
        raise _broken(database, "it is not a list of entries: '[' begins one, and ']' ends it")
    for number, entry in enumerate(entries, 1):
        try:
            yield _entry(entry, os.path.dirname(database))
        except (TypeError, ValueError, KeyError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            what = "needs a directory, a file, and arguments or a command"
            raise _broken(database, f"entry {number} {what}: {reason}") from error


def _entry(entry: object, beside: str) -> _Entry:
    """Return an entry as it is meant; raises TypeError, ValueError or KeyError."""
    if not isinstance(entry, dict):
        raise TypeError("it is not an object")
    folder = os.path.join(beside, _text(entry, "directory"))
    arguments = entry.get("arguments")
    if arguments is None:
        import shlex  # noqa: PLC0415 - see above

        arguments = shlex.split(_text(entry, "command"))
    else:
        if not isinstance(arguments, list) or not all(isinstance(w, str) for w in arguments):
            raise TypeError('"arguments" is not a list of strings')
        arguments = [fitting(word) for word in arguments]
    file = os.path.realpath(os.path.join(folder, _text(entry, "file")))
    return _Entry(file, folder, arguments)


def _text(entry: dict[str, object], name: str) -> str:
    """Return a string of an entry; raises TypeError, ValueError or KeyError."""
    value = entry[name]
    if not isinstance(value, str):
        raise TypeError(f'"{name}" is not a string')
    try:
        return fitting(value)
    except UnfitError as error:
        raise ValueError(f'"{name}": {error}') from error


def _broken(database: str, message: str, place: tuple[int, int, int] = (1, 1, 1)) -> DatabaseError:
    advice = "let the build system write it again, or move it away"
    return DatabaseError(database, finding("compile-commands", message, place, advice))
