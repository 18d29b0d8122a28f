"""C as it stands in an editor: the preprocessor's lines blanked out, every place kept."""

import re

from cexplain.editor.conditions import Conditions
from cexplain.values import dataclass

_PIECE = re.compile(
    r"""/\*.*?(?:\*/|\Z) | //(?:\\\n|[^\n])* | "(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])*'?
      | (?P<directive>^[ \t]*(?:\#|%:)(?:\\\n|/\*.*?(?:\*/|\Z)|[^\n])*)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_WORDS = re.compile(r"[ \t]*(?:#|%:)[ \t]*(\w*)[ \t]*(.*)", re.DOTALL)
_COMMENT = re.compile(r"/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*|\\\n")
_NOT_BLANK = re.compile(r"[^\n]")


@dataclass(slots=True)
class _Group:
    """An #if with its other branches: where the text of an untaken one begins."""

    taken: bool
    hidden_from: int | None


def without_directives(text: str) -> str:
    """Return the text in which directives and untaken branches are blanks.

    Of an #if the first branch counts that may be read: not `0`, not for C++ or another
    platform alone, and not what contradicts a branch before.
    """
    groups: list[_Group] = []
    conditions = Conditions()
    hidden: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text):
        if piece["directive"] is None:
            continue
        hidden.append(piece.span())
        words = _WORDS.match(piece["directive"])
        name, condition = (words[1], words[2]) if words else ("", "")
        skipped = any(group.hidden_from is not None for group in groups)
        if name in {"define", "undef"} and not skipped:
            (conditions.define if name == "define" else conditions.undefine)(condition)
        elif name in {"if", "ifdef", "ifndef"}:
            taken = skipped or conditions.holds(name, _bare(condition))
            groups.append(_Group(taken, None if taken else piece.end()))
        elif name in {"else", "elif", "elifdef", "elifndef"} and groups:
            group = groups[-1]
            if group.hidden_from is not None:
                hidden.append((group.hidden_from, piece.start()))
            held = name == "else" or group.taken or conditions.holds(name, _bare(condition))
            group.hidden_from = piece.end() if group.taken or not held else None
            group.taken = group.taken or held
        elif name == "endif" and groups:
            start = groups.pop().hidden_from
            if start is not None:
                hidden.append((start, piece.start()))
    unended = [group.hidden_from for group in groups if group.hidden_from is not None]
    hidden += [(start, len(text)) for start in unended]
    return _blanked(text, hidden)


def _bare(condition: str) -> str:
    """Return a condition without its comments and splices."""
    return _COMMENT.sub(" ", condition)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with blanks at the spans, which may overlap; newlines stay."""
    parts: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        begin = max(start, end)
        if stop > begin:
            parts.append(text[end:begin])
            parts.append(_NOT_BLANK.sub(" ", text[begin:stop]))
            end = stop
    parts.append(text[end:])
    return "".join(parts)
