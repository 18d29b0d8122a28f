"""The words of C: keywords and their alternative spellings, by what they do.

Sources: ISO/IEC 9899:2024, 6.4.1 and 6.7; the GCC manual, "Alternate Keywords".
"""

from functools import lru_cache

STORAGE = {
    "typedef": "typedef",
    "extern": "extern",
    "static": "static",
    "auto": "auto",
    "register": "register",
    "constexpr": "constexpr",
    "_Thread_local": "_Thread_local",
    "thread_local": "_Thread_local",
    "__thread": "_Thread_local",
}

FUNCTION_SPECIFIERS = {
    "inline": "inline",
    "__inline": "inline",
    "__inline__": "inline",
    "_Noreturn": "_Noreturn",
}

QUALIFIERS = {
    "const": "const",
    "__const": "const",
    "__const__": "const",
    "volatile": "volatile",
    "__volatile": "volatile",
    "__volatile__": "volatile",
    "restrict": "restrict",
    "__restrict": "restrict",
    "__restrict__": "restrict",
    "_Atomic": "_Atomic",
}

BASIC = {
    "void": "void",
    "char": "char",
    "short": "short",
    "int": "int",
    "long": "long",
    "float": "float",
    "double": "double",
    "signed": "signed",
    "__signed": "signed",
    "__signed__": "signed",
    "unsigned": "unsigned",
    "_Bool": "_Bool",
    "bool": "_Bool",
    "_Complex": "_Complex",
    "__complex": "_Complex",
    "__complex__": "_Complex",
    "_Imaginary": "_Imaginary",
    "__int128": "__int128",
    "__int128_t": "__int128",
    "__uint128_t": "unsigned __int128",
    **{f"__int{width}": f"__int{width}" for width in (8, 16, 32, 64)},
    "_Accum": "_Accum",
    "_Fract": "_Fract",
    "_Sat": "_Sat",
    "_Float16": "_Float16",
    "_Float32": "_Float32",
    "_Float64": "_Float64",
    "_Float128": "_Float128",
    "_Float32x": "_Float32x",
    "_Float64x": "_Float64x",
    "__float80": "__float80",
    "__float128": "__float128",
    "__bf16": "__bf16",
    "_Decimal32": "_Decimal32",
    "_Decimal64": "_Decimal64",
    "_Decimal128": "_Decimal128",
}

RECORDS = frozenset({"struct", "union"})
TYPEOF = {
    "typeof": "typeof",
    "__typeof": "typeof",
    "__typeof__": "typeof",
    "typeof_unqual": "typeof_unqual",
    "__typeof_unqual": "typeof_unqual",
    "__typeof_unqual__": "typeof_unqual",
}
ALIGNAS = frozenset({"_Alignas", "alignas"})
ATTRIBUTE = frozenset({"__attribute__", "__attribute"})
ASM = frozenset({"asm", "__asm", "__asm__"})
STATIC_ASSERT = frozenset({"_Static_assert", "static_assert"})
INFERRED = frozenset({"auto", "__auto_type"})

EXPRESSION_KEYWORDS = frozenset(
    (
        "sizeof _Alignof alignof __alignof __alignof__ _Generic __func__ nullptr true false "
        "__builtin_offsetof __builtin_types_compatible_p __builtin_va_arg __real __real__ __imag "
        "__imag__"
    ).split()
)
STATEMENT_KEYWORDS = frozenset(
    ("break case continue default do else for goto if return switch while").split()
)

# What C23 made keywords may be a name in the source of an older standard.
SINCE_C23 = frozenset(
    (
        "alignas alignof bool constexpr false nullptr static_assert thread_local true typeof "
        "typeof_unqual"
    ).split()
)
SINCE_C99 = frozenset({"inline", "restrict"})
SINCE_C11 = frozenset(
    ("_Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local").split()
)
GNU_ONLY = frozenset({"typeof"})  # a keyword of gnu89 to gnu17, a name in c89 to c17

SPECIFIERS = frozenset(
    {*STORAGE, *FUNCTION_SPECIFIERS, *QUALIFIERS, *BASIC, *RECORDS, *TYPEOF, *ALIGNAS}
    | {"enum", "__auto_type", "_BitInt", "__extension__", "__declspec"}
    | ATTRIBUTE
)
"""Keywords that can begin or continue declaration specifiers."""

KEYWORDS = SPECIFIERS | EXPRESSION_KEYWORDS | STATEMENT_KEYWORDS | ASM | STATIC_ASSERT
"""Every word that can never be an identifier in the newest dialect."""

TYPE_WORDS = frozenset({*BASIC, *RECORDS, *TYPEOF, "enum", "_BitInt", "__auto_type"})
"""Keywords that say a type (not a qualifier or a storage class)."""

ISO_TYPEDEFS = frozenset(
    (
        "size_t ptrdiff_t wchar_t FILE va_list jmp_buf time_t clock_t fpos_t div_t ldiv_t "
        "sig_atomic_t wint_t wctype_t mbstate_t char8_t char16_t char32_t max_align_t nullptr_t "
        "ssize_t off_t pid_t uid_t gid_t mode_t ino_t dev_t DIR"
    ).split()
)

