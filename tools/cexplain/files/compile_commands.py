"""What a project's compile_commands.json says of a file: the options that it is compiled with.

Format: https://clang.llvm.org/docs/JSONCompilationDatabase.html
"""

import json
import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cexplain.diagnostics import Diagnostic
from cexplain.files.findings import finding
from cexplain.values import dataclass

NAME = "compile_commands.json"

# Options of compilers that change what the preprocessor does; the rest is passed over.
_WITH_FOLDER = ("-isystem", "-iquote", "-idirafter", "-include", "-imacros", "-I")
_WITH_VALUE = ("-D", "-U")
_ALONE = frozenset({"-m32", "-m64", "-mx32", "-pthread", "-ansi", "-undef", "-nostdinc"})
_STANDARDS = {
    "90": "89", "9x": "99", "1x": "11", "18": "17", "2x": "23", "2y": "23",
    "iso9899:1990": "89", "iso9899:1999": "99", "iso9899:2011": "11", "iso9899:2017": "17",
    "iso9899:2018": "17",
}  # fmt: skip
_YEARS = frozenset({"89", "99", "11", "17", "23"})


class DatabaseError(Exception):
    """A compile_commands.json that cannot be used: its path, and what is wrong."""

    def __init__(self, path: str, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.path, self.problem = path, problem


@dataclass(frozen=True, slots=True)
class Commanded:
    """The preprocessor's options for one file; `std` as cexplain calls it, None if not said."""

    options: tuple[str, ...] = ()
    std: str | None = None


def commanded(path: str) -> Commanded:
    """Return the options for a file from the database of its folder or the nearest one above.

    A folder's database is its compile_commands.json, or that in its build/. A
    header, which no entry names, gets the options of a source file of its name.
    Raises DatabaseError for a database that cannot be read.
    """
    wanted = Path(os.path.realpath(path))
    for folder in wanted.parents:
        for database in (folder / NAME, folder / "build" / NAME):
            if database.is_file():
                return _chosen(list(_entries(database)), wanted)
    return Commanded()


def _chosen(entries: Sequence[tuple[Path, Path, list[str]]], wanted: Path) -> Commanded:
    for file, folder, arguments in entries:
        if file == wanted:
            return _read(arguments, folder)
    if wanted.suffix == ".h":
        for file, folder, arguments in entries:
            if file.stem == wanted.stem:
                return _read(arguments, folder)
    return Commanded()


def _entries(database: Path) -> Iterator[tuple[Path, Path, list[str]]]:
    """Yield each entry's file, folder and arguments; raises DatabaseError."""
    try:
        entries: Any = json.loads(database.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise _broken(database, error.msg, (error.lineno, error.colno, 1)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(database, str(error)) from error
    for entry in entries if isinstance(entries, list) else [entries]:
        try:
            folder = Path(database.parent, entry["directory"])
            arguments = entry.get("arguments") or shlex.split(entry["command"])
            file = Path(os.path.realpath(folder / entry["file"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            message = "an entry needs a directory, a file and arguments or a command"
            raise _broken(database, message) from error
        yield file, folder, arguments


def _broken(database: Path, message: str, place: tuple[int, int, int] = (1, 1, 1)) -> DatabaseError:
    advice = "let the build system write it again, or move it away"
    return DatabaseError(str(database), finding("compile-commands", message, place, advice))


def _read(arguments: Sequence[str], folder: Path) -> Commanded:
    """Return those of a compiler's arguments that the preprocessor needs."""
    options: list[str] = []
    std: str | None = None
    left = iter(arguments[1:])
    for word in left:
        if word.startswith(("-std=", "--std=")):
            std = _standard(word.split("=", 1)[1])
        elif word == "-ansi":
            std = "c89"
            options.append(word)
        elif word in _ALONE:
            options.append(word)
        elif (name := _named(word, _WITH_FOLDER)) is not None:
            value = word[len(name) :] or next(left, "")
            # Relative names count from the entry's folder.
            options += [name, os.path.join(folder, value)]
        elif (name := _named(word, _WITH_VALUE)) is not None:
            options.append(word if word != name else name + next(left, ""))
    return Commanded(tuple(options), std)


def _named(word: str, options: Sequence[str]) -> str | None:
    """Return the option that a word is or begins with."""
    return next((name for name in options if word.startswith(name)), None)


def _standard(given: str) -> str | None:
    """Return a compiler's name for a standard as ours; None for C++'s."""
    prefix = "gnu" if given.startswith("gnu") else "c"
    year = given if given.startswith("iso") else given.removeprefix(prefix)
    year = _STANDARDS.get(year, year)
    return f"{prefix}{year}" if year in _YEARS else None
