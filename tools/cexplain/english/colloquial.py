"""English as people write it, in the words of the grammar: "an int pointer" is a pointer to int.

A sentence that the grammar refuses is said again in its words, one turn of phrase after the other,
and read again. What then still does not fit is refused: no word is passed over, so that no C is
written which the sentence does not say.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple, TypeAlias

from cexplain.english import asking, in_c, sizes, turns
from cexplain.english.patterns import ANY_NAME, BASIC, NAME, NUMBER, ONE, PLURAL, TYPE

Rewrite: TypeAlias = str | Callable[[re.Match[str]], str]


class Spoken(NamedTuple):
    """A sentence in the grammar's words, and the initial value that it gave."""

    text: str
    initializer: str | None


def _width(found: re.Match[str]) -> str:
    """Return the type of <stdint.h> that has so many bits."""
    sign = "u" if "unsigned" in found[0].lower() else ""
    return f"{sign}int{found['bits']}_t"


def _together(found: re.Match[str]) -> str:
    """Return "two ints x and y" with its names first, if there are as many as it counts."""
    names = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", found[3])
    as_many = sizes.digits(found[1]) == str(len(names))
    return f"{' and '.join(names)} are {found[2]}" if as_many else found[0]


_TAKING = re.compile(r"\btak(?:ing|es)\b")

