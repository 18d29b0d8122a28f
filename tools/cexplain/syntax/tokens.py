"""The lexer: text to preprocessing tokens with exact spans (6.4).

White space and comments are skipped, splices (backslash-newline) and trigraphs
are undone, digraphs are given their usual spelling; the spans are always those
of the text as it came in.
"""

import re
from functools import cache
from typing import NamedTuple

from cexplain.diagnostics import Diagnostic
from cexplain.source import Lines, Span


class Token(NamedTuple):
    """A token: its kind, its spelling without splices, and where it stands."""

    kind: str  # "word", "number", "string", "character", "punctuator"
    text: str
    start: int
    end: int


DIGRAPHS = {"\u2026": "...", "<:": "[", ":>": "]", "<%": "{", "%>": "}", "%:": "#"}
TRIGRAPHS = {
    "=": "#", "(": "[", ")": "]", "<": "{", ">": "}",
    "/": "\\", "'": "^", "!": "|", "-": "~",
}  # fmt: skip

_CAREFUL = r"""
      (?P<skip>       [ \t\r\n\f\v]+ | //[^\n]* | /\*(?s:.*?)\*/ )
    | (?P<string>     (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*+" )
    | (?P<character>  (?:u8|[uUL])?'(?:[^'\\\n]|\\.)++' )
    | (?P<word>       (?:[^\W\d]|\$|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})
                      (?:[\w$]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})* )
    | (?P<number>     \.?[0-9] (?: [eEpP][+-] | '(?=\w) | [\w.] )* )
    | (?P<unfinished> /\*(?s:.*) )
    | (?P<hash>       \# )
    | (?P<punctuator> \.\.\. | \u2026 | @(?=\ *(?:"|[0-9])) | <: | :> | <% | %> | %:
                      | <<= | >>= | :: | -> | \+\+ | -- | << | >> | [<>=!]= | && | \|\|
                      | [-+*/%&|^]= | [-+*/%&|^~!<>=?:;,.()[\]{}] )
    """
_USUAL = re.compile(
    r"""
    ( (?: [ \t\r\n\f\v]+ | //[^\n]* | /\*(?s:.*?)(?:\*/|\Z) )*+ )
    ( (?:u8|[uUL])(?: "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)++'? )
    | (?:[^\W\d]|\$) [\w$]*+
    | [;,()*[\]] (?!=) | \.\.\. | <<= | >>= | <[:%] | :[:>] | %[:>] | -> | \+\+ | --
    | << | >> | [<>=!]= | && | \|\| | [-+*/%&|^]=
    | \.?[0-9] (?: [eEpP][+-] | '(?=\w) | [\w.] )*
    | "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)++'? | (?s:.) | \Z )
    """,
    re.VERBOSE,
)
"""White space and the token behind it: any character is one where nothing else is.

What is never closed goes to the end of its line, or of the text, so that nothing is read twice.
"""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KINDS = {
    **dict.fromkeys(f"{_LETTERS}{_LETTERS.upper()}_$", "word"),
    **dict.fromkeys("0123456789", "number"),
    **dict.fromkeys(",;()[]{}*=>+-&|^~!?", "punctuator"),
}
"""The kinds of tokens by their first character; for others `_kind` looks closer."""
_PREFIXES = frozenset("uUL")
_QUOTES = frozenset("\"'")
_DIGRAPH = "digraph"
_new = tuple.__new__

# Compiled where they are needed: a start of the command that needs none is faster.
_SPLICE = r"\\[ \t]*\r?\n"
_SPLICE_OR_TRIGRAPH = r"(?:\?\?/|\\)[ \t]*\r?\n|\?\?(?P<trigraph>[=()<>/'!-])"

_FOREIGN_QUOTES = frozenset("\u201c\u201d\u201e\u2018\u2019\u00b4`")

UNFINISHED = {
    '"': ("string", "this string literal has no closing quote", 'put a " where the string ends'),
    "'": ("character", "this character constant has no closing quote", "put a ' where it ends"),
    "/": ("comment", "this comment is never closed", "put */ where the comment ends"),
}


def _undo_splices(text: str, trigraphs: bool) -> tuple[str, list[int] | None]:
    """Return the text without splices and trigraphs, and each character's old offset."""
    if "\\" not in text and not (trigraphs and "??" in text):
        return text, None
    undone = re.compile(_SPLICE_OR_TRIGRAPH if trigraphs else _SPLICE)
    if not undone.search(text):
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for found in undone.finditer(text):
        pieces.append(text[position : found.start()])
        offsets.extend(range(position, found.start()))
        if trigraphs and found["trigraph"]:
            pieces.append(TRIGRAPHS[found["trigraph"]])
            offsets.append(found.start())
        position = found.end()
    pieces.append(text[position:])
    offsets.extend(range(position, len(text) + 1))
    return "".join(pieces), offsets


