"""What a name means that a file has from its headers: these are preprocessed once for all names."""

import re
from functools import lru_cache

from cexplain.editor.uses import Use
from cexplain.files.lookup import Found, Headers
from cexplain.files.preprocessed import PreprocessorError

_INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([\w./+-]+)>", re.MULTILINE)
_STANDARD = "gnu23"


def includes(text: str) -> tuple[str, ...]:
    """Return the headers in angle brackets that a text includes, each once."""
    return tuple(dict.fromkeys(_INCLUDE.findall(text)))


@lru_cache(maxsize=8)
def _headers(names: tuple[str, ...], std: str) -> Headers | None:
    """Return the headers as cpp leaves them, without those that it does not find."""
    kept = list(names)
    while kept:
        try:
            return Headers(tuple(kept), std)
        except PreprocessorError:
            kept.pop()
    return None


@lru_cache(maxsize=512)
def used(names: tuple[str, ...], name: str, std: str | None) -> Use | None:
    """Return what a name is in headers, None where they do not declare it."""
    headers = _headers(names, std or _STANDARD)
    found: list[Found] = [] if headers is None else headers.find(name)
    if not found:
        return None
    return Use(found[0].explanation.readings[0], found[0].definition)
