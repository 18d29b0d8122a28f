"""What pages, terminals and tools set around C: tags, prompts, numbers, marks of a difference.

Each step takes a text and returns one in which that is set to spaces, so that every place stays
where it was; what was done is added to a list.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from cexplain.diagnostics import Severity


class Told(NamedTuple):
    """One thing that was passed over: where it stands first, and what is said of it."""

    start: int
    end: int
    severity: Severity
    message: str


KEYWORD = (
    r"(?:int|char|void|float|double|long|short|unsigned|signed|const|volatile|static|extern"
    r"|struct|union|enum|typedef|_Bool|bool|auto|register|inline|size_t)\b"
)
_PREFIX = (
    r"[ \t]*(?:"
    r"[\w./+-]+\.(?:c|h|cc|cpp|cxx|hpp)(?::\d+:(?:\d+:)?|-\d+-)"  # what grep and compilers print
    r"|\"[\w./+-]+\",?[ ]line[ ]\d+[.:]?"
    r"|(?:\$|%|#(?=[ ]" + KEYWORD + r")|>>>|[A-Za-z]{1,12}>|\w+@[\w.~:/-]+[$#>])[ ]"
    r"(?:[ ]*(?:cexplain|cdecl|explain)\b)*"
    r"|\d{1,5}[ ]?[.:)|](?=[ \t])|\d{1,5}[|](?=[ \t]*\w)"
    r"|In[ ]\[\d+\]:(?=[ ])|[(]?(?:[a-z0-9]{1,2}|[A-Z]|[ivx]{1,4})[.):](?=[ \t]+" + KEYWORD + r")"
    r"|\[\d{1,5}\](?=[ \t]*" + KEYWORD + r")|\d{1,5}(?=[ \t]+" + KEYWORD + r")"
    r"|(?i:example|question|exercise|answer|note|code|line|listing|figure|given|in[ ]c|output"
    r"|input|ex"
    r"|e\.g|i\.e|l|declaration)\.?,?[ ]?(?:\d+(?:[.-]\d+)*)?[ ]?[.:)]?(?<=[.:)\d])"
    r"(?=[ \t]+" + KEYWORD + r")"
    r"|Q\.?[ ]?\d*[.:)](?=[ \t])|(?:>[ \t]?)+(?=\w)|[|][ \t]+(?=\w)"
    r"|[-+*\u2022\u00b7](?=[ \t]*\w)"
    r")"
)
_ENTITY = re.compile(r"(?:&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d?);)+")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n`]*$"
                    r"|^[ \t]*(?:\{\{\{|\}\}\}|\{(?:no)?(?:code|format)[^{}\n]*\})[ \t]*$"
                    r"|\\(?:begin|end)\{\w+\}(?:\[[^\]\n]*\])?", re.M)  # fmt: skip
_HOLDS_CODE = re.compile(rf"\b{KEYWORD}|\*[ ]?\w")
_TAGS = re.compile(
    r"</?(?:code|pre|br|p|b|i|tt|em|strong|kbd|samp|span|div|blockquote|li|ul|ol|a|td|tr|font)\b[^<>]*>"
    r"|\[/?(?:code|c|cpp|c\+\+|quote|pre|tt)(?:=[^\]\n]*)?\]",
    re.IGNORECASE,
)
_ARGUMENT = r"[ ]*+(?P<quote>['\"])(?P<code>(?:(?!(?P=quote))[^\n])+)(?P=quote)"
_ECHO = re.compile(rf"^[ \t]*+(?:[$%>#][ ]++)?echo[ ]{_ARGUMENT}[ ]*+\|[^|\n]*+$", re.M)
_HERE = re.compile(rf"^[ \t]*+(?:[$%>#][ ]++)?\w++[^<\n]*+<<<{_ARGUMENT}[ ]*+$", re.M)
_TICKS = re.compile(r"(?P<ticks>`{1,3})(?:(?:c|cpp|C)[ ](?=\S))?(?P<code>[^`\n]+)(?P=ticks)")
_WORD = re.compile(r"[A-Za-z_]\w*")
_STARS = re.compile(r"^[ \t]*(\*\*|__)(?P<code>[^*_\s].*)\1[ \t]*$", re.M)
_MESSAGE = re.compile(
    r"\b(?:error|warning|note)(?:[ ][A-Z]+\d+)?:|\bexpected '|\bof type '|\bincompatible\b"
    r"|\bcannot convert\b"
    r"|\bundefined reference\b"
)
_QUOTED = re.compile(r"[`']([^`'\n]+)'")
_OF_TYPE = re.compile(rf"\b{KEYWORD}|\*")
_EXPECTED = re.compile(r"\bexpected\b.*\b(?:before|after|at)\b")
_SAID = re.compile(r"(?:[\w./+-]+:\d+:(?:\d+:)?[ ])?(?:fatal[ ])?(?:error|warning|note):[ ]\w")
_PRINTED = re.compile(
    r"^[ \t]*(?:\((?:gdb|lldb)\)[ ](?:ptype|whatis|p|print|x|info|list|l|expr)\b[^\n]*"
    r"|type[ \t]*=|\$\d+[ ]=)"
    r"|<[\w.+@]+>[ \t]*$",
    re.M,
)
_FLAT = r"\([^()=\n]*+\)"
_GROUP = rf"\((?:[^()=\n]|{_FLAT})*+\)"
_TYPE = rf"\((?:[^()=\n]|{_GROUP})*+\)"
_NUMBERED_VALUE = r"^[ \t]*+\$\d++[ ]=[ ]"
_GDB = re.compile(rf"{_NUMBERED_VALUE}(?P<code>{_TYPE})[ ]?[^\s;][^\n]*$", re.M)
_GDB_FUNCTION = re.compile(
    rf"{_NUMBERED_VALUE}\{{(?P<code>[^{{}}\n]*\([^{{}}\n]*\))\}}[ ]0x[^\n]*$", re.M
)
_LLDB = re.compile(
    rf"^[ \t]*+(?P<code>(?P<type>{_TYPE})[ ](?P<name>\$?\w++))[ ]=[ ](?!=)[^\n]*(?<!;)$", re.M
)
_UNTYPED = re.compile(
    r"\((?:gdb|lldb)\)[ ]*+(?:[A-Za-z][^\n]*)?"
    r"|(?:\([gl]l?db\)[^\n]*\n)*(?P<value>\$\d++)[ ]=[ ][^;]*"
)
_SIMPLE = re.compile(r"\([\w \t]*+[\w \t*]*+\)")
_BEFORE = re.compile(rf"^{_PREFIX}", re.M)
_NUMBERED = re.compile(r"^[ \t]*(\d{1,6})(?:[ ]?[:.|)]|(?=[ \t])|$)", re.M)
_HUNK = re.compile(
    r"^(?:diff[ ]--git[ ][^\n]*|index[ ][0-9a-f]+\.\.[^\n]*|---[ ][^\n]*|\+\+\+[ ][^\n]*"
    r"|@@[^\n]*)$",
    re.M,
)
_CHANGED = re.compile(r"^[-+](?![-+])(?=[ \t]*[\w}{#/*(])", re.M)


def blank(text: str, start: int, end: int) -> str:
    """Return a text with spaces from one offset to another; lines stay."""
    kept = "".join(sign if sign == "\n" else " " for sign in text[start:end])
    return text[:start] + kept + text[end:]


def taken(
    text: str, told: list[Told], pattern: re.Pattern[str], message: str, shown: bool = False
) -> str:
    """Blank all that a pattern finds, and tell it once."""
    found = list(pattern.finditer(text))
    for one in found:
        text = blank(text, *one.span())
    if found:
        first = found[0]
        said = f"{first[0].strip()!r} {message}" if shown else message
        told.append(Told(*first.span(), "note", said))
    return text


def _only(text: str, found: list[re.Match[str]]) -> str:
    """Keep of a text what each match holds as its code, as a declaration of its own."""
    made = blank(text, 0, len(text))
    for one in found:
        start, end = one.span("code")
        made = made[:start] + text[start:end] + made[end:]
        if end < len(made) and text[end - 1] != ";":
            made = f"{made[:end]};{made[end + 1 :]}"
    return made


def entities(text: str, told: list[Told]) -> str:
    """Put the characters that a page's source names; the room that is left stands behind them."""
    found = list(_ENTITY.finditer(text))
    if not found:
        return text
    from html import unescape  # noqa: PLC0415 - seldom needed

    first = None
    for run in reversed(found):
        said = unescape(run[0])
        if said != run[0] and len(said) <= len(run[0]):
            text = text[: run.start()] + said.ljust(len(run[0])) + text[run.end() :]
            first = run
    if first is not None:
        message = f"{first[0]} is read as the character it names"
        told.append(Told(*first.span(), "note", message))
    return text