# The multisets of 6.7.3.1p2, as sorted words, to the canonical name.
_ARITHMETIC = (
    ("void", "void"),
    ("char", "char"),
    ("signed char", "signed char"),
    ("unsigned char", "unsigned char"),
    ("short|signed short|short int|signed short int", "short"),
    ("unsigned short|unsigned short int", "unsigned short"),
    ("int|signed|signed int", "int"),
    ("unsigned|unsigned int", "unsigned int"),
    ("long|signed long|long int|signed long int", "long"),
    ("unsigned long|unsigned long int", "unsigned long"),
    ("long long|signed long long|long long int|signed long long int", "long long"),
    ("unsigned long long|unsigned long long int", "unsigned long long"),
    ("float", "float"),
    ("double", "double"),
    ("long double", "long double"),
    ("_Bool", "_Bool"),
    ("float _Complex", "float _Complex"),
    ("double _Complex|_Complex", "double _Complex"),
    ("long double _Complex", "long double _Complex"),
    ("float _Imaginary", "float _Imaginary"),
    ("double _Imaginary|_Imaginary", "double _Imaginary"),
    ("long double _Imaginary", "long double _Imaginary"),
    ("__int128|signed __int128", "__int128"),
    ("unsigned __int128", "unsigned __int128"),
    *(
        pair
        for width in (8, 16, 32, 64)
        for pair in (
            (f"__int{width}|signed __int{width}", f"__int{width}"),
            (f"unsigned __int{width}", f"unsigned __int{width}"),
        )
    ),
    *(
        (f"{before}{point}", f"{before}{point}")
        for point in ("_Accum", "_Fract")
        for saturating in ("", "_Sat ")
        for sign in ("", "unsigned ")
        for size in ("", "short ", "long ")
        for before in [f"{saturating}{sign}{size}"]
    ),
    ("char _Complex", "char _Complex"),
    ("signed char _Complex", "signed char _Complex"),
    ("unsigned char _Complex", "unsigned char _Complex"),
    ("short _Complex|short int _Complex", "short _Complex"),
    ("int _Complex|signed _Complex|signed int _Complex", "int _Complex"),
    ("unsigned _Complex|unsigned int _Complex", "unsigned int _Complex"),
    ("long _Complex|long int _Complex", "long _Complex"),
    ("unsigned long _Complex|unsigned long int _Complex", "unsigned long _Complex"),
    ("long long _Complex|long long int _Complex", "long long _Complex"),
)
EXTENDED = (
    "_Float16 _Float32 _Float64 _Float128 _Float32x _Float64x __float80 __float128 __bf16"
).split()
_DECIMAL = "_Decimal32 _Decimal64 _Decimal128".split()


def _canonical_names() -> dict[tuple[str, ...], str]:
    names = {
        tuple(sorted(words.split())): name
        for alternatives, name in _ARITHMETIC
        for words in alternatives.split("|")
    }
    names.update({(word,): word for word in (*EXTENDED, *_DECIMAL)})
    names.update({tuple(sorted((word, "_Complex"))): f"{word} _Complex" for word in EXTENDED})
    return names


CANONICAL = _canonical_names()
"""Sorted type-specifier keywords to the name of the type that they denote."""


def keywords(std: str) -> frozenset[str]:
    """Return the words that are keywords, not identifiers, under a standard such as "c99"."""
    year = std[-2:]
    gnu = std.startswith("gnu")
    if year == "23":
        return KEYWORDS
    missing = SINCE_C23 - ({"typeof"} if gnu else frozenset())
    if not gnu:
        missing |= GNU_ONLY
    if year == "89":
        missing |= SINCE_C99 - ({"inline"} if gnu else frozenset())
    return KEYWORDS - missing


_ROLES = {
    "storage": STORAGE,
    "function": FUNCTION_SPECIFIERS,
    "qualifier": QUALIFIERS,
    "basic": BASIC,
    "typeof": dict.fromkeys(TYPEOF, ""),
    "tagged": dict.fromkeys((*RECORDS, "enum"), ""),
    "alignas": dict.fromkeys(ALIGNAS, ""),
    "attribute": dict.fromkeys(ATTRIBUTE, ""),
    "bitint": {"_BitInt": ""},
    "inferred": {"__auto_type": ""},
    "extension": {"__extension__": ""},
    "declspec": {"__declspec": ""},
    "asm": dict.fromkeys(ASM, ""),
}
TYPE_ROLES = frozenset({"basic", "typeof", "tagged", "bitint", "inferred"})
SPECIFIER_ROLES = frozenset(_ROLES) - {"asm"}
IDENTIFIER = ("identifier", "")


@lru_cache(maxsize=32)
def roles(std: str) -> dict[str, tuple[str, str]]:
    """Return each keyword's role and canonical spelling under a standard; other words have none."""
    table = {word: ("other", word) for word in keywords(std)}
    for role, spellings in _ROLES.items():
        for word, canonical in spellings.items():
            if word in table:
                table[word] = (role, canonical)
    return table
