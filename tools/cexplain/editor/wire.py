"""Messages on the wire: headers and JSON, as the base protocol of LSP 3.17 has them.

Nothing here believes a number that a message names before it is looked at.
"""

import json
from typing import Any, Protocol

Json = Any  # what json reads and writes

LONGEST = 64 << 20
"""Bytes of the longest message that is read: a file of 10 MB with every character escaped."""

_LONGEST_HEADER = 4096
_DIGITS = len(str(LONGEST))


class Source(Protocol):
    """What messages are read from."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or `size` bytes of it."""

    def read(self, size: int, /) -> bytes:
        """Return the next `size` bytes, fewer at the end."""


class WireError(ValueError):
    """Raised where it is not known any more where the next message begins."""


class MessageError(ValueError):
    """Raised for a message that is no JSON; the next one can be read."""


def received(source: Source) -> bytes | None:
    """Return the content of the next message, None at the end; raises WireError."""
    length: int | None = None
    line = source.readline(_LONGEST_HEADER)
    if not line:
        return None
    while line.strip():
        name, colon, value = line.partition(b":")
        if not line.endswith(b"\n") or not colon:
            raise WireError(f"{_quoted(line)} is not a header")
        if name.strip().lower() == b"content-length":
            again, length = length, _length(value.strip())
            if again not in {None, length}:
                raise WireError("a message has two lengths")
        line = source.readline(_LONGEST_HEADER)
    if length is None:
        raise WireError("a message has no Content-Length")
    content = source.read(length)
    if len(content) < length:
        raise WireError(f"the input ended after {len(content)} of a message's {length} bytes")
    return content


def parsed(content: bytes) -> Json:
    """Return what a message says; raises MessageError."""
    try:
        return json.loads(content.decode("utf-8"))
    except RecursionError:
        raise MessageError("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise MessageError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise MessageError(str(error)) from None
    except ValueError:
        raise MessageError("it holds a number of too many digits") from None


def packed(message: Json) -> bytes:
    """Return a message as it is sent; lone surrogates are escaped, as is all that is not ASCII."""
    content = json.dumps(message, separators=(",", ":")).encode("ascii")
    return b"Content-Length: %d\r\n\r\n%s" % (len(content), content)


def _length(value: bytes) -> int:
    """Return a length; raises WireError where it is none, or more than is read."""
    if value.isdigit() and len(value) <= _DIGITS and int(value) <= LONGEST:
        return int(value)
    raise WireError(f"Content-Length: {_quoted(value)} is not a number from 0 to {LONGEST}")


def _quoted(line: bytes) -> str:
    """Return the beginning of a line as it can be shown."""
    return ascii(line[:40].decode("utf-8", "replace").strip())
