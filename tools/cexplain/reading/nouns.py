"""Nouns of the readings: articles, plurals, and the words that qualify them."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from cexplain.reading.vocabulary import is_grammar_word, is_type_word
from cexplain.tree import Qualifiers

Number: TypeAlias = Literal["a", "bare", "one", "plural"]
"""How a type is spoken: with an article, without one, behind the numeral 1, or in the plural."""

_QUALIFIER_ENGLISH = {
    "const": "const",
    "volatile": "volatile",
    "restrict": "restrict",
    "_Atomic": "atomic",
}
STORAGE_ENGLISH = {
    "static": "static",
    "extern": "extern",
    "auto": "auto",
    "register": "register",
    "constexpr": "constexpr",
    "_Thread_local": "thread-local",
    "inline": "inline",
    "_Noreturn": "noreturn",
}
PLURAL_WORDS = frozenset({"char", "short", "int", "long", "float", "double", "_Bool", "bool"})
_AN = ("unsigned", "unnamed")
_CONSONANT_SOUND = (  # compiled for the few that need it
    r"u(?:int|id_|long|char|short|byte|word|n|s|t|[^a-z]|\Z|[b-df-hj-np-tv-z]+_)|eu|one\b|once"
)
_ONSET = r"f[lry]|s(?:c|h|k|l|m|n|p|qu|t|w|y)|[hlmnx]y|mc|ll"
_MAY_SOUND_SO = frozenset("ueo")
_VOWELS = frozenset("aeiou")
_AND_Y = frozenset("aeiouy")
_SPELLED_OUT = frozenset("fhlmnrsx")  # an s32, an x_t: letters by their names
_KEPT = 2048  # the same few words come again and again


@lru_cache(maxsize=_KEPT)
def article(words: str) -> str:
    """Return "a" or "an", by the sound of what follows."""
    spoken = words.lstrip("_").lower()
    if spoken.startswith(_AN):
        return "an"
    first, second = spoken[:1], spoken[1:2]
    if first in _SPELLED_OUT and (second in ("", "_") or second.isdecimal()):
        return "an"
    if first in _SPELLED_OUT and second not in _AND_Y and not re.match(_ONSET, spoken):
        return "an"  # an HWND, an sfr
    if first not in _VOWELS:
        return "a"
    if first == "u" and words.lstrip("_")[:2].isupper() and words.lstrip("_")[2:3].islower():
        return "a"  # a UBaseType_t
    return "a" if first in _MAY_SOUND_SO and re.match(_CONSONANT_SOUND, spoken) else "an"


@lru_cache(maxsize=_KEPT)
def qualifier_words(qualifiers: Qualifiers) -> str:
    """Return the qualifiers in English, each followed by a space."""
    if not qualifiers:
        return ""
    return "".join(f"{_QUALIFIER_ENGLISH[word]} " for word in qualifiers)


@lru_cache(maxsize=_KEPT)
def one_word(expression: str) -> str:
    """Return an expression as a single word of the sentence: in parentheses if it is long."""
    word = expression.replace("_", "").replace("$", "")
    alone = (word.isalnum() or not word) and not is_grammar_word(expression)
    return expression if alone else f"({expression})"


@lru_cache(maxsize=_KEPT)
def quoted(name: str) -> str:
    """Return a type's name, in backquotes if it is a word of this English, as `array` is."""
    return f"`{name}`" if is_type_word(name) else name


@lru_cache(maxsize=_KEPT)
def counted(words: str, number: Number) -> str:
    """Return a noun that ends in `words`, in the number that is asked for."""
    match number:
        case "plural":
            return f"{words}s"
        case "one":
            return words
        case _:
            return f"{article(words)} {words}"
