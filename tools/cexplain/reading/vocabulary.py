"""The vocabulary of the English that is understood: our prose and both cdecl dialects.

Every table maps a word, in lower case, to what it means in ISO C's terms.
"""

from functools import cache
from typing import Literal, TypeAlias

from cexplain import words

ARTICLES = frozenset({"a", "an", "the"})
_LONGEST = 12  # letters; what is longer is no slip of a word that is often mistyped
LINKS = frozenset({"is", "are", "as", "be"})
"""What stands between a name and its type."""

QUALIFIERS = {
    "const": "const",
    "constant": "const",
    "volatile": "volatile",
    "restrict": "restrict",
    "restricted": "restrict",
    "noalias": "restrict",  # a draft's word, which cdecl 2.5 still knows
    "atomic": "_Atomic",
    **{word.lower(): meaning for word, meaning in words.QUALIFIERS.items()},
}

STORAGE = {
    "external": "extern",
    "automatic": "auto",
    "thread-local": "_Thread_local",
    **{word.lower(): meaning for word, meaning in words.STORAGE.items()},
}

FUNCTION_SPECIFIERS = {
    "noreturn": "_Noreturn",
    "non-returning": "_Noreturn",
    **{word.lower(): meaning for word, meaning in words.FUNCTION_SPECIFIERS.items()},
}

TYPE_WORDS = {
    **{word.lower(): meaning for word, meaning in words.BASIC.items()},
    "integer": "int",
    "character": "char",
    "boolean": "_Bool",
    "complex": "_Complex",
    "imaginary": "_Imaginary",
    "floating-point": "float",
    "double-precision": "double",
    "nothing": "void",
}

Head: TypeAlias = Literal["pointer", "array", "function", "record", "enum", "typeof", "bitint"]

HEADS: dict[str, Head] = {
    "pointer": "pointer",
    "pointers": "pointer",
    "ptr": "pointer",
    "array": "array",
    "arrays": "array",
    "vector": "array",
    "non-empty": "array",
    "variable-length": "array",
    "variadic": "function",
    "function": "function",
    "functions": "function",
    "func": "function",
    "old-style": "function",
    "struct": "record",
    "structs": "record",
    "structure": "record",
    "structures": "record",
    "union": "record",
    "unions": "record",
    "enum": "enum",
    "enums": "enum",
    "enumeration": "enum",
    "enumerations": "enum",
    "_bitint": "bitint",
    "_bitints": "bitint",
    **dict.fromkeys(words.TYPEOF, "typeof"),
}
"""The words that say what kind of type follows."""

RECORD_KEYWORDS: dict[str, Literal["struct", "union"]] = {
    "struct": "struct",
    "structs": "struct",
    "structure": "struct",
    "structures": "struct",
    "union": "union",
    "unions": "union",
}

ENUM_KEYWORDS = frozenset({"enum", "enums", "enumeration", "enumerations"})
BITS = frozenset({"bit", "bits"})
BYTES = frozenset({"byte", "bytes"})
UNNAMED = frozenset({"unnamed", "anonymous"})
TAKING = frozenset({"taking", "accepting", "takes", "accepts"})
RETURNING = frozenset({"returning", "returns", "ret"})
VERBS = TAKING | RETURNING
"""What can follow the name of a function, with no noun between: "f takes an int"."""

RELATIVE = frozenset({"that", "which"})
PARAMETERS = frozenset({"parameter", "parameters", "argument", "arguments"})
MEMBERS = frozenset({"member", "members"})
CONSTANTS = frozenset({"constant", "constants", "enumerators"})
UNKNOWN = frozenset({"unknown", "unspecified", "incomplete"})
NAMED = frozenset({"named", "called"})
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        ).split(),
        1,
    )
}
"""Counts in words. Any of them may also be a name, where no thing follows that it could count."""

COMMANDS = frozenset({"declare", "define", "explain", "cast"})

_GLUE = frozenset(
    "of to and or into for at least with without no variable length size variadic "
    "aligned width bit-field bit-fields type has".split()
)

CASELESS = frozenset(
    {*LINKS, *QUALIFIERS, *STORAGE, *FUNCTION_SPECIFIERS, *HEADS, *_GLUE, *BITS, *BYTES}
    | {*UNNAMED, *TAKING, *RETURNING, *RELATIVE, *PARAMETERS, *MEMBERS, *CONSTANTS, *UNKNOWN}
    | {*NAMED, *COMMANDS}
)
"""Words that are understood in any case."""

