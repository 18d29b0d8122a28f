"""Turns of phrase that say more than a word for a word: what cannot be changed, lists, bodies.

One stands before another that would find its own words in what the first one finds.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from cexplain.english import sizes
from cexplain.english.patterns import ANY_NAME, NAME, NUMBER, ONE, PLURAL, QUALIFIER, SIZE, TYPE

Rewrite: TypeAlias = str | Callable[[re.Match[str]], str]

_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}


def _large(found: re.Match[str]) -> str:
    """Return a number above twenty, in words, in digits."""
    tens, unit = found["tens"].lower(), found["unit"]
    return str(_TENS[tens] + (int(sizes.digits(unit)) if unit else 0))


def _reordered(found: re.Match[str]) -> str:
    """Return a function whose result was said first with what it takes first."""
    return f"function{found['n']} taking {found['takes']} and returning {found['gives']}"


def _listed(members: str) -> str:
    """Return the members of a structure as a list: "x and y of type int" is two of them."""
    members = re.sub(
        r"(\w)\s*,\s*(?:both|all)\s+(?:are\s+|of\s+type\s+)?(?=\w)", r"\1 as ", members
    )
    found = re.fullmatch(r"(\w+)\s+and\s+(\w+)\s+(?:of\s+type|as)\s+(.+)", members)
    return f"{found[1]} as {found[3]}, {found[2]} as {found[3]}" if found else members


def _body(found: re.Match[str]) -> str:
    """Return a structure with its members as a list; that of its own tag is a pointer to it."""
    keyword, tag, said = found[1], (found[2] or "").strip(), _listed(found[3])
    if not tag:
        return f"unnamed {keyword} with members ({said})"
    kind = "union" if keyword.lower() == "union" else "struct"
    said = re.sub(
        rf"\bto\s+(?:an?\s+)?{tag}\b(?!\s+(?:named|called)\s+{tag}\b)", f"to {kind} {tag}", said
    )
    return f"{keyword} {tag} has members ({said})"


def _constants(found: re.Match[str]) -> str:
    """Return an enumeration with its constants as a list."""
    listed = ", ".join(re.split(r" *(?:,? and|,) +", found[3]))
    if not found[2]:
        return f"unnamed {found[1]} with constants ({listed})"
    return f"{found[1]} {found[2]} has constants ({listed})"


TURNS: tuple[tuple[str, Rewrite], ...] = (
    (rf"\b(?:2d|(?:two|2)[- ]dimensional)\s+({TYPE})\s+array\s+(?:of|with|having)\s+({NUMBER})\s+"
     rf"rows?\s+(?:and|by)\s+({NUMBER})\s+columns?",
     lambda f: f"array {sizes.digits(f[2])} of array {sizes.digits(f[3])} of {f[1]}"),
    (r"^((?:an?\s+)?)(?:global|local)\s+(?!is\b|as\b|are\b)", r"\1"),
    (r"\b(struct|structure|union|enum|enumeration)\s+(?:named|called)\s+(?=\w)", r"\1 "),
    (rf"\b(?<!unnamed )(?:an?\s+)?(?!(?:unnamed|anonymous)\b){NAME}\s+(struct|structure"
     rf"|union)\b(?!\s+(?!(?:and|pointer|named|called|returning)\b)\w)",
     r"\2 \1"),
    (r"\b(pointers?)\s+(?:that|which)\s+(?:is|are)\s+(?:const(?:ant)?|fixed)\s+to\b",
     r"constant \1 to"),
    (r"\b(pointers?)\s+(?:that|which)\s+(?:can\s*not|can't|must\s+not|may\s+not)\s+(?:be\s+)?"
     r"(?:changed?|modified|reassigned)\s+to\b", r"constant \1 to"),
    (rf"\b({TYPE})\s+(?:that|which)\s+(?:(?:is|are)\s+(?:never\s+(?:changed|modified|written)|const(?:ant)?)"
     r"|(?:can\s*not|can't|must\s+not|may\s+not)\s+(?:be\s+)?(?:changed?|modified|written))",
     r"constant \1"),
    (rf"\b({TYPE})\s+(?:that|which)\s+(?:is|are)\s+(volatile|atomic)\b", r"\2 \1"),
    (rf"\b(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<unit>one|two|three|four|five|six|seven|eight"
     rf"|nine))?\b",
     _large),
    (r"\b(?:an?|one)\s+hundred\b(?!\s+(?:and|thousand|\d))", "100"),
    (r"\b(?:an?|one)\s+thousand\b(?!\s+(?:and|\d))", "1000"),
    (r"\bfile\s+pointer(s?)\b", r"pointer\1 to FILE"),
    (r"\b(bool|boolean)\s+(?:flag|switch)\b", r"\1"),
    (rf"\b(?:an?\s+)?({TYPE})\s+buffer\s+(?:of|with)\s+(?:(?:size|length)\s+)?({NUMBER}|[a-z]\w*)$",
     r"an array of \2 \1"),
    (rf"\bbuffer\s+(?:of|for|holding)\s+(?={NUMBER}\s)", "array of "),
    (r"\b(?:method|routine|subroutine|procedure)(?=\s+(?:\w+\s+)?(?:taking|takes|returning|returns|that"
     r"|which|with)\b)", "function"),
    (r"\b(takes|taking)\s+in\s+", r"\1 "),
    (r"\band\s+gives\s+(?!back)", "and returning "),
    (r"(?<=is a )byte\b|(?<=array of )bytes\b|(?<=\d )bytes\b(?!\s*\w)", "unsigned char"),
    (r"\b(?:generic|untyped)\s+pointer(s?)\b(?!\s+to\b)", r"pointer\1 to void"),
    (r"\bdouble\s+pointer(s?)\s+to\b|\bpointer\s+pointer(s?)\s+to\b",
     lambda found: f"pointer{found[1] or found[2] or ''} to a pointer to"),
    (r"\btriple\s+pointer(s?)\s+to\b", r"pointer\1 to a pointer to a pointer to"),
    (rf"\bpointer(s?)\s+of\s+(?:type\s+)?((?:an?\s+)?{TYPE})\b(?!\s*\*)", r"pointer\1 to \2"),
    (r"\bpointers\s*,?\s+each\s+(?:pointing\s+)?to\b", "pointers to"),
    (rf"\b({TYPE})\s+array\s+pointer(s?)\b(?!\s+(?:to|of|array|pointer)\b)",
     r"pointer\2 to an array of \1"),
    (rf"\b({TYPE})\s+pointer\s+array(s?)\s+(?:of|with|having)\s+(?:(?:a\s+)?(?:size|length)\s+)?"
     rf"({NUMBER})(?:\s+elements)?$", r"array\2 of \3 pointers to \1"),
    (rf"\b({TYPE})\s+array\s+pointer\s+array\b", r"array of pointers to arrays of \1"),
    (rf"\b({TYPE})\s+pointer\s+array(s?)\b(?!\s+(?:of|with|having|pointer|array)\b)",
     r"array\2 of pointers to \1"),
    (rf"\barray\s+(?:of|with)\s+(?:(?:a|the)\s+)?(?:size|length)\s+({SIZE})\s+(?:containing|holding|storing|with)\s+",
     r"array of \1 "),
    (rf"\barray\s+(?:with|having|holding)\s+({NUMBER})\s+(?!elements?\b|rows?\b)(?={PLURAL})",
     r"array of \1 "),
    (rf"\barray\s+of\s+((?:pointers\s+to\s+)?{PLURAL})\s+(?:of|with|having)\s+(?:a\s+)?(?:size|length)\s+(?:of\s+)?"
     rf"({SIZE})$", r"array of \2 \1"),
    (rf"\barray\s+{NAME}\s+of\s+(?:size|length)\s+({SIZE})\s+(?:of|containing|holding)\s+",
     r"array named \1 of \2 "),
    (rf"\barray\s+of\s+({SIZE})\s+elements\s+of\s+type\s+", r"array of \1 "),
    (r"\bfunction(s?)\s+of\s+no\s+(?:parameters|arguments)\b", r"function\1 taking no parameters"),
    (rf"\b(?:with|taking|takes|has|having)\s+{NUMBER}\s+(?:parameters|arguments)\s*[,:]\s*"
     r"(?=an?\b|the\b|int\b|char\b)", "taking "),
    (rf"^{NAME}\s+returns?\s+((?!.*\bfunction).+?),?\s+and\s+(?:takes?|accepts?)\s+(.+)$",
     r"\1 takes \3 and returns \2"),
    (r"\bfunction(?P<n>s?)\s+returning\s+(?P<gives>(?:(?!\bfunction|\btaking|\breturn).)+?),?\s+(?:and\s+)?"
     r"(?:(?:that|which)\s+)?(?:taking|takes|take|accepts|accepting|with)\s+"
     r"(?P<takes>(?:(?!\breturn).)+)$", _reordered),
    (rf"^{NAME}\s+is\s+an?\s+({TYPE})\s+function$", r"\1 is a function returning \2"),
    (r"\band\s+an?\s+(?:unspecified|variable|unknown)\s+number\s+of\s+(?:other\s+|more\s+|further\s+)?"
     r"(?:parameters|arguments)\b(?:\s*,?\s+and\b|\s*,)?", ", ... and"),
    (rf"^typedef\s+(.+)\s+as\s+{NAME}$", r"\2 is a typedef for \1"),
    (rf"^(?:an?\s+)?(?:typedef|alias|synonym)\s+(?:of|for)\s+(.+?)\s+(?:named|called)\s+{NAME}$",
     r"\2 is a typedef for \1"),
    (rf"^(?:an?\s+)?(?:alias|synonym)\s+(?:named\s+|called\s+)?{NAME}\s+(?:for|of)\s+",
     r"\1 is a typedef for "),
    (r"\bis\s+an?\s+typedef\s+of\s+", "is a typedef for "),
    (r"^(?:an?\s+)?(struct|structure|union)\s+((?!with\b|has\b|of\b|having\b|containing\b)\w+\s+)?"
     r"(?:with|has|having|containing|of|that\s+(?:has|contains))"
     r"(?!.*[({])(?:\s+the)?(?:\s+(?:members|fields))?:?\s+(?!no\s)(.+)$", _body),
    (r"^(?:an?\s+)?(enum|enumeration)()\s+(?:with|of)(?:\s+the)?(?:\s+(?:constants?|values?))?\s+"
     r"(\w+(?:(?:\s*,\s*and|\s*,|\s+and)\s+\w+)+)$", _constants),
    (r"^(?:an?\s+)?(enum|enumeration)\s+(\w+)\s*:\s*(\w+(?:(?:\s*,\s*and|\s*,|\s+and)\s+\w+)+)$",
     _constants),
    (r"^(?:an?\s+)?(enum|enumeration)\s+(\w+)\s+(?:with|has|having|containing|of)(?:\s+the)?"
     r"(?:\s+(?:constants?|values?|members|enumerators))?\s+(?!no\s)"
     r"(\w+(?:\s*=\s*-?\w+)?(?:\s*(?:,\s*and|,|and)\s+\w+(?:\s*=\s*-?\w+)?)*)$",
     _constants),
    (rf"^{NAME}\s+is\s+an?\s+({NUMBER})[- ]bit(?:\s+wide)?\s+(?:unsigned\s+)?bit[- ]?field$",
     r"\1 is an unsigned int bit-field of \2 bits"),
    (rf"^(?!.*\bis\b)(.*?)\s+(?:named|called)\s+{ANY_NAME}$", r"\2 is \1"),
    (rf"^(?!.*\bis\b)((?:an?\s+)?(?:(?:{QUALIFIER})\s+)*(?:pointer|array)\s(?:.*\s)?{ONE})\s+{NAME}$",
     r"\2 is \1"),
)  # fmt: skip
