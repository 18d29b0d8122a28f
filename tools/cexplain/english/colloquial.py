"""English as people write it, in the words of the grammar: "an int pointer" is a pointer to int.

A sentence that the grammar refuses is said again in its words, one turn of phrase after the other,
and read again. What then still does not fit is refused: no word is passed over, so that no C is
written which the sentence does not say.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeAlias

from cexplain.english import in_c
from cexplain.reading.vocabulary import NUMBERS

_NUMBER = rf"(?:\d+|{'|'.join(NUMBERS)})"
_BASIC = (
    r"(?:unsigned|signed|short|long|int|char|float|double|void|bool|_bool|integer|character|boolean"
    r"|size_t|wchar_t)"
)
_NAMED = r"(?:(?:struct|structure|union|enum)\s+\w+|\w*[a-z0-9]_t|[A-Z]\w+)"
_QUALIFIER = r"(?:const|constant|volatile|atomic|static|extern|register)"
_ONE = rf"(?:{_BASIC}(?:\s+{_BASIC})*|(?-i:{_NAMED}))"
_TYPE = rf"(?:(?:{_QUALIFIER}\s+)*{_ONE})"
_PLURAL = rf"(?:(?:{_QUALIFIER}\s+)*(?:{_BASIC}\s+)*(?:{_BASIC}s?|(?-i:{_NAMED})))"
# A name of the reader's own: no word that the phrases hold.
_WORDS = (
    "a an the to of is as are and or with that which who whose taking takes take returning returns "
    "return pointer pointers array arrays function functions struct structure union enum int char "
    "float double void long short unsigned signed const constant volatile static extern restrict "
    "variable variables type types at in for from into by each element elements value values "
    "named called no nothing has have having containing holding points pointing parameter argument "
    "parameters arguments typedef register inline atomic typeof bool matrix declare "
    "initialised initialized set equal holds contains receiving expecting accepting accepts"
)
_NAME = rf"(?!(?:{'|'.join(_WORDS.split())})\b)([A-Za-z_]\w*)"
_ANY_NAME = rf"(?!(?:{'|'.join(_WORDS.split()[1:])})\b)([A-Za-z_]\w*)"  # "a" among them

Rewrite: TypeAlias = str | Callable[[re.Match[str]], str]


class Spoken(NamedTuple):
    """A sentence in the grammar's words, and the initial value that it gave."""

    text: str
    initializer: str | None


def _size(found: re.Match[str]) -> str:
    """Return a two-dimensional array's sizes one after the other."""
    rows, columns = found["rows"], found["columns"]
    return f"array {_digits(rows)} of array {_digits(columns)} of"


def _digits(number: str) -> str:
    return NUMBERS.get(number.lower(), number)


def _width(found: re.Match[str]) -> str:
    """Return the type of <stdint.h> that has so many bits."""
    sign = "u" if "unsigned" in found[0].lower() else ""
    return f"{sign}int{found['bits']}_t"


_TAKING = re.compile(r"\btak(?:ing|es)\b")

