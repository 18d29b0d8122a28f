"""What a name means that a file has from its headers: these are preprocessed once for all names."""

import os
import re
from functools import lru_cache
from pathlib import Path
from threading import RLock

from cexplain.files.despite import UnfinishedError
from cexplain.files.included import Headers, Meant
from cexplain.files.preprocessed import PreprocessorError
from cexplain.tree import CType, Record
from cexplain.values import dataclass

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[\w./+-]+>|"[\w./+-]+")', re.MULTILINE)
_NO_CODE = re.compile(r"/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*")
_STANDARD = "gnu23"
_FARTHEST = 500  # lines from the beginning of a declaration to a name in it
_LARGEST = 4 << 20  # characters of a header that a name is looked for in
_reading = RLock()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a name stands in another file: the line and the columns, all from 0."""

    file: str
    line: int
    start: int
    end: int


class Included:
    """The headers that a text includes; they are read when something is asked of them.

    `path` is where the text's file is, empty if nobody knows: its own headers are left out then.
    """

    def __init__(self, text: str, path: str, std: str | None) -> None:
        found = dict.fromkeys(_INCLUDE.findall(text))
        self._names = tuple(name for name in found if path or name[0] == "<")
        self._path, self._std = path, std or _STANDARD

    @property
    def headers(self) -> Headers | None:
        """The headers together; None if there are none. They are read at most once."""
        if not self._names:
            return None
        folder = os.path.dirname(self._path)
        stamps = tuple(_stamp(os.path.join(folder, n[1:-1])) for n in self._names if n[0] == '"')
        with _reading:  # whoever needs them meanwhile waits, and reads them no second time
            return _read(self._names, self._path, self._std, stamps)

    def prepare(self) -> None:
        """Read the headers, so that the first question about them is answered sooner."""
        self.headers  # noqa: B018 - it is kept

    def find(self, name: str) -> Meant | None:
        """Return what the headers say of a name; None where they do not declare it."""
        headers = self.headers
        return headers.first(name) if headers else None

    def typedef(self, name: str) -> CType | None:
        """Return the type that a typedef name of the headers stands for."""
        headers = self.headers
        return headers.meaning(name) if headers else None

    def record(self, tag: str) -> tuple[Record, str, int] | None:
        """Return the structure of a tag with its members, and the file and line that has it."""
        headers = self.headers
        return headers.record(tag) if headers else None

    def place(self, name: str) -> Elsewhere | None:
        """Return where a header declares a name or defines a macro of it."""
        headers = self.headers
        where = headers.where(name) if headers else None
        return placed(name, *where) if where else None


def placed(name: str, file: str, line: int) -> Elsewhere | None:
    """Return where a name stands that a declaration has which begins at a line, from 1."""
    path = Path(os.path.abspath(file))
    try:
        if path.stat().st_size > _LARGEST:
            return None
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    code = _NO_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    lines = code.split("\n")
    for number in range(line - 1, min(len(lines), line + _FARTHEST)):
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lines[number])
        if found:
            return Elsewhere(str(path), number, found.start(), found.end())
    return Elsewhere(str(path), line - 1, 0, 0)


def _stamp(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=8)
def _read(names: tuple[str, ...], path: str, std: str, _stamps: tuple[int, ...]) -> Headers | None:
    try:
        return Headers(names, std, path=path)
    except (PreprocessorError, UnfinishedError):
        return None
