"""What stands around C where people copy it from: characters, comments, the words of a question.

Each is set to spaces, or to the character that is meant, so that every place stays where it was.
It is asked for where a text cannot be read as it stands, or begins with a word of a question.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from cexplain import copied
from cexplain.copied import KEYWORD, Told, blank, taken
from cexplain.oddly import OPENERS, OPENING, PROSE


class Cleaned(NamedTuple):
    """A text without what stands around the C, and what was done; no place has moved."""

    text: str
    told: tuple[Told, ...]


_SPACES = "\u00a0\u2007\u202f\u2002\u2003\u2009\u200a\u3000\u200b\u200c\u200d\u2060\ufeff"
_MEANT = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u2217": "*",
    "\u00d7": "*",
    **dict.fromkeys("\u2039\u203a", '"'),
}
_TWO = {"\u2264": "<=", "\u2265": ">=", "\u2260": "!=", "\u2192": "->"}
"""Signs that C writes with two characters: the space beside one makes room."""
_ASKING = (
    rf"(?:{OPENING}|is|do|the|this|that|a|an|of|following|type|in|c|to|code|for|me|you|i|mean)"
)
_MOST = 100_000
_LITERAL = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"?|\'(?:[^\'\\\n]|\\.)*+\'?|/\*(?s:.*?)(?:\*/|\Z)|//[^\n]*'
)
_CLOSED_OTHERWISE = re.compile("[\"'][^\"'\u201c\u201d\u2018\u2019\n]*[\u201d\u2019][^\"'\n]*")
_HEAD = re.compile(rf"\s*{OPENING}[\s:]+(?:{_ASKING}[\s:]+)*(?=\S)", re.IGNORECASE)
_TYPED = re.compile(KEYWORD)
_KEYWORD = re.compile(rf"\b{KEYWORD}")
_WORDS = rf"(?:(?:{PROSE})\b[,:]?[ \t]*)"
_LEAD = re.compile(
    rf"\s*(?:{OPENERS})\b[,:]?[ \t]*{_WORDS}*(?:(?:of|is|in)[ ]&?\w+[ ](?:in|where|if"
    rf"|when)[ ])?(?=['\"]?{KEYWORD})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?<=\s)(?P<sign>vs\b\.?|versus|and(?:[ ]a)?|or|against|from|with)\s++(?={KEYWORD})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:(?<=[\])};\w])[ ]+(?:mean|means|meaning|is|are|was|does|declares?|in[ "
    r"]c|please|what|why|how|which|right"
    r"|valid|legal|correct|do|called|for|here)\b|(?<=[\])};])[ ]+"
    r"(?:a|an|the|so|because|but|not|instead|when|which|since|that|if[ ]i)\b"
    r"|(?<=[\])};\w])[ ]*(?:=+>|-+>|--+|:)[ "
    r"]+(?=(?:an?|the|array|pointer|function|is|this|\w+[ ]is)\b)"
    r"|(?<=;)[ ]*=[ ]+(?=(?:an?|array|pointer|function)\b))"
    r"[^;{}]*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?<=[\w\])};*])\s*[?!.,\u2026]+\s*$")
_WORDED = re.compile(r"\b(?:what|is|does|how|why|mean|means|which)\b", re.IGNORECASE)
_PROSE_LINE = re.compile(
    rf"^[ \t]*(?:{PROSE})\b[^;{{}}()\[\]*=#<>\n]*[?:.!,]?[ \t]*$", re.IGNORECASE | re.M
)
_COMMENT = re.compile(r"\A\s*(?:/\*(?P<block>(?s:.*?))(?:\*/)?\s*\Z|(?P<lines>(?://[^\n]*\s*)+)\Z)")
_DEFINE = re.compile(r"\s*#\s*define\s+(\w+)(\([^()\n]*\))?[ \t]+(?=\S)")
_TAGGED = re.compile(r"\b(?:struct|union|enum|class)\b[^;{}()=]*+\{")
_LEFT_OUT = re.compile(
    r"(?<=[;}])\s*+\.\.\.+\s*+[;,]?|(?<=\{)\s*+\.\.\.+\s*+[;,]?(?=\s*[^\s}])"
    r"|,\s*+\.\.\.+(?=\s*+[,}])|(?<=\w)(?<!struct)(?<!union)(?<!enum)\s*+\{\s*+\.\.\.+\s*+;?\s*+\}"
)
"""Dots for members or constants, and braces with nothing else."""
_CALCULATED = re.compile(r"[A-Za-z_]\w*\s*(?:[-+*/%&|^<>]|[=!]=)[^;{}#]*[^*;\s]\s*")


def cleaned(text: str) -> Cleaned | None:
    """Return a text without what stands around it, None where nothing does."""
    if len(text) > _MOST:
        return None
    told: list[Told] = []
    before = text
    for step in _STEPS:
        text = step(text, told)
    return None if text == before else Cleaned(text, tuple(told))


def _characters(text: str, told: list[Told]) -> str:
    """Put C's characters for those that look like them, outside of C's own quotes."""
    if text.isascii():
        return text
    whole = text.strip()
    if len(whole) > 2 and whole[0] in "\u201c\u00ab" and whole[-1] in "\u201d\u00bb":
        start = text.index(whole)
        text = blank(blank(text, start, start + 1), start + len(whole) - 1, start + len(whole))
        told.append(Told(start, start + 1, "note", "the quotes around the code are skipped"))
    made = list(text)
    found: list[int] = []
    position = 0
    for literal in [*_LITERAL.finditer(text), None]:
        stop = len(text) if literal is None else literal.start()
        if literal is not None and _CLOSED_OTHERWISE.fullmatch(literal[0]):
            stop = literal.end()  # "abc\u201d
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
    for at in range(1, len(text)):
        if text[at] in _TWO and " " in (made[at - 1], text[at + 1 : at + 2]):
            start = at - 1 if made[at - 1] == " " and made[at + 1 : at + 2] != [" "] else at
            made[start : start + 2] = _TWO[text[at]]
            told.append(Told(at, at + 1, "warning", f"{text[at]} is read as {_TWO[text[at]]}"))
    if "\u2026" in text:
        at = text.index("\u2026")
        told.append(Told(at, at + 1, "warning", "\u2026 is read as ..."))
    return "".join(made)


def _comments(text: str, told: list[Told]) -> str:
    """Read what is in a comment where nothing else is, and take out the rest of one cut off."""
    found = _COMMENT.match(text)
    if found is not None and _KEYWORD.search(text):
        for mark in re.finditer(r"/\*\*?|\*/|//|^[ \t]*+\*(?=\s|$)", text, re.M):
            text = blank(text, *mark.span())
        told.append(Told(found.start(), found.end(), "note", "the text of the comment is read"))
        return text
    end = text.find("*/")
    if end >= 0 and "/*" not in text[:end]:
        text = blank(text, 0, end + 2)
        told.append(Told(0, end + 2, "note", "the end of the comment is skipped"))
    return text


def _sentences(text: str, told: list[Told]) -> str:
    """Take out the lines that are words alone, where another line is not."""
    found = list(_PROSE_LINE.finditer(text))
    if not found or "\n" not in text.strip():
        return text
    made = text
    for line in found:
        if not _TYPED.match(line[0].strip()) and len(line[0].split()) > 1:
            made = blank(made, *line.span())
    if made == text or not made.strip():
        return text
    told.append(Told(*found[0].span(), "note", f"{found[0][0].strip()!r} is skipped"))
    return made


def _question(text: str, told: list[Told]) -> str:
    """Take out the words of a question around the code."""
    lead = _LEAD.match(text)
    head = lead or _HEAD.match(text)
    things = head is not None and re.search(r"pointer|array|function", head[0]) is not None
    typed = head is not None and _TYPED.match(text[head.end() :].lstrip("'\"")) is not None
    if head and head[0].strip() and (typed or not things):
        text = blank(text, *head.span())
        told.append(Told(*head.span(), "note", f"{head[0].strip()!r} is skipped"))
    kept = text.rstrip()
    asked = kept.rstrip("? \t\n")
    behind = asked[asked.rfind(";") + 1 :]
    if asked != kept and ";" in asked and _WORDED.search(behind):
        asked = asked[: asked.rfind(";") + 1]
        text = blank(text, len(asked), len(text))
        told.append(Told(len(asked), len(kept), "note", "the question after the code is skipped"))
        return text
    ending = _ENDING.search(text)
    if ending is not None:
        text = blank(text, *ending.span())
        mark = "the question mark" if "?" in ending[0] else repr(ending[0].strip())
        told.append(Told(*ending.span(), "note", f"{mark} is skipped"))
    return _between(_words_behind(text, told), told)


def _words_behind(text: str, told: list[Told]) -> str:
    """Take out what is said of the code behind it."""
    last = text.rfind("\n", 0, len(text.rstrip())) + 1
    tail = _TAIL.search(text, last)
    if tail is None or "//" in text[last:] or "/*" in text[last:]:
        return text
    told.append(Told(*tail.span(), "note", f"{tail[0].strip()!r} is skipped"))
    return blank(text, *tail.span())


def _between(text: str, told: list[Told]) -> str:
    """Put a semicolon for the word between two declarations: "int *p vs int q"."""
    found = list(_BETWEEN.finditer(text))
    for one in found:
        start, end = one.span()
        text = f"{blank(text, start, end)[:start]};{blank(text, start, end)[start + 1 :]}"
    if found:
        message = f"the declarations around {found[0]['sign']!r} are read"
        told.append(Told(*found[0].span("sign"), "note", message))
    return text


def _dots(text: str, told: list[Told]) -> str:
    """Take out the dots that stand for members or constants that were left out."""
    if "..." not in text or not _TAGGED.search(text):
        return text
    return taken(text, told, _LEFT_OUT, "'...' is skipped, which stands for what was left out")


def _macro(text: str, told: list[Told]) -> str:
    """Keep the body of a macro's definition, as an expression where it computes something."""
    found = _DEFINE.match(text)
    if found is None or "\n" in text.strip():
        return text
    told.append(Told(*found.span(), "note", f"what the macro {found[1]} stands for is read"))
    body = text[found.end() :]
    text = blank(text, *found.span())
    if _CALCULATED.fullmatch(body) and not _TYPED.match(body):
        text = f"{text[: found.end() - 1]}({text[found.end() :]})"
    return text


_STEPS: tuple[Callable[[str, list[Told]], str], ...] = (
    _characters, copied.entities, _characters, copied.tags, _comments, copied.shell, _sentences,
    copied.fences, copied.messages, copied.debugger, copied.difference, copied.numbers,
    copied.prefixes, _question, copied.fences, _dots, _macro,
)  # fmt: skip
