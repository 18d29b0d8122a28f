"""Takes C text apart without a parser: tokens, bodies, declared names.

The oracle must not depend on the engine that it judges, so it has its own, smaller eyes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

_TOKEN = re.compile(
    r"""
      (?P<comment> /\*.*?\*/ | //[^\n]* )
    | (?P<string> (?:u8|[uUL])?"(?:\\.|[^"\\])*" | (?:u8|[uUL])?'(?:\\.|[^'\\])*' )
    | (?P<number> \.?\d(?:[eEpP][+-]|'\w|[\w.])* )
    | (?P<word> [^\W\d]\w* )
    | (?P<digraph> <: | :> | <% | %> )
    | (?P<punctuator> \.\.\. | :: | << | >> | [<>=!]= | && | \|\| | -> | \S )
    | (?P<blank> \s+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_DIGRAPHS = {"<:": "[", ":>": "]", "<%": "{", "%>": "}"}
_SPLICE = re.compile(r"\\\r?\n")
_OPEN = {"(": ")", "[": "]", "{": "}"}
_CLOSE = frozenset(_OPEN.values())

Tokens: TypeAlias = list[str]

QUALIFIERS = {
    "const": "const", "__const": "const", "__const__": "const",
    "volatile": "volatile", "__volatile": "volatile", "__volatile__": "volatile",
    "restrict": "restrict", "__restrict": "restrict", "__restrict__": "restrict",
    "_Atomic": "_Atomic",
}  # fmt: skip
TYPE_WORDS = frozenset(
    "void char short int long float double signed unsigned __signed__ __signed _Bool bool _Complex"
    " __complex__ __complex __int128 __float128 _Float16 _Float32 _Float64 _Float128 _Float32x"
    " _Float64x _Decimal32 _Decimal64 _Decimal128 _BitInt __builtin_va_list".split()
)
STORAGE = {
    "typedef": "typedef", "extern": "extern", "static": "static", "auto": "auto",
    "register": "register", "constexpr": "constexpr", "_Thread_local": "_Thread_local",
    "thread_local": "_Thread_local", "__thread": "_Thread_local", "inline": "inline",
    "__inline": "inline", "__inline__": "inline", "_Noreturn": "_Noreturn",
}  # fmt: skip
TAGGED = frozenset({"struct", "union", "enum"})
CALLED = frozenset(
    "__attribute__ __attribute _Alignas alignas typeof __typeof__ __typeof typeof_unqual asm"
    " __asm__ __asm _BitInt __declspec".split()
)
MACROS = frozenset({"__init", "__iomem", "__user", "asmlinkage", "__must_check", "__extension__"})


def tokens(text: str) -> Tokens:
    """Return the tokens of C text: no comments, no splices, digraphs by their usual spelling."""
    found: Tokens = []
    for match in _TOKEN.finditer(_SPLICE.sub("", text)):
        if match.lastgroup == "digraph":
            found.append(_DIGRAPHS[match[0]])
        elif match.lastgroup not in ("comment", "blank"):
            found.append(match[0])
    return found


def closing(words: Sequence[str], start: int) -> int:
    """Return the index of the bracket that closes the one at `start`; raises ValueError."""
    depth = 0
    for index in range(start, len(words)):
        if words[index] in _OPEN:
            depth += 1
        elif words[index] in _CLOSE:
            depth -= 1
            if depth == 0:
                return index
    raise ValueError("unbalanced brackets")


def split(words: Sequence[str], separator: str) -> list[Tokens]:
    """Return the parts between separators that stand outside all brackets."""
    parts: list[Tokens] = [[]]
    index = 0
    while index < len(words):
        if words[index] in _OPEN:
            end = closing(words, index)
            parts[-1] += words[index : end + 1]
            index = end + 1
        elif words[index] == separator:
            parts.append([])
            index += 1
        else:
            parts[-1].append(words[index])
            index += 1
    return parts


@dataclass(frozen=True, slots=True)
class Body:
    """A body found in a declaration; in `members`, inner bodies are replaced by their tags."""

    keyword: str
    tag: str
    before: tuple[str, ...]
    members: tuple[str, ...]
    after: tuple[str, ...]

    def text(self, suffix: str = "") -> str:
        """Return the definition as C, its tag lengthened by `suffix`."""
        attributes, underlying = _without_colon(self.before), _colon(self.before)
        head = " ".join((self.keyword, *attributes, self.tag + suffix, *underlying))
        members = " ".join(self.members)
        return f"{head} {{ {members} }} {' '.join(self.after)};\n"


@dataclass(frozen=True, slots=True)
class Flattened:
    """Tokens in which every body has a tag: with the bodies, without, and the bodies themselves."""

    kept: Tokens
    flat: Tokens
    bodies: list[Body]


def flatten(words: Tokens, prefix: str) -> Flattened:
    """Return the tokens with all bodies named, bodies innermost first; raises ValueError.

    A body without a tag gets one made from `prefix` and its number. Anonymous
    members keep their bodies: with a tag they would declare nothing.
    """
    namer = _Flattener(prefix)
    kept, flat = namer.walk(words, inside=False)
    return Flattened(kept, flat, namer.bodies)


class _Flattener:
    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._unnamed = 0
        self.bodies: list[Body] = []

    def walk(self, words: Sequence[str], *, inside: bool) -> tuple[Tokens, Tokens]:
        kept: Tokens = []
        flat: Tokens = []
        index = 0
        while index < len(words):
            if words[index] not in TAGGED:
                kept.append(words[index])
                flat.append(words[index])
                index += 1
                continue
            keyword = words[index]
            brace, tag, before = _head(words, index + 1, keyword)
            if words[brace : brace + 1] != ["{"]:
                kept += words[index:brace]
                flat += words[index:brace]
                index = brace
                continue
            end = closing(words, brace)
            anonymous = inside and tag is None and keyword != "enum" and _anonymous(words, end + 1)
            if tag is None and not anonymous:
                tag = f"{self._prefix}_{self._unnamed}"
                self._unnamed += 1
            inner_kept, inner_flat = self.walk(words[brace + 1 : end], inside=True)
            if tag is None:
                kept += [keyword, *before, "{", *inner_kept, "}"]
                flat += [keyword, *before, "{", *inner_flat, "}"]
                index = end + 1
                continue
            index = _attributes_end(words, end + 1)
            after = words[end + 1 : index]
            self.bodies.append(Body(keyword, tag, tuple(before), tuple(inner_flat), tuple(after)))
            kept += [
                keyword,
                *_without_colon(before),
                tag,
                *_colon(before),
                "{",
                *inner_kept,
                "}",
                *after,
            ]
            flat += [keyword, tag]
        return kept, flat


def _colon(before: Sequence[str]) -> Sequence[str]:
    return before[before.index(":") :] if ":" in before else ()


def _without_colon(before: Sequence[str]) -> Sequence[str]:
    return before[: before.index(":")] if ":" in before else before


def _head(words: Sequence[str], index: int, keyword: str) -> tuple[int, str | None, Tokens]:
    """Return where a tagged type's head ends, its tag, and its attributes and underlying type."""
    tag: str | None = None
    before: Tokens = []
    while index < len(words):
        word = words[index]
        if word in CALLED or list(words[index : index + 2]) == ["[", "["]:
            end = closing(words, index + 1 if word in CALLED else index)
            before += words[index : end + 1]
            index = end + 1
        elif tag is None and is_word(word) and word not in QUALIFIERS:
            tag = word
            index += 1
        elif word == ":" and keyword == "enum" and "{" in split(words[index:], ";")[0]:
            # An underlying type; `enum color : 3;` without a body is an unnamed bit-field.
            end = list(words).index("{", index)
            before += words[index:end]
            index = end
        else:
            break
    return index, tag, before


def is_word(token: str) -> bool:
    """Return whether the token is an identifier or a keyword."""
    return token[0].isalpha() or token[0] == "_"


def _attributes_end(words: Sequence[str], index: int) -> int:
    while index < len(words) and words[index] in ("__attribute__", "__attribute"):
        index = closing(words, index + 1) + 1
    return index


def _anonymous(words: Sequence[str], index: int) -> bool:
    rest = split(words[index:], ";")[0]
    return not any(word not in QUALIFIERS for word in strip_calls(rest))


def strip_calls(words: Sequence[str]) -> Tokens:
    """Return the tokens without attributes, alignments and asm labels; typeof(…) becomes int."""
    out: Tokens = []
    index = 0
    while index < len(words):
        word = words[index]
        called = word in CALLED or word == "_Atomic"
        if called and list(words[index + 1 : index + 2]) == ["("]:
            if "typeof" in word or word in ("_BitInt", "_Atomic"):
                out.append("int")
            index = closing(words, index + 1) + 1
        elif list(words[index : index + 2]) == ["[", "["]:
            index = closing(words, index) + 1
        else:
            if word not in MACROS:
                out.append(word)
            index += 1
    return out


@dataclass(frozen=True, slots=True)
class Named:
    """A member by its name; a bit-field has no address."""

    name: str
    bit_field: bool


def members(words: Sequence[str]) -> list[Named]:
    """Return the named members of a structure's body, those of anonymous members among them."""
    found: list[Named] = []
    for declaration in split(words, ";"):
        stripped = strip_calls(declaration)
        if "{" in stripped:  # an anonymous member
            start = stripped.index("{")
            found += members(stripped[start + 1 : closing(stripped, start)])
            continue
        for place, declarator in enumerate(split(stripped, ",")):
            parts = split(declarator, ":")
            name = _declared_name(parts[0], specified=place > 0)
            if name is not None:
                found.append(Named(name, len(parts) > 1))
    return found


def _declared_name(words: Sequence[str], *, specified: bool) -> str | None:
    """Return the first word that is no specifier: a lone word before it is a typedef name."""
    typed = specified
    index = 0
    while index < len(words):
        word = words[index]
        if word in TAGGED:
            index, typed = index + 2, True
            continue
        if word in TYPE_WORDS:
            typed = True
        elif is_word(word) and word not in QUALIFIERS and word not in STORAGE:
            if typed:
                return word
            typed = True
        index += 1
    return None


def enumerators(words: Sequence[str]) -> list[str]:
    """Return the names of an enumeration's constants."""
    return [part[0] for part in split(words, ",") if part]
