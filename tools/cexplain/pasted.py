"""What stands around C where people copy it from: prompts, numbers, quotes, marks of a page.

Each is set to spaces, or to the character that is meant, so that every place stays where it was.
It is asked for where a text cannot be read as it stands, or begins with a word of a question.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from cexplain.diagnostics import Severity
from cexplain.oddly import OPENING


class Cleaned(NamedTuple):
    """A text of the same length without what stands around the C, and what was done."""

    text: str
    told: tuple["Told", ...]


class Told(NamedTuple):
    """One thing that was passed over: where it stands first, and what is said of it."""

    start: int
    end: int
    severity: Severity
    message: str


_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u200a\u3000\u200b\u200c\u200d\u2060\ufeff"
_MEANT = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u2217": "*",
    "\u00d7": "*",
}
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "#39": "'",
             "#x27": "'", "#34": '"', "#160": " "}  # fmt: skip
_KEYWORD = (
    r"(?:int|char|void|float|double|long|short|unsigned|signed|const|volatile|static|extern"
    r"|struct|union|enum|typedef|_Bool|bool|auto|register|inline|size_t)\b"
)
_ASKING = (
    rf"(?:{OPENING}|is|do|the|this|that|a|an|of|following|type|in|c|to|code|for|me|you|i|mean)"
)
_PREFIX = (
    r"[ \t]*(?:"
    r"[\w./+-]+\.(?:c|h|cc|cpp|cxx|hpp):\d+:(?:\d+:)?"  # what grep and compilers print
    r"|(?:\$|%|>>>|[A-Za-z]{1,12}>|\w+@[\w.~:/-]+[$#>])[ ](?:[ ]*(?:cexplain|cdecl|explain)\b)*"
    r"|\d{1,5}[ ]?[.:)|](?=[ \t])|\(?[a-z0-9]{1,2}[.)](?=[ \t]+" + _KEYWORD + r")"
    r"|\d{1,5}(?=[ \t]+" + _KEYWORD + r")"
    r"|(?i:example|question|exercise|answer|note|code|e\.g\.)[ ]?\d*[.:)](?=[ \t]+"
    + _KEYWORD
    + r")"
    r"|Q\.?[ ]?\d+[.:)]|(?:>[ \t]?)+(?=\w)|[-+*\u2022\u00b7](?=[ \t]\w)|[-+](?=\w))"
)
_MOST = 100_000
_LITERAL = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*'
)
_NAMED = re.compile(rf"(?:&(?:{'|'.join(_ENTITIES)});)+")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$", re.M)
_MESSAGE = re.compile(r"\b(?:error|warning|note):|\bexpected '|of type '|incompatible")
_QUOTED = re.compile(r"'([^'\n]+)'")
_OF_TYPE = re.compile(rf"{_KEYWORD}|\*")
_PRINTED = re.compile(r"^[ \t]*(?:\(gdb\)[^\n]*|type[ \t]*=)", re.M)
_BEFORE = re.compile(rf"^{_PREFIX}", re.M)
_HEAD = re.compile(rf"\s*{OPENING}[\s:]+(?:{_ASKING}[\s:]+)*(?=\S)", re.IGNORECASE)
_TYPED = re.compile(_KEYWORD)
_TAIL = frozenset(("mean", "means", "do", "declare"))
_WORDED = re.compile(r"\b(?:what|is|does|how|why|mean|means|which)\b", re.IGNORECASE)
_DEFINE = re.compile(r"\s*#\s*define\s+(\w+)(?:\([^()\n]*\))?[ \t]+(?=\S)")


def cleaned(text: str) -> Cleaned | None:
    """Return a text without what stands around it, None where nothing does."""
    if len(text) > _MOST:
        return None
    told: list[Told] = []
    before = text
    for step in _STEPS:
        text = step(text, told)
    return None if text == before else Cleaned(text, tuple(told))


def _blank(text: str, start: int, end: int) -> str:
    kept = "".join(sign if sign == "\n" else " " for sign in text[start:end])
    return text[:start] + kept + text[end:]


def _characters(text: str, told: list[Told]) -> str:
    """Put C's characters for those that look like them, outside of C's own quotes."""
    if text.isascii():
        return text
    whole = text.strip()
    if len(whole) > 2 and whole[0] in "\u201c\u00ab" and whole[-1] in "\u201d\u00bb":
        start = text.index(whole)
        text = _blank(_blank(text, start, start + 1), start + len(whole) - 1, start + len(whole))
        told.append(Told(start, start + 1, "note", "the quotes around the code are skipped"))
    outside = _LITERAL
    made = list(text)
    found: list[int] = []
    position = 0
    for literal in [*outside.finditer(text), None]:
        stop = len(text) if literal is None else literal.start()
        for at in range(position, stop):
            if text[at] in _MEANT:
                made[at] = _MEANT[text[at]]
                found.append(at)
        position = len(text) if literal is None else literal.end()
    spaces = [at for at in found if made[at] == " "]
    signs = [at for at in found if made[at] != " "]
    if any(text[at] != "\ufeff" for at in spaces):
        at = next(at for at in spaces if text[at] != "\ufeff")
        told.append(Told(at, at + 1, "warning", f"U+{ord(text[at]):04X} is read as a space"))
    shown = ", ".join(
        f"{sign} as {_MEANT[sign]}" for sign in dict.fromkeys(text[at] for at in signs)
    )
    if signs:
        told.append(Told(signs[0], signs[0] + 1, "warning", f"read as C's own signs: {shown}"))
    if "\u2026" in text:
        at = text.index("\u2026")
        told.append(Told(at, at + 1, "warning", "\u2026 is read as ..."))
    return "".join(made)


def _entities(text: str, told: list[Told]) -> str:
    """Put the characters that a page's source names; the room that is left stands behind them."""
    pattern = _NAMED
    found = list(pattern.finditer(text))
    for run in reversed(found):
        names = re.findall(r"&(#?\w+);", run[0])
        said = "".join(_ENTITIES[name] for name in names)
        text = text[: run.start()] + said.ljust(len(run[0])) + text[run.end() :]
    if found:
        first = found[0]
        told.append(Told(*first.span(), "note", f"{first[0]} is read as the character it names"))
    return text