_TURNS: tuple[tuple[str, Rewrite], ...] = (
    # what stands around a sentence
    (r"[\s.!?]+$", ""),
    (r"^(?:An?|The)\b", lambda found: found[0].lower()),
    (r"^\s*(?:please\s+|let\s+|now\s+)", ""),
    (r"^(?:declare|create|make|write|define|i\s+(?:want|need)|give\s+me)\s+(?=an?\b|the\b)", ""),
    (r'"([^"]*\s[^"]*)"', r"\1"),
    (rf"^(?:the\s+)?(?:identifier|variable|name)\s+{_NAME}\s+(?=is\b|has\b|points\b)", r"\1 "),
    (r"\bis\s+(?:declared|defined)\s+(?:as|to\s+be)\b", "is"),
    (rf"^declare\s+{_NAME}\s+to\s+be\b", r"declare \1 as"),
    (rf"^(?:an?\s+|the\s+)?variable\s+(?!number\b)(?:named\s+|called\s+)?{_NAME}\s+(?:which|that)\s+is\b",
     r"\1 is"),
    (r"^((?:an?\s+)?(?:struct|structure|union|enum|enumeration))\s+(?:named|called)\s+(?=\w)",
     r"\1 "),
    (rf"^{_NAME}\s*=\s*(?=an?\b|the\b|pointer\b|array\b|function\b)", r"\1 is "),
    (rf"^(?:an?\s+|the\s+)?(.*?)\s*\bvariable\s+(?!number\b)(?:named\s+|called\s+)?{_NAME}\s+(?:of\s+type\s+)?(.+)$",
     r"\2 is \1 \3"),
    # words for words
    (r"\bptrs\b", "pointers"),
    (r"\bfunc(?:tion)?[\s-]+(?:ptr|pointer)(s?)\b", r"function pointer\1"),
    (r"\b(?:args?|params?)\b", lambda found: "arguments" if found[0].endswith("s") else "argument"),
    (r"\b(\w+)-to-(an?-)?(\w+)\b", r"\1 to \3"),
    (r"\b(const|volatile|restrict|atomic)-qualified\b", r"\1"),
    (r"\b(?:read[- ]?only|immutable|unchangeable)\b", "constant"),
    (r"\b(?:mutable|modifiable|non-?const(?:ant)?|writable)\s+", ""),
    (r"\bwide\s+character", "wchar_t"),
    (r"(?<=is a )byte\b|(?<=\d )bytes\b(?!\s*\w)", "unsigned char"),
    (rf"\b(?:an?\s+)?string\s+of\s+(?:size|length)?\s*({_NUMBER})(?:\s+char(?:acter)?s)?\b",
     r"an array of \1 chars"),
    (r"\b(?:unsigned\s+|signed\s+)?(?P<bits>8|16|32|64)[- ]bit\s+(?:wide\s+)?(?:unsigned\s+|signed"
     r"\s+)?(?:int|integer)s?\b", _width),
    (r"\b(floating[- ]point)\s+(?:number|value)", r"\1"),
    (rf"\b({_BASIC})\s+(?:values|variables?|objects|numbers)\b", r"\1"),
    (r"\s+by\s+value\b", ""),
    (r"\bgeneric\s+pointer(s?)\b(?!\s+to\b)", r"pointer\1 to void"),
    # pointers
    (r"\bpointer\s+(const|constant|volatile|restrict)\s+to\b", r"\1 pointer to"),
    (r"\bpointer(s?)\s+(?:(?:that|which)\s+points?|pointing|which\s+is\s+pointing)\s+(?:at|to)\b",
     r"pointer\1 to"),
    (rf"^{_NAME}\s+points\s+(?:at|to)\b", r"\1 is a pointer to"),
    (rf"\bfunction\s+pointer\s+{_NAME}\b", r"function pointer named \1"),
    (r"\bfunction\s+pointers\b", "pointers to functions"),
    (r"\bfunction\s+pointer\b", "pointer to a function"),
    (rf"\b(?!double\s+pointer)({_TYPE})\s+pointer(s?)\b(?!\s+to\b)", r"pointer\2 to \1"),
    # arrays
    (rf"\b({_TYPE})\s+array(s?)\s+(?P<name>(?:named|called)\s+\w+\s+)?(?:of|with|having)\s+"
     rf"(?:(?:a\s+)?(?:size|length)\s+(?:of\s+)?)?({_NUMBER})(?:\s+elements?)?(?!\s*(?:by|x)\b)",
     lambda found: f"array{found[2]} of {_digits(found[4])} {found[1]} {found['name'] or ''}"),
    (rf"\b({_TYPE})\s+array(s?)\b(?!\s+(?:of|with|having|named|called|\d|\[))", r"array\2 of \1"),
    (rf"\barray\s+(?:with|having)\s+(?:a\s+)?(?:size|length)\s+(?:of\s+)?({_NUMBER})\s+of\b",
     r"array of \1"),
    (rf"\barray\s+(?:with|having|of|containing)\s+({_NUMBER})\s+({_TYPE})\s+elements?\b",
     r"array of \1 \2"),
    (rf"\barray\s+of\s+({_NUMBER})\s+elements?\s*,\s*each\s+(?:of\s+which\s+)?(?:is\s+)?",
     r"array of \1 "),
    (rf"\b(?:2d|(?:two|2)[- ]dimensional)\s+array\s+of\s+({_PLURAL})\s+(?:with|of|having)\s+"
     rf"({_NUMBER})\s+rows?\s+(?:and|by)\s+({_NUMBER})\s+columns?",
     lambda f: f"array {_digits(f[2])} of array {_digits(f[3])} of {f[1]}"),
    (rf"\b({_NUMBER})\s*x\s*({_NUMBER})\s*x\s*({_NUMBER})\s+array\s+of\b",
     lambda f: " ".join(f"array {_digits(f[place])} of" for place in (1, 2, 3))),
    (rf"\b(?:2d|(?:two|2)[- ]dimensional)\s+array\s+(?:{_NAME}\s+)?of\s+(?P<t>{_PLURAL})\s+"
     rf"(?P<r>{_NUMBER})\s*(?:by|x)\s*(?P<c>{_NUMBER})",
     lambda f: f"array {_digits(f['r'])} of array {_digits(f['c'])} of {f['t']}"
     + (f" named {f[1]}" if f[1] else "")),
    (rf"\b(?:(?:2d|(?:two|2)[- ]dimensional)\s+)?(?:array|matrix)\s+{_ANY_NAME}\s+of\s+"
     rf"(?={_NUMBER})", r"array named \1 of "),
    (rf"\b(?:(?:2d|(?:two|2)[- ]dimensional)\s+)?array(?P<n>\s+named\s+\w+)?\s+of\s+"
     rf"(?P<rows>{_NUMBER})\s+rows?\s+(?:and|by)\s+(?P<columns>{_NUMBER})\s+columns?\s+of\b",
     lambda found: f"array{found['n'] or ''} {_size(found)[6:]}"),
    (rf"\b(?:(?:2d|(?:two|2)[- ]dimensional)\s+)?(?:array|matrix)\s+of\s+(?P<rows>{_NUMBER})"
     rf"\s*(?:by|x)\s*(?P<columns>{_NUMBER})\b", _size),
    (rf"\b(?P<rows>{_NUMBER})\s*(?:by|x)\s*(?P<columns>{_NUMBER})\s+(?:array|matrix)\s+of\b",
     _size),
    (r"\barray\s*((?:\[\w+\]\s*)+)of\b",
     lambda found: "".join(f"array {size} of " for size in re.findall(r"\w+", found[1])).rstrip()),
    (rf"\barray\s*\(\s*(?:of\s+)?size\s+({_NUMBER}|\w+)\s*\)\s*of\b", r"array \1 of"),
    (rf"\b({_NUMBER})[- ]elements?\s+array\b", r"array of \1"),
    (r"\barray of (\w+) of\b(?! size| length)", r"array \1 of"),
    (rf"\barray\s+of\s+(?:type\s+)?({_PLURAL})\s+(?:with|of|having)\s+(?:a\s+)?(?:size|length)\s+"
     rf"(?:of\s+)?({_NUMBER})\b", r"array of \2 \1"),
    (r"\barray\s+of\s+an?\s+un(?:specified|known)\s+number\s+of\b", "array of"),
    (rf"\barray\s+(?:with|having|of|containing)\s+({_NUMBER})\s+elements?\s*,?\s*(?:each\s+)?"
     r"(?:of\s+type|(?:which|that)\s+(?:are|is)(?:\s+of\s+type)?)\s+", r"array of \1 "),
    (r"\barray\s*,?\s*(?:where|in\s+which)\s+(?:each|every)\s+element\s+is\s+(?:of\s+type\s+)?",
     "array of "),
    (r"\barray\s+whose\s+elements\s+are\s+(?:of\s+type\s+)?", "array of "),
    (r"\barray\s+(?:containing|holding|storing)\s+", "array of "),
    (r"\barray\s+of\s+type\s+", "array of "),
    # brackets that only set a phrase apart
    (r"\(\s*(of\b[^()]*)\)", r"\1"),
    (r"\[\s*((?:an?\s|pointer\b|array\b|function\b)[^\[\]]*)\]", r"\1"),
    # functions
    (r"\b(?:does\s*n[o']t|doesn't|do\s+not|don't)\s+return\s+(?:anything|a\s+value|any\s+value)\b",
     "returns nothing"),
    (r"\b(?:return|returns|returning)\s+(?:no\s+value|no\s+result)\b", "returning nothing"),
    (r"\bno\s+parameters?\s+(?:or|and\s+no)\s+return\s+value\b",
     "no parameters and returning nothing"),
    (r"\b(?:,?\s*(?:and\s+)?(?:with|whose)\s+(?:a\s+)?return\s+type(?:\s+(?:is|of))?|(?:and\s+)?"
     r"(?:gives?|giving)\s+back|(?:and\s+)?yield(?:s|ing))\s+", " returning "),
    (r"\bfunction(s?)\s+from\s+(.+?)\s+to\s+", r"function\1 taking \2 and returning "),
    (r"\b(?:that|which|who)\s+(?:take|accept|receive|expect|have|has|takes|accepts|receives|expects)"
     r"\s+", "taking "),
    (r"\b(?:receiving|expecting|having|given|receives|expects)\s+(?!members)", "taking "),
    (r"\b(?:and|that|which)\s+return\s+", "and returning "),
    (r"\b(?<=function )return\s+", "returning "),
    (r"\b(taking|takes)\s+(?:nothing|\(\s*void\s*\)|void)(?=\s+(?:and|returning))",
     r"\1 no parameters"),
    (r"\bfunction(s?)\s+(?:each\s+)?with\s+", r"function\1 taking "),
    (r"\b(taking\s+(?:an?\s+)?)(?:one\s+|a\s+)?(?:parameter|argument)\s+(?:of\s+type|(?:that|which)\s+"
     r"(?:is|has\s+type))\s+", r"\1"),
    (r"\b(?:one|an?)\s+(?:parameter|argument)\s+(?:of\s+type|taking\s+type|with\s+type)\s+",
     "one "),
    (r"\b(taking|takes)\s+an?\s+(?:unspecified|variable)\s+number\s+of\s+"
     r"(?:parameters|arguments)\b", r"\1 ..."),
    (r"\band\s+an?\s+(?:unspecified|variable|unknown)\s+number\s+of\s+(?:other\s+|more\s+|further\s+)?"
     r"(?:parameters|arguments)\b(\s+and\b)?", ", ... and"),
    (rf"\b(?:taking|takes)\s+({_NUMBER})\s+(?:parameters|arguments)\s*:\s*", "taking "),
    (r"\s+as\s+(?:an?\s+|its\s+|the\s+)?(?:only\s+)?(?:argument|parameter|input)s?\b", ""),
    (rf"\b({_TYPE})\s+(?:parameter|argument)s?\s+(?=(?!and|returning|that|which|whose)\w)",
     lambda found: f"{found[1]} " if _TAKING.search(found.string, 0, found.start()) else found[0]),
    (rf"\b({_TYPE})\s+(?:parameter|argument)(s?)\b",
     lambda f: f[1] + f[2] if _TAKING.search(f.string, 0, f.start()) else f[0]),
    (r"\bfunction(s?)\s+(returning\s.+?),\s+(?:and\s+)?taking\s+(.+)$",
     r"function\1 taking \3 and \2"),
    (rf"\b{_NAME}\s+and\s+{_NAME}\s+as\s+((?:an?\s+)?{_PLURAL})", r"\1 as \3, \2 as \3"),
    (rf"\b{_NAME}\s+of\s+type\s+", r"\1 as "),
    (rf"(?<=and ){_NAME}\s*,\s*(?=an?\s)", r"\1 as "),
    # types
    (r"\bis\s+of\s+type\s+", "is "),
    (rf"^{_NAME}\s+has\s+(?:the\s+)?type\s+", r"\1 is "),
    (r"\bis\s+an?\s+(?:type(?:\s+name)?|alias|type\s+alias|name|synonym|other\s+name)\s+(?:for|of)\s+",
     "is a typedef for "),
    (rf"^(?:an?\s+)?(?:type|typedef)\s+(?:named\s+|called\s+)?{_NAME}\s+(?:that\s+is|which\s+is|for|as)"
     r"\s+", r"\1 is a typedef for "),
    # bodies
    (r"^(?:an?\s+)?(struct|structure|union)\s+(\w+)\s+(?:with|has|having|containing|that\s+has)"
     r"(?!.*[({])(?:\s+the)?(?:\s+(?:members|fields))?\s+(?!no\s)(.+)$",
     lambda found: f"{found[1]} {found[2]} has members ({_listed(found[3])})"),
    (r"^(?:an?\s+)?(enum|enumeration)\s+(\w+)\s+(?:with|has|having|containing|of)(?:\s+the)?"
     r"(?:\s+(?:constants?|values?|members|enumerators))?\s+(?!no\s)"
     r"(\w+(?:\s*=\s*-?\w+)?(?:\s*(?:,\s*and|,|and)\s+\w+(?:\s*=\s*-?\w+)?)*)$",
     lambda found: f"{found[1]} {found[2]} has constants "
     f"({', '.join(re.split(r' *(?:,? and|,) +', found[3]))})"),
    (rf"^(?:an?\s+)?(?:unsigned\s+)?bit[- ]field\s+{_NAME}\s+of\s+(\w+)\s+bits?$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^{_NAME}\s+is\s+an?\s+({_NUMBER})[- ]bit(?:\s+wide)?\s+(?:unsigned\s+)?bit[- ]field$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^{_NAME}\s+is\s+an?\s+(?:unsigned\s+)?bit[- ]?field\s+of\s+(\w+)\s+bits?$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^{_NAME}\s+is\s+an?\s+({_TYPE})\s+function\s+(taking\s+(?!.*\breturn).+)$",
     r"\1 is a function \3 and returning \2"),
    # names within the phrase
    (rf"^(?!.*\bis\b)(.*?)\s+(?:named|called)\s+{_NAME}$", r"\2 is \1"),
    (rf"^(?!.*\bis\b)((?:.*\s)?(?:pointer\s+to\s+an?\s+function|function|array|pointer))\s+"
     rf"(?:named\s+|called\s+){_ANY_NAME}\s+(.+)$", r"\2 is \1 \3"),
    (rf"^(?!.*\bis\b)((?:\w+\s+){{0,3}}?(?:pointer|array)|(?:.*\s)?function)\s+{_NAME}\s+"
     rf"(?=(?:to|of|taking|takes|that|which|returning|with)\b)(.+)$", r"\2 is \1 \3"),
    (r"^(?!.*\bis\b)((?:.*\s)?function)\s+(a)\s+(taking\b.+)$", r"\2 is \1 \3"),
    (rf"^(?!.*\bis\b)((?:an?\s+)?(?:constant\s+|const\s+)?(?:pointer|array)\s(?:.*\s)?{_ONE})\s+{_NAME}$",
     r"\2 is \1"),
    (rf"^(?:an?\s+)?({_TYPE})\s+{_NAME}$", r"\2 is \1"),
)  # fmt: skip