_TURNS: tuple[tuple[str, Rewrite], ...] = (
    # what stands around a sentence
    (r"[\s.!?]+$", ""),
    (r"^(?:An?|The)\b", lambda found: found[0].lower()),
    (r"^\s*let\s+", ""),
    *turns.TURNS,
    (r'"([^"]*\s[^"]*)"', r"\1"),
    (rf"^(?:the\s+)?(?:identifier|variable|name)\s+{NAME}\s+(?=is\b|has\b|points\b)", r"\1 "),
    (r"\bis\s+(?:declared|defined)\s+(?:as|to\s+be)\b", "is"),
    (rf"^declare\s+{NAME}\s+to\s+be\b", r"declare \1 as"),
    (rf"^(?:an?\s+|the\s+)?variable\s+(?!number\b)(?:named\s+|called\s+)?{NAME}\s+(?:which|that)\s+is\b",
     r"\1 is"),
    (rf"^{NAME}\s*=\s*(?=an?\b|the\b|pointer\b|array\b|function\b)", r"\1 is "),
    (rf"^(?:an?\s+|the\s+)?(.*?)\s*\bvariable\s+(?!number\b)(?:named\s+|called\s+)?{NAME}\s+(?:of\s+type\s+)?(.+)$",
     r"\2 is \1 \3"),
    # words for words
    (r"\bptrs\b", "pointers"),
    (r"\b(array|pointer)-(of|to)-", r"\1 \2 "),
    (r"\bfunc(?:tion)?[\s-]+(?:ptr|pointer)(s?)\b", r"function pointer\1"),
    (r"\b(?:args?|params?)\b", lambda found: "arguments" if found[0].endswith("s") else "argument"),
    (r"\b(\w+)-to-(an?-)?(\w+)\b", r"\1 to \3"),
    (r"\b(const|volatile|restrict|atomic)-qualified\b", r"\1"),
    (r"\b(?:read[- ]?only|immutable|unchangeable)\b", "constant"),
    (r"\b(?:mutable|modifiable|non-?const(?:ant)?|writable)\s+", ""),
    (r"\bwide\s+character", "wchar_t"),
    (r"(?<=is a )byte\b|(?<=\d )bytes\b(?!\s*\w)", "unsigned char"),
    (r"\b(to|of) (?:an? )?bytes?(?=\s*$|\s+(?:and|named|called)\b)", r"\1 unsigned char"),
    (rf"\b(?:an?\s+)?string\s+of\s+(?:size|length)?\s*({NUMBER})(?:\s+char(?:acter)?s)?\b",
     r"an array of \1 chars"),
    (r"\b(?:unsigned\s+|signed\s+)?(?P<bits>8|16|32|64)[- ]bit\s+(?:wide\s+)?(?:unsigned\s+|signed"
     r"\s+)?(?:int|integer)s?\b", _width),
    (r"\b(floating[- ]point)\s+(?:number|value)", r"\1"),
    (rf"\b({BASIC})\s+(?:values|variables?|objects|numbers)\b", r"\1"),
    (r"\s+by\s+value\b", ""),
    (r"\bgeneric\s+pointer(s?)\b(?!\s+to\b)", r"pointer\1 to void"),
    # pointers
    (r"\bpointer\s+(const|constant|volatile|restrict)\s+to\b", r"\1 pointer to"),
    (r"\bpointer(s?)\s+(?:(?:that|which)\s+points?|pointing|which\s+is\s+pointing)\s+(?:at|to)\b",
     r"pointer\1 to"),
    (rf"^{NAME}\s+points\s+(?:at|to)\b", r"\1 is a pointer to"),
    (r"\bpointers\s+(?:where|of\s+which)\s+(?:each|every\s+one)\s+points\s+to\b", "pointers to"),
    (rf"\b(static|extern|register)\s+({TYPE})\s+pointer\b(?!\s+to\b)", r"\1 pointer to \2"),
    (rf"^(static|extern|register)\s+(?!.*\bis\b)(.*\S)\s+{NAME}$", r"\3 is a \1 \2"),
    (rf"\bfunction\s+pointer\s+{NAME}\b", r"function pointer named \1"),
    (r"\bcallback\s+functions?\b|(?<!called )(?<!named )\bcallbacks?\b"
     r"(?=\s+(?:taking|that|which|returning|with)\b)",
     "function pointer"),
    (r"\bfunction\s+pointers\b", "pointers to functions"),
    (r"\bfunction\s+pointer\b", "pointer to a function"),
    (rf"\b(?!double\s+pointer)({TYPE})\s+pointer(s?)\b(?!\s+to\b)", r"pointer\2 to \1"),
    # arrays
    (rf"\b({TYPE})\s+array(s?)\s+(?P<name>(?:named|called)\s+\w+\s+)?(?:of|with|having)\s+"
     rf"(?:(?:a\s+)?(?:size|length)\s+(?:of\s+)?)?({NUMBER})(?:\s+elements?)?(?!\s*(?:by|x)\b)",
     lambda found: f"array{found[2]} of {sizes.digits(found[4])} {found[1]} {found['name'] or ''}"),
    (rf"\b({TYPE})\s+array(s?)\b(?!\s+(?:of|with|having|named|called|\d|\[))", r"array\2 of \1"),
    (rf"\barray\s+(?:with|having)\s+(?:a\s+)?(?:size|length)\s+(?:of\s+)?({NUMBER})\s+of\b",
     r"array of \1"),
    (rf"\barray\s+(?:with|having|of|containing)\s+({NUMBER})\s+({TYPE})\s+elements?\b",
     r"array of \1 \2"),
    (rf"\barray\s+of\s+({NUMBER})\s+elements?\s*,\s*each\s+(?:of\s+which\s+)?(?:is\s+)?",
     r"array of \1 "),
    *sizes.TURNS,
    (rf"\b(?:array|matrix)\s+{ANY_NAME}\s+of\s+(?={NUMBER})", r"array named \1 of "),
    (r"\barray\s*((?:\[\w+\]\s*)+)of\b",
     lambda found: "".join(f"array {size} of " for size in re.findall(r"\w+", found[1])).rstrip()),
    (rf"\barray\s*\(\s*(?:of\s+)?size\s+({NUMBER}|\w+)\s*\)\s*of\b", r"array \1 of"),
    (rf"\b({NUMBER})[- ]elements?\s+array\b", r"array of \1"),
    (r"\barray of (\w+) of\b(?! size| length)", r"array \1 of"),
    (r"\barray\s+of\s+an?\s+un(?:specified|known)\s+number\s+of\b", "array of"),
    (rf"\barray\s+(?:with|having|of|containing)\s+({NUMBER})\s+elements?\s*,?\s*(?:each\s+)?"
     r"(?:of(?:\s+type)?|(?:which|that)\s+(?:are|is)(?:\s+of\s+type)?)\s+", r"array of \1 "),
    (r"\barray\s*,?\s*(?:where|in\s+which)\s+(?:each|every)\s+element\s+is\s+(?:of\s+type\s+)?",
     "array of "),
    (r"\barray\s+whose\s+elements\s+are\s+(?:of\s+type\s+)?", "array of "),
    (r"\barray\s+(?:containing|holding|storing)\s+", "array of "),
    (r"\barray\s+of\s+type\s+", "array of "),
    # brackets that only set a phrase apart
    (r"\(\s*((?:of|with|having|containing)\b[^()]*)\)", r"\1"),
    (r"\[\s*((?:an?\s|pointer\b|array\b|function\b)[^\[\]]*)\]", r"\1"),
    # functions
    (r"\b(?:does\s*n[o']t|doesn't|do\s+not|don't)\s+return\s+(?:anything|a\s+value|any\s+value)\b",
     "returns nothing"),
    (r"\b(?:return|returns|returning)\s+(?:no\s+value|no\s+result)\b", "returning nothing"),
    (r"\bfunction(s?)\s+(?:that|which)\s+returns?\s+(.+?)\s+and\s+takes?\s+(.+)$",
     r"function\1 taking \3 and returning \2"),
    (r"\b(?:with|taking)?\s*(?:no|without(?:\s+any)?)\s+(?:parameters?|arguments?)\s+(?:and\s+)?"
     r"(?:without|with\s+no|no)\s+(?:a\s+|any\s+)?(?:return\s+value|result)\b",
     "taking no parameters and returning nothing"),
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
    (rf"\b(?:taking|takes)\s+({NUMBER})\s+(?:parameters|arguments)\s*:\s*", "taking "),
    (r"\s+as\s+(?:an?\s+|its\s+|the\s+)?(?:only\s+)?(?:argument|parameter|input)s?\b", ""),
    (rf"\b({TYPE})\s+(?:parameter|argument)s?\s+(?=(?!and|returning|that|which|whose)\w)",
     lambda found: f"{found[1]} " if _TAKING.search(found.string, 0, found.start()) else found[0]),
    (rf"\b({TYPE})\s+(?:parameter|argument)(s?)\b",
     lambda f: f[1] + f[2] if _TAKING.search(f.string, 0, f.start()) else f[0]),
    (r"\bfunction(s?)\s+(returning\s.+?),\s+(?:and\s+)?taking\s+(.+)$",
     r"function\1 taking \3 and \2"),
    (rf"\b{NAME}\s+and\s+{NAME}\s+as\s+((?:an?\s+)?{PLURAL})", r"\1 as \3, \2 as \3"),
    (rf"\b{NAME}\s+of\s+type\s+", r"\1 as "),
    (rf"\b({TYPE})\s+a(?=\s*(?:,|and\b|\)|returning\b))", r"\1 named a"),
    (rf"(?<=and ){NAME}\s*,\s*(?=an?\s)", r"\1 as "),
    # types
    (r"\bis\s+of\s+type\s+", "is "),
    (rf"^{NAME}\s+has\s+(?:the\s+)?type\s+", r"\1 is "),
    (r"\bis\s+an?\s+(?:type(?:\s+name)?|alias|type\s+alias|name|synonym|other\s+name)\s+(?:for|of)\s+",
     "is a typedef for "),
    (rf"^(?:an?\s+)?(?:new\s+)?(?:type|typedef)\s+(?:named\s+|called\s+)?{NAME}\s+(?:that\s+is|which\s+is|for|as)"
     r"\s+", r"\1 is a typedef for "),
    # bodies
    (rf"^(?:an?\s+)?(?:unsigned\s+)?bit[- ]field\s+{NAME}\s+of\s+(\w+)\s+bits?$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^an?\s+({NUMBER})[- ]bit\s+(?:wide\s+)?(?:unsigned\s+)?bit[- ]?field\s+"
     rf"(?:named\s+|called\s+)?{NAME}$", r"\2 is an unsigned int bit-field of \1 bits"),
    (rf"^{NAME}\s+is\s+an?\s+({NUMBER})[- ]bit(?:\s+wide)?\s+(?:unsigned\s+)?bit[- ]field$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^{NAME}\s+is\s+an?\s+(?:unsigned\s+)?bit[- ]?field\s+of\s+(\w+)\s+bits?$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^{NAME}\s+is\s+an?\s+({TYPE})\s+function\s+(taking\s+(?!.*\breturn).+)$",
     r"\1 is a function \3 and returning \2"),
    # names within the phrase
    (rf"^({NUMBER})\s+({PLURAL})\s+(?:named\s+|called\s+)?(\w+(?:\s*,\s*\w+)*\s*,?\s*and\s+\w+)$",
     _together),
    (rf"^(?!.*\bis\b)(.*?)\s+(?:named|called)\s+{ANY_NAME}$", r"\2 is \1"),
    (rf"^(?!.*\bis\b)((?:.*\s)?(?:pointer\s+to\s+an?\s+function|function|array|pointer))\s+"
     rf"(?:named\s+|called\s+){ANY_NAME}\s+(.+)$", r"\2 is \1 \3"),
    (rf"^(?!.*\bis\b)((?:\w+\s+){{0,3}}?(?:pointer|array)|(?:.*\s)?function)\s+{NAME}\s+"
     rf"(?=(?:to|of|taking|takes|that|which|returning|with|without)\b)(.+)$", r"\2 is \1 \3"),
    (r"^(?!.*\bis\b)((?:.*\s)?function)\s+(a)\s+(taking\b.+)$", r"\2 is \1 \3"),
    (rf"^(?!.*\bis\b)((?:an?\s+)?(?:constant\s+|const\s+)?(?:pointer|array)\s(?:.*\s)?{ONE})\s+{NAME}$",
     r"\2 is \1"),
    (rf"^(?:an?\s+)?({TYPE})\s+{NAME}$", r"\2 is \1"),
)  # fmt: skip