def _fences(text: str, told: list[Told]) -> str:
    """Take out the lines and quotes that set code apart on a page."""
    for fence in reversed(list(_FENCE.finditer(text))):
        text = _blank(text, *fence.span())
        told.append(Told(*fence.span(), "note", "the fence around the code is skipped"))
    whole = text.strip()
    start = text.find(whole) if whole else 0
    for quote in ("`", '"', "'"):
        if len(whole) > 2 and whole[0] == quote == whole[-1] and quote not in whole[1:-1]:
            text = _blank(text, start, start + 1)
            text = _blank(text, start + len(whole) - 1, start + len(whole))
            told.append(Told(start, start + 1, "note", "the quotes around the code are skipped"))
    return text


def _messages(text: str, told: list[Told]) -> str:
    """Keep of a compiler's message the types that it quotes, each as a text of its own."""
    if not _MESSAGE.search(text):
        return text
    quoted = [piece for piece in _QUOTED.finditer(text) if _OF_TYPE.search(piece[1])]
    if not quoted:
        return text
    made = _blank(text, 0, len(text))
    for piece in quoted:
        made = f"{made[: piece.start(1)]}{piece[1]};{made[piece.end(1) + 1 :]}"
    told.append(Told(*quoted[0].span(), "note", "only the types that this message quotes are read"))
    return made


def _debugger(text: str, told: list[Told]) -> str:
    """Keep of what gdb prints the type."""
    for found in _PRINTED.finditer(text):
        text = _blank(text, *found.span())
        told.append(
            Told(*found.span(), "note", "what the debugger printed around the type is skipped")
        )
    return text


def _prefixes(text: str, told: list[Told]) -> str:
    """Take out the numbers, bullets and prompts before lines."""
    found = list(_BEFORE.finditer(text))
    for prefix in found:
        text = _blank(text, *prefix.span())
    if found:
        shown = found[0][0].strip()
        told.append(Told(*found[0].span(), "note", f"{shown!r} before the line is skipped"))
    return text


def _question(text: str, told: list[Told]) -> str:
    """Take out the words of a question around the code."""
    head = _HEAD.match(text)
    things = head is not None and re.search(r"pointer|array|function", head[0]) is not None
    typed = head is not None and _TYPED.match(text, head.end()) is not None
    if head and head[0].strip() and (typed or not things):
        text = _blank(text, *head.span())
        told.append(Told(*head.span(), "note", f"{head[0].strip()!r} is skipped"))
    kept = text.rstrip()
    asked = kept.rstrip("? \t\n")
    behind = asked[asked.rfind(";") + 1 :]
    if asked != kept and ";" in asked and _WORDED.search(behind):
        asked = asked[: asked.rfind(";") + 1]
        text = _blank(text, len(asked), len(text))
        told.append(Told(len(asked), len(kept), "note", "the question after the code is skipped"))
    elif asked != kept and asked:
        last = asked[max(asked.rfind(" "), asked.rfind(";")) + 1 :]
        asked = asked.removesuffix(last).rstrip() if last.lower() in _TAIL else asked
        text = _blank(text, len(asked), len(text))
        told.append(Told(len(asked), len(kept), "note", "the question mark is skipped"))
    return text


def _macro(text: str, told: list[Told]) -> str:
    """Keep the body of a macro's definition."""
    found = _DEFINE.match(text)
    if found is None or "\n" in text.strip():
        return text
    told.append(Told(*found.span(), "note", f"what the macro {found[1]} stands for is read"))
    return _blank(text, *found.span())


_STEPS: tuple[Callable[[str, list[Told]], str], ...] = (
    _characters, _entities, _fences, _messages, _debugger, _prefixes, _question, _fences, _macro,
)  # fmt: skip
