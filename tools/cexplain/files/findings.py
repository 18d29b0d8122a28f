"""Diagnostics about places that no token stands for: files, bytes, names, our own failures."""

from cexplain.diagnostics import Diagnostic
from cexplain.source import Span


def finding(rule: str, message: str, place: tuple[int, int, int], advice: str) -> Diagnostic:
    """Return an error at `place`: line and column from 1, and the length to mark."""
    line, column, length = place
    return Diagnostic(
        "error", rule, message, line, column, Span(column - 1, column - 1 + length), advice
    )


def not_utf8(data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    """Return the finding about bytes that are no UTF-8, at the character where they stand."""
    begin = data.rfind(b"\n", 0, error.start) + 1
    line = data.count(b"\n", 0, begin) + 1
    column = len(data[begin : error.start].decode("utf-8", "replace")) + 1
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    advice = "convert the text to UTF-8 first, for example with iconv"
    return finding("encoding", message, (line, column, 1), advice)


def fault(error: Exception) -> Diagnostic:
    """Return a failure of our own as a finding, so that nobody meets a traceback."""
    if isinstance(error, RecursionError):
        message = "this nests deeper than it can be shown"
        return finding("too-deep", message, (1, 1, 1), "name a part of it with a typedef")
    message = f"this is a mistake of cexplain, not of your C ({type(error).__name__}: {error})"
    return finding("internal", message, (1, 1, 1), "please report it with the declaration")
