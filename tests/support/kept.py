"""Compares the tokens of two spellings: what a faithful one must keep."""

from collections import Counter
from collections.abc import Iterable, Sequence

from support import ctext

_SKIPPED = frozenset({"(", ")", ",", ";", "__attribute__", "__attribute", "__extension__"})
_SAME_WORD = {"_Alignas": "alignas", "__asm__": "asm", "__asm": "asm", "__typeof": "typeof"}


def significant(text: str, *, definition: bool, empty: str = "()") -> Counter[str]:
    """Return how often each token occurs that any faithful spelling must keep.

    `empty` is what empty parentheses count as: in C23 they mean `(void)`.
    """
    words = _without_initializers(_without_attribute_brackets(ctext.tokens(text)))
    if definition and words[-1:] == ["}"]:
        depth, index = 0, len(words) - 1
        while index >= 0:
            depth += (words[index] == "}") - (words[index] == "{")
            if depth == 0:
                break
            index -= 1
        words = words[:index]
    counted: Counter[str] = Counter()
    run: set[str] = set()
    words.append(";")  # so that a neighbour always exists
    for index, word in enumerate(words):
        if word in ctext.QUALIFIERS:
            run.add(ctext.QUALIFIERS[word])
            continue
        counted.update(run)
        run = set()
        if word == "(" and words[index + 1] == ")" and words[index - 1] != "(":
            counted[empty] += 1
        elif word == "void" and words[index - 1] == "(" and words[index + 1] == ")":
            counted["(void)"] += 1
        if word in _SKIPPED or word in ctext.TYPE_WORDS:
            continue
        usual = ctext.STORAGE.get(word, _SAME_WORD.get(word, word))
        if usual.startswith("__") and usual.endswith("__"):
            usual = usual[2:-2]
        counted[usual] += 1
    counted.update(run)
    return counted


def _without_initializers(words: Sequence[str]) -> list[str]:
    """Leave out what stands after `=` outside brackets: a respelling may do without."""
    if "=" not in words:
        return list(words)
    kept: list[str] = []
    skipping = False
    index = 0
    while index < len(words):
        word = words[index]
        if word in (",", ";"):
            skipping = False
        skipping = skipping or word == "="
        end = ctext.closing(words, index) if word in ("(", "[", "{") else index
        if not skipping:
            kept += words[index : end + 1]
        index = end + 1
    return kept


def _without_attribute_brackets(words: Sequence[str]) -> list[str]:
    """Leave out the brackets of `[[a]] [[b]]`, which may as well be `[[a, b]]`."""
    kept = list(words)
    for index in range(len(kept) - 1):
        if kept[index] == kept[index + 1] == "[":
            end = ctext.closing(words, index)
            kept[index : index + 2] = [",", ","]
            kept[end - 1 : end + 1] = [",", ","]
    return kept


def lost(
    text: str, respelled: Iterable[str], *, definition: bool, loose: bool, empty: str = "()"
) -> str:
    """Return which tokens only one of the spellings has; empty if none.

    With `loose`, how often a token occurs does not count: where one
    declaration becomes several, each repeats the specifiers.
    """
    first = significant(text, definition=definition, empty=empty)
    second: Counter[str] = Counter()
    for one in respelled:
        second += significant(one, definition=definition, empty=empty)
    if loose:
        first, second = Counter(set(first)), Counter(set(second))
    parts = []
    for what, words in (("lost", first - second), ("added", second - first)):
        if words:
            parts.append(f"{what} {' '.join(words.elements())}")
    return "; ".join(parts)
