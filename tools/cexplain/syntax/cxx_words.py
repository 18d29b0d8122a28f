"""The words of C++ by what they do, and its standards.

Sources: ISO/IEC 14882:2020, [lex.key], [dcl.spec], [lex.name]; what each older edition lacks.
"""

from functools import lru_cache

from cexplain import words

EDITIONS = {"98": 1998, "11": 2011, "14": 2014, "17": 2017, "20": 2020, "23": 2023}
"""A standard's last two digits to its year."""

STANDARDS = tuple(f"{prefix}++{year}" for prefix in ("c", "gnu") for year in EDITIONS)

_STORAGE = {
    **{word: word for word in ("typedef", "extern", "static", "register", "mutable")},
    "thread_local": "thread_local",
    "__thread": "thread_local",
}
_FUNCTION = {
    **{word: word for word in ("inline", "virtual", "explicit", "friend", "constexpr")},
    **{word: word for word in ("consteval", "constinit")},
    "__inline": "inline",
    "__inline__": "inline",
}
_QUALIFIERS = {
    word: meaning
    for word, meaning in words.QUALIFIERS.items()
    if word not in ("restrict", "_Atomic")
}
_BASIC = {
    word: meaning
    for word, meaning in words.BASIC.items()
    if word not in ("_Bool", "bool", "_Complex", "_Imaginary")
}
_BASIC |= {word: word for word in ("bool", "wchar_t", "char8_t", "char16_t", "char32_t")}

_ROLES: dict[str, dict[str, str]] = {
    "storage": _STORAGE,
    "function": _FUNCTION,
    "qualifier": _QUALIFIERS,
    "basic": _BASIC,
    "decltype": {
        "decltype": "decltype",
        "__decltype": "decltype",
        "__typeof__": "__typeof__",
        "__typeof": "__typeof__",
    },
    "auto": {"auto": "auto"},
    "tagged": {"class": "", "struct": "", "union": "", "enum": ""},
    "typename": {"typename": ""},
    "alignas": {"alignas": ""},
    "attribute": dict.fromkeys(words.ATTRIBUTE, ""),
    "operator": {"operator": ""},
    "extension": {"__extension__": ""},
}
SPECIFIER_ROLES = frozenset(_ROLES) - {"operator"}
TYPE_ROLES = frozenset({"basic", "decltype", "auto", "tagged", "typename"})

_OTHER = frozenset(
    (
        "asm alignof break case catch const_cast continue default delete do dynamic_cast else "
        "export false for goto if namespace new noexcept nullptr private protected public "
        "reinterpret_cast return sizeof static_assert static_cast switch template this throw true "
        "try typeid using while co_await co_return co_yield concept requires __asm__"
    ).split()
)
_SINCE = {
    2011: "alignas alignof char16_t char32_t constexpr decltype noexcept nullptr static_assert "
    "thread_local",
    2020: "char8_t concept consteval constinit co_await co_return co_yield requires",
}
STATEMENTS = words.STATEMENT_KEYWORDS | {"try", "throw", "delete", "new", "this"}
ACCESS = frozenset({"public", "protected", "private"})
IDENTIFIER = words.IDENTIFIER

CANONICAL: dict[tuple[str, ...], str] = words.CANONICAL | {
    (word,): word for word in ("bool", "wchar_t", "char8_t", "char16_t", "char32_t")
}
"""Sorted type-specifier keywords to the name of the type that they denote."""


@lru_cache(maxsize=16)
def roles(std: str) -> dict[str, tuple[str, str]]:
    """Return each keyword's role and canonical spelling under a standard such as "c++17"."""
    edition = EDITIONS[std[-2:]]
    missing = {word for year, later in _SINCE.items() if year > edition for word in later.split()}
    table: dict[str, tuple[str, str]] = {word: ("other", word) for word in _OTHER}
    for role, spellings in _ROLES.items():
        table.update({word: (role, canonical) for word, canonical in spellings.items()})
    if edition < 2011:
        table["auto"] = ("storage", "auto")
    return {word: role for word, role in table.items() if word not in missing}