_VALUE = (
    r",?\s*\b(?:(?:which|that)\s+is\s+)?(?:(?:initiali[sz]ed|set)\s+(?:to|with|as)|equal\s+to"
    r"|with\s+(?:an?\s+|the\s+)?(?:initial\s+)?value(?:\s+of)?|starting\s+(?:at|with))\s+"
    r"(-?[\w.]*\w|'[^']+'|\"[^\"]*\")\s*\.?$"
)


_ADVICE: tuple[tuple[str, str, str], ...] = (
    (r"\bat\s+(?:the\s+)?address\b", "an address is not part of a declaration",
     "declare a pointer, and initialize it with the address: (volatile int *)0x40021000"),
    (r"\bstrings?\b", "C has no type for strings: one is kept in an array of char",
     "write an array of 20 chars, or a pointer to char"),
    (r"\b\d+[- ]bit\s+(?:(?:un)?signed\s+)?(?:int|integer)",
     "no type of <stdint.h> has so many bits", "write unsigned _BitInt(24), which C23 has"),
    (r"^(?:the\s+)?return\s+type\s+is\b", "the return type belongs to the function",
     "write a function returning, and then what it returns"),
    (r"\b(?:double|triple)\s+pointer", "this may be a pointer to double, or one to a pointer",
     "write a pointer to double, or a pointer to a pointer to int"),
    (r"\b(?:[23]|two|three)[- ]?d(?:imensional)?\b", "an array needs a size for each dimension",
     "write a 3 by 4 array of ints, or a 2 by 3 by 4 one"),
    (r"\bfunction\s+(?:pointer|ptr)s?\s*\.?$", "what the functions return is missing",
     "write, for example, pointer to function taking an int and returning int"),
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
    text = asking.wanted(" ".join(text.split()))
    text = re.sub(
        rf"^\s*({TYPE}\s+{NAME})\s*=\s*(?=\S+$)", r"\1 set to ", text, flags=re.IGNORECASE
    )
    found = re.search(_VALUE, text, re.IGNORECASE)
    if found:
        text, initializer = text[: found.start()], _value(found[1])
    text = in_c.said_in_english(text, std)
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
