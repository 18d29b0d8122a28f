"""Data files of the book: TOML whose tables and keys are checked, and told with their lines."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from cworkbook.directives import nearest

Made = TypeVar("Made")
Check = Callable[[Any], None]
"""Accepts a key's value or raises ValueError with advice."""

IDENTITY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_HEADER = re.compile(r"\[\s*([\w.+-]+)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"([\w-]+)\s*=\s*(.*)$")
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_AT_END = " (at end of document)"
_LONG = ("'''", '"""')


class DataError(Exception):
    """What is wrong with a data file, in the form of a compiler's message, with its own place."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a key may hold, and whether it must be there."""

    check: Check
    required: bool = False


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file as it was read; `name` is its path in messages."""

    name: str
    text: str = field(repr=False)
    content: dict[str, Any] = field(repr=False)

    def line(self, table: str, key: str = "") -> int:
        """Return the line (from 1) of a table's key, of its header without one; 1 if unknown."""
        header = 1
        for number, name, found in _places(self.text):
            if name == table and not found:
                header = number
            if name == table and found == key:
                return number
        return header

    def error(self, message: str, table: str = "", key: str = "") -> DataError:
        """Return the error to raise about a table or one of its keys."""
        return DataError(f"{self.name}:{self.line(table, key)}: error: {message}")

    def tables(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the tables `[name.ID]` by their identity; DataError for what is none."""
        group = self.content.get(name, {})
        for identity, table in group.items():
            full = f"{name}.{identity}"
            if not isinstance(table, dict):
                raise self.error(f"'{identity}' is no table; write [{full}]", name, identity)
            if not IDENTITY.fullmatch(identity):
                raise self.error(
                    f"'{identity}' is no identity; use small letters, digits and hyphens", full
                )
            yield identity, table

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list at the top, none without it; DataError for what is no list."""
        values = self.content.get(name, [])
        if values != []:
            self.check("", {name: values}, {name: Key(texts)})
        return tuple(values)

    def check(self, table: str, values: Mapping[str, Any], keys: Mapping[str, Key]) -> None:
        """Raise DataError for a key that is unknown, missing or has a value it cannot have."""
        for name, value in values.items():
            if name not in keys:
                raise self.error(f"unknown key '{name}'; {nearest(name, tuple(keys))}", table, name)
            try:
                keys[name].check(value)
            except ValueError as error:
                raise self.error(f"{name}: {error}", table, name) from None
        for name, key in keys.items():
            if key.required and name not in values:
                raise self.error(f"[{table}] has no '{name}'", table)

    def only(self, *names: str) -> None:
        """Raise DataError for a table or a key at the top that is none of these."""
        for name in self.content:
            if name not in names:
                line = next(
                    number
                    for number, table, key in _places(self.text)
                    if name in (table.partition(".")[0], key)
                )
                message = f"'{name}' is not known at the top; {nearest(name, names)}"
                raise DataError(f"{self.name}:{line}: error: {message}")


def read(path: Path, root: Path) -> DataFile:
    """Return a data file's content; DataError with line and column where it is no TOML."""
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    try:
        return DataFile(name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        place = _PLACE.search(told)
        where = ":".join(place.groups()) if place else str(text.count("\n") + 1)
        words = _PLACE.sub("", told).removesuffix(_AT_END)
        raise DataError(f"{name}:{where}: error: {words}") from None


def kept(
    name: str, make: Callable[[DataFile, Path], Made], without: Callable[[], Made]
) -> Callable[[Path], Made]:
    """Return what makes something of the file `name` of a book, anew only after a change of it.

    Every page asks, and the file seldom changes. `without` says what there is without the file.
    """

    @lru_cache(maxsize=8)
    def made(root: Path, _changed: int, _size: int) -> Made:
        return make(read(root / name, root), root)

    def load(root: Path) -> Made:
        path = root / name
        if not path.is_file():
            return without()
        stat = path.stat()
        return made(root, stat.st_mtime_ns, stat.st_size)

    return load


def _places(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line, table, key) of each header (key "") and key, those inside of texts left out."""
    table, inside = "", ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if inside in line else inside
            continue
        if header := _HEADER.match(line):
            table = header[1]
            yield number, table, ""
        elif key := _KEY.match(line):
            yield number, table, key[1]
            start = key[2][:3]
            inside = start if start in _LONG and start not in key[2][3:] else ""


def text(value: Any) -> None:
    """Accept words."""
    if not isinstance(value, str):
        raise ValueError("this is no text; put it between quotation marks")
    if not value.strip():
        raise ValueError("a text is missing")


def texts(value: Any) -> None:
    """Accept a list of words, which is not empty."""
    if not isinstance(value, list) or not value:
        raise ValueError("write a list of texts, as in ['one', 'two']")
    for each in value:
        text(each)


def one_of(*known: str) -> Check:
    """Return a check for exactly one of the known words."""

    def check(value: Any) -> None:
        text(value)
        if value not in known:
            raise ValueError(f"'{value}' is not known here; {nearest(value, known)}")

    return check


def each_like(pattern: str, advice: str) -> Check:
    """Return a check for a list of texts that all match a regular expression."""
    compiled = re.compile(pattern)

    def check(value: Any) -> None:
        texts(value)
        for each in value:
            if not compiled.search(each):
                raise ValueError(f"'{each}' will not do; {advice}")

    return check