CXX_WORDS = frozenset(
    (
        "reference references rvalue lvalue member alias virtual noexcept deleted defaulted class "
        "constructor destructor explicit friend mutable"
    ).split()
)
"""Words that only C++ has a meaning for."""

STRUCTURAL = frozenset(
    "is are as into to of and taking returning pointer array function struct union".split()
)
"""Words by whose case a text shows whether it is written in capitals throughout."""


def singular_type(word: str) -> str | None:
    """Return the C keyword of a type word in lower case, singular or plural: "ints" is int."""
    meaning = TYPE_WORDS.get(word)
    if meaning is None and word.endswith("s"):
        meaning = TYPE_WORDS.get(word[:-1])
    if meaning is None and word.endswith("es"):
        meaning = TYPE_WORDS.get(word[:-2])
    return meaning


def meaning_of(text: str, *, capitals: bool = False) -> str:
    """Return the word of the grammar that a text is, in lower case; "" if it is a name.

    Where small letters carry the sentence, `INT`, `Bool` and `A` are somebody's
    own names; written in `capitals` throughout, they are words.
    """
    lowered = text.lower()
    if lowered in CASELESS:
        return lowered
    own_case = capitals or text == lowered or {text, text.removesuffix("s")} & words.BASIC.keys()
    word = lowered in ARTICLES or lowered in NUMBERS or singular_type(lowered)
    return lowered if own_case and word else ""


def is_grammar_word(name: str) -> bool:
    """Return whether a size of that name would be taken for a word of the grammar.

    In English such a size stands in parentheses.
    """
    return bool(meaning_of(name))


def is_type_word(name: str) -> bool:
    """Return whether a type of that name would be taken for a word of the sentence.

    In English such a name stands in backquotes.
    """
    return bool(meaning_of(name)) or name in VAGUE or slip(name) is not None


VAGUE = frozenset(
    (
        "it itself something anything everything this that these those what which thing things "
        "another other others none some any all each both many several yes true false "
        "string strings number numbers object objects element elements value values variable "
        "variables item items procedure subroutine method callback type types"
    ).split()
)
"""Words for which nobody's type is named in a sentence: "a pointer to something" says too little.

A type that is named so all the same stands in backquotes.
"""

_OFTEN_MISTYPED = (
    "integer integers character characters double doubles boolean booleans unsigned signed "
    "pointer pointers array arrays function functions struct structure structures returning "
    "returns taking constant volatile"
).split()
_SWAPPED = "int ints char chars short shorts long longs float floats void union enum const".split()


@cache
def _slips() -> dict[str, str]:
    """Return each way to mistype a long word by one letter left out or two swapped, with the word.

    Of a short word only swapped letters are told: `flat` may be anybody's type.
    """
    found: dict[str, str] = {}
    for word in (*_OFTEN_MISTYPED, *_SWAPPED):
        for at in range(1, len(word)):
            if word in _SWAPPED or len(word) > 4:
                swapped = f"{word[: at - 1]}{word[at]}{word[at - 1]}{word[at + 1 :]}"
                found.setdefault(swapped, word)
            if word in _OFTEN_MISTYPED:
                found.setdefault(word[:at] + word[at + 1 :], word)
    for word in (*_OFTEN_MISTYPED, *_SWAPPED, *CASELESS, *TYPE_WORDS):
        found.pop(word, None)
    return found


def slip(name: str) -> str | None:
    """Return the word that a name is with one letter too many, too few or two swapped, or None."""
    if not (name.isalpha() and name.islower() and 3 < len(name) < _LONGEST):
        return None
    known = _slips().get(name)
    if known is not None or len(name) < 7:
        return known
    for at in range(1, len(name)):
        shorter = name[:at] + name[at + 1 :]
        if shorter in _OFTEN_MISTYPED and name not in CASELESS and singular_type(name) is None:
            return shorter
    return None


def begins_type(word: str) -> bool:
    """Return whether a word of the grammar can begin a type, or what stands before one."""
    return (
        word in HEADS
        or word in QUALIFIERS
        or word in ARTICLES
        or word in UNNAMED
        or singular_type(word) is not None
    )


SUGGESTIONS = tuple(
    sorted(
        word
        for word in {*CASELESS, *TYPE_WORDS, *ARTICLES}
        if len(word) > 1 and not word.startswith("_")
    )
)
"""What a mistyped word may have meant."""
