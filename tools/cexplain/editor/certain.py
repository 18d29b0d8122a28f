"""Which findings are certain: the text of a macro, which nobody reads here, explains none."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from cexplain import words
from cexplain.diagnostics import Diagnostic
from cexplain.source import Span

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_DEFINED = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.MULTILINE)
_CALLED = re.compile(r"\b([A-Z_][A-Z0-9_]{2,}|__\w+)\s*\(")
_DIRECTIVE = re.compile(r"^[ \t]*#", re.MULTILINE)
_EMPTY = frozenset({"no-members", "array-size-zero"})
"""What an #include between the braces, or a branch that is not read, fills."""
_SAFE_CALLS = words.ATTRIBUTE | words.ASM | words.ALIGNAS | {*words.TYPEOF, "__declspec"}


def certain(findings: Sequence[Diagnostic], text: str, seen: str) -> list[Diagnostic]:
    """Return what ISO C forbids, except where the unknown text of a macro may explain it.

    `seen` is the text without directives.
    """
    ends = {
        sign: [found.start() for found in re.finditer(f"[{sign}]", seen)] for sign in (";}", ";{")
    }
    unknown = _unknown(text, seen)

    def may_be_expanded(span: Span) -> bool:
        """Tell whether a word of the declaration around a place may be of any meaning."""
        before = bisect_left(ends[";}"], span.start) - 1
        behind = bisect_left(ends[";{"], span.end)
        start = ends[";}"][before] if before >= 0 else 0
        end = ends[";{"][behind] if behind < len(ends[";{"]) else len(seen)
        word = bisect_left(unknown, start)
        return word < len(unknown) and unknown[word] < end

    def may_be_filled(span: Span) -> bool:
        """Tell whether a directive stands between the braces that a finding is about."""
        end = text.find("}", span.end)
        return end > 0 and _DIRECTIVE.search(text, span.start, end) is not None

    return [
        found
        for found in findings
        if found.clause is not None
        and found.rule != "implicit-int"
        and not may_be_expanded(found.span)
        and not (found.rule in _EMPTY and may_be_filled(found.span))
    ]


def _unknown(text: str, seen: str) -> list[int]:
    """Return where the names of macros are, and what may be the call of one."""
    macros = {*_DEFINED.findall(text)}
    named = {found.start() for found in _IDENTIFIER.finditer(seen) if found[0] in macros}
    called = {found.start() for found in _CALLED.finditer(seen) if found[1] not in _SAFE_CALLS}
    return sorted(named | called)