_VALUE = (
    r",?\s*\b(?:(?:which|that)\s+is\s+)?(?:(?:initiali[sz]ed|set)\s+(?:to|with|as)|equal\s+to"
    r"|with\s+(?:an?\s+|the\s+)?(?:initial\s+)?value(?:\s+of)?|starting\s+(?:at|with))\s+"
    r"(-?[\w.]+|'[^']+'|\"[^\"]*\")\s*\.?$"
)


def _listed(members: str) -> str:
    """Return the members of a structure as a list: "x and y of type int" is two of them."""
    found = re.fullmatch(r"(\w+)\s+and\s+(\w+)\s+(?:of\s+type|as)\s+(.+)", members)
    return f"{found[1]} as {found[3]}, {found[2]} as {found[3]}" if found else members


_ADVICE: tuple[tuple[str, str, str], ...] = (
    (r"\bat\s+(?:the\s+)?address\b", "an address is not part of a declaration",
     "declare a pointer, and initialize it with the address: (volatile int *)0x40021000"),
    (r"\bstrings?\b", "C has no type for strings: one is kept in an array of char",
     "write an array of 20 chars, or a pointer to char"),
    (r"^(?:the\s+)?return\s+type\s+is\b", "the return type belongs to the function",
     "write a function returning, and then what it returns"),
    (r"\b(?:double|triple)\s+pointer", "this may be a pointer to double, or one to a pointer",
     "write a pointer to double, or a pointer to a pointer to int"),
    (r"\bnull\s+pointer", "that it is null is a value, and no part of the type",
     "write a pointer to int, and what it points to"),
)  # fmt: skip


def advice(text: str) -> tuple[str, str, int, int] | None:
    """Return what no declaration can say, with its place and what to say instead."""
    for pattern, message, instead in _ADVICE:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            return message, instead, found.start(), found.end()
    return None


@cache
def _turns() -> tuple[tuple[re.Pattern[str], Rewrite], ...]:
    """Return the turns of phrase, compiled when a sentence needs them."""
    return tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in _TURNS)


def spoken(text: str, std: str) -> Spoken:
    """Return a sentence in the words of the grammar, as far as its turns of phrase are known."""
    initializer = None
    found = re.search(_VALUE, text, re.IGNORECASE)
    if found:
        text, initializer = text[: found.start()], _value(found[1])
    text = in_c.said_in_english(" ".join(text.split()), std)
    for _ in range(4):  # one turn makes room for another
        before = text
        for pattern, said in _turns():
            text = pattern.sub(said, text)
        text = " ".join(text.split())
        if text == before:
            break
    return Spoken(text, initializer)


def _value(text: str) -> str:
    return {"zero": "0", "one": "1", "null": "NULL"}.get(text.lower(), text)