def tags(text: str, told: list[Told]) -> str:
    """Take out the tags of a page or a forum, and stars that make text bold."""
    text = taken(text, told, _TAGS, "is skipped", shown=True)
    found = list(_STARS.finditer(text))
    if found:
        text = _only(text, found)
        told.append(Told(*found[0].span(1), "note", "the marks around the code are skipped"))
    return text


def shell(text: str, told: list[Told]) -> str:
    """Keep of a command what it hands to another."""
    found = [*_ECHO.finditer(text), *_HERE.finditer(text)]
    if not found:
        return text
    told.append(Told(*found[0].span(), "note", "the command around the code is skipped"))
    return _only(text, found)


def fences(text: str, told: list[Told]) -> str:
    """Take out the lines and quotes that set code apart on a page."""
    text = taken(text, told, _FENCE, "the fence around the code is skipped")
    if "`" in text and not _MESSAGE.search(text):
        found = list(_TICKS.finditer(text))
        if found and not _around_is_c(text):
            text = _only(text, found)
            told.append(Told(*found[0].span(), "note", "only the code in backquotes is read"))
    whole = text.strip()
    start = text.find(whole) if whole else 0
    kept = whole.rstrip(",")
    for quote in ("`", '"', "'"):
        if len(kept) > 2 and kept[0] == quote == kept[-1] and quote not in kept[1:-1]:
            if quote != "`" and not _HOLDS_CODE.search(kept, 1, len(kept) - 1):
                continue  # 'a' and "abc" are values
            text = blank(text, start, start + 1)
            text = blank(text, start + len(kept) - 1, start + len(whole))
            told.append(Told(start, start + 1, "note", "the quotes around the code are skipped"))
    return text