def tokenize(text: str, lines: Lines, std: str) -> tuple[list[Token], list[Diagnostic]]:
    """Return the tokens of `text` under a standard such as "c17", and what could not be read.

    Preprocessing directives are skipped: the text is read as it stands.
    """
    trigraphs = not std.startswith("gnu") and not std.endswith("23")
    plain, offsets = _undo_splices(text, trigraphs)
    tokens: list[Token] = []
    problems: list[Diagnostic] = []
    position, length = 0 if offsets else _usual(plain, tokens), len(plain)
    if position == length:
        return tokens, problems
    match = _careful().match
    append = tokens.append
    make = Token._make
    blank = _at_line_start(plain, position)  # whether nothing stands before in the line
    while position < length:
        found = match(plain, position)
        kind = found.lastgroup if found is not None else "unfinished"
        if kind == "unfinished" or found is None or kind is None:
            position = _report(plain, position, offsets, lines, problems)
            blank = False
            continue
        end = found.end()
        spelling = plain[position:end]
        if kind == "skip":
            blank = spelling[0] != "/" and (blank or "\n" in spelling)
            position = end
            continue
        if kind == "hash":
            if blank:
                line_end = plain.find("\n", position)
                position = length if line_end < 0 else line_end
                continue
            kind = "punctuator"
        blank = False
        if kind == "punctuator" and spelling in DIGRAPHS:
            spelling = DIGRAPHS[spelling]
        start = position
        position = end
        if offsets is not None:
            start, end = offsets[start], offsets[end - 1] + 1
        append(make((kind, spelling, start, end)))
    return tokens, problems


@cache
def _careful() -> re.Pattern[str]:
    """Return the pattern, compiled where a text needs care: few do, and it takes a while."""
    return re.compile(_CAREFUL, re.VERBOSE)


def _usual(plain: str, into: list[Token]) -> int:
    """Add the tokens of a text up to the first that needs care; return the offset of that.

    Nearly every text is read to its end here, in half the time.
    """
    append, kinds = into.append, _KINDS
    position = 0
    for skipped, spelling in _USUAL.findall(plain):
        start = position + len(skipped)
        if not spelling:
            return position if _may_be_open(skipped) else start
        first = spelling[0]
        kind = kinds.get(first)
        if kind is None or (first in _PREFIXES and not _QUOTES.isdisjoint(spelling)):
            kind = _kind(spelling)
            if kind is None:
                if first == "\\" and into and into[-1].end == start:
                    return into.pop().start  # \u may go on with the word before it
                return start
        position = start + len(spelling)
        if kind is _DIGRAPH:
            append(_new(Token, ("punctuator", DIGRAPHS[spelling], start, position)))
        else:
            append(_new(Token, (kind, spelling, start, position)))
    return position


def _kind(text: str) -> str | None:
    """Return what kind of token begins with a rare character, None where to take care."""
    first = text[0]
    if text in DIGRAPHS:
        return _DIGRAPH
    if first in _QUOTES or (first in _PREFIXES and not _QUOTES.isdisjoint(text)):
        return _quoted(text)
    if first in "<:%/.":
        return "number" if len(text) > 1 and text[1].isdecimal() else "punctuator"
    return "word" if first.isalnum() and not first.isdecimal() else None


def _quoted(text: str) -> str | None:
    """Return what kind of literal a text is, None if it is never closed."""
    opening = text.lstrip("u8UL")
    body = opening[:-1]
    escaped = (len(body) - len(body.rstrip("\\"))) % 2
    if not body or opening[-1] != opening[0] or escaped:
        return None
    return "string" if opening[0] == '"' else "character"


def _may_be_open(skipped: str) -> bool:
    """Whether the last comment of what stands behind the last token may have no end."""
    ending = skipped.rstrip()
    return "/*" in ending and (ending.endswith("/*/") or not ending.endswith("*/"))


def _at_line_start(text: str, position: int) -> bool:
    return not text[text.rfind("\n", 0, position) + 1 : position].strip()


def _report(
    text: str, position: int, offsets: list[int] | None, lines: Lines, problems: list[Diagnostic]
) -> int:
    """Record what is wrong at `position` and return where to go on."""
    character = text[position]
    start = offsets[position] if offsets is not None else position
    if character in UNFINISHED:
        what, message, advice = UNFINISHED[character]
        end = text.find("\n", position)
        end = len(text) if end < 0 or what == "comment" else end
        if text.startswith("''", position) and text[position + 2 : position + 3] != "'":
            message, advice = "this character constant is empty", "put one character in it"
            end = position + 2
        rule = f"unfinished-{what}"
    else:
        rule, (advice, end) = "stray-character", _strays(text, position)
        shown = character if character.isprintable() else f"U+{ord(character):04X}"
        message = f"stray character '{shown}': no token of C begins with it"
        if end > position + 1:
            many = f"{end - position:,} stray characters, the first of them '{shown}'"
            message = f"{many}: no token of C begins with one"
    stop = offsets[end] if offsets is not None else end
    line, column = lines.position(start)
    problems.append(Diagnostic("error", rule, message, line, column, Span(start, stop), advice))
    return end


def _strays(text: str, position: int) -> tuple[str, int]:
    """Return the advice for a stray character, and where the run of those like it ends."""
    advice = _stray_advice(text[position])
    end, match = position + 1, _careful().match
    while end < len(text) and text[end] not in UNFINISHED and match(text, end) is None:
        if _stray_advice(text[end]) != advice:
            break
        end += 1
    return advice, end


def _stray_advice(character: str) -> str:
    if character in _FOREIGN_QUOTES:
        return "C's quotes are the straight ones: \" and '"
    if character == "\\":
        return "a backslash is only allowed before a newline or inside quotes"
    return "take it out"