def _around_is_c(text: str) -> bool:
    """Return whether backquotes are a slip in C: around them are words, and all are C's."""
    words = _WORD.findall(_TICKS.sub(" ", text))
    return bool(words) and all(re.fullmatch(KEYWORD, word) for word in words)


def messages(text: str, told: list[Told]) -> str:
    """Keep of a compiler's message the types that it quotes, each as a text of its own."""
    if not _MESSAGE.search(text):
        return text
    quoted = _types_in(text)
    if not quoted:
        return text
    made = blank(text, 0, len(text))
    for piece in quoted:
        made = f"{made[: piece.start(1)]}{piece[1]};{made[piece.end(1) + 1 :]}"
    told.append(Told(*quoted[0].span(), "note", "only the types that this message quotes are read"))
    return made


def _types_in(text: str) -> list[re.Match[str]]:
    """Return the types that a compiler's message quotes: `expected ';' before 'int'` has none."""
    if _EXPECTED.search(text):
        return []
    return [piece for piece in _QUOTED.finditer(text) if _OF_TYPE.search(piece[1])]


def is_message(text: str) -> bool:
    """Whether a text is one line of a compiler's that quotes no type."""
    text = text.strip()
    said = "\n" not in text and ";" not in _QUOTED.sub("", text) and _SAID.match(text)
    return bool(said) and not _types_in(text)


def debugger(text: str, told: list[Told]) -> str:
    """Keep of what a debugger prints the type, and the name of a variable."""
    message = "what the debugger printed around the type is skipped"
    found = [*_GDB.finditer(text), *_GDB_FUNCTION.finditer(text)]
    values = [*_LLDB.finditer(text)]
    if not found and not values:
        return taken(text, told, _PRINTED, message)
    made = _only(text, [*found, *values])
    for one in values:
        start, end = one.span("type")
        if _SIMPLE.fullmatch(one["type"]):  # (int *) p = 0x1000: the name may follow the type
            made = blank(blank(made, start, start + 1), end - 1, end)
        else:
            made = blank(made, *one.span("name"))
    told[:] = [one for one in told if made[one.start] != " " or text[one.start] == " "]
    told.append(Told(*[*found, *values][0].span(), "note", message))
    return made


def printed_by_debugger(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a debugger's line that tells no type, and what to do."""
    found = _UNTYPED.fullmatch(text.strip())
    if found is None:
        return None
    if found["value"] is None:
        return "this is a command for the debugger", "give what the debugger prints after it"
    return (
        "the debugger printed a value without its type",
        f"ask it for the type with 'whatis {found['value']}', and give what it prints",
    )


def difference(text: str, told: list[Told]) -> str:
    """Take out the marks of a difference between two versions, from all its lines."""
    hunks = _HUNK.search(text) is not None
    lines = [line for line in text.splitlines() if line.strip()]
    marked = [line for line in lines if _CHANGED.match(line)]
    if not hunks and not (len(marked) == len(lines) or len({line[0] for line in marked}) > 1):
        return text
    text = taken(text, told, _HUNK, "the lines that say where the difference is are skipped")
    if marked:
        text = taken(text, told, _CHANGED, "before the line is skipped", shown=True)
    return text


def numbers(text: str, told: list[Told]) -> str:
    """Take out the numbers of the lines, where each line has its own."""
    lines = [line for line in text.splitlines() if line.strip()]
    found = list(_NUMBERED.finditer(text))
    counted = [int(one[1]) for one in found]
    rising = all(one < other for one, other in pairwise(counted))
    if len(lines) < 2 or len(found) != len(lines) or not rising:
        return text
    return taken(text, told, _NUMBERED, "before the line is skipped", shown=True)


def prefixes(text: str, told: list[Told]) -> str:
    """Take out the numbers, bullets and prompts before lines."""
    return taken(text, told, _BEFORE, "before the line is skipped", shown=True)
