"""Compares the tokens of two spellings: what a faithful one must keep."""

from collections import Counter
from collections.abc import Iterable, Sequence

from support import ctext

_ATTRIBUTES = frozenset({"__attribute__", "__attribute"})
_SKIPPED = frozenset({"(", ")", ",", ";", "__extension__"}) | _ATTRIBUTES
_SAME_WORD = {"_Alignas": "alignas", "__asm__": "asm", "__asm": "asm", "__typeof": "typeof"}


def significant(
    text: str, *, definition: bool, empty: str = "()", placed: bool = True
) -> Counter[str]:
    """Return how often each token occurs that any faithful spelling must keep.

    `empty` is what empty parentheses count as: in C23 they mean `(void)`. With
    `placed`, a token is another one in another parameter.
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
    homes = _homes(words) if placed else [""] * len(words)
    for index, (word, home) in enumerate(zip(words, homes, strict=True)):
        if word in ctext.QUALIFIERS:
            run.add(home + ctext.QUALIFIERS[word])
            continue
        counted.update(run)
        run = set()
        if word == "(" and words[index + 1] == ")" and words[index - 1] != "(":
            counted[home + empty] += 1
        elif word == "void" and words[index - 1] == "(" and words[index + 1] == ")":
            counted[home + "(void)"] += 1
        if word in _SKIPPED or word in ctext.TYPE_WORDS:
            continue
        usual = ctext.STORAGE.get(word, _SAME_WORD.get(word, word))
        if usual.startswith("__") and usual.endswith("__"):
            usual = usual[2:-2]
        counted[home + usual] += 1
    return counted


def _homes(words: Sequence[str]) -> list[str]:
    """Return for each token in which parameter it stands, such as "2.1." for a parameter's own.

    Only parentheses with a comma inside count, as others may be redundant;
    those of `__attribute__((a, b))` do not, as it may be spelled in two.
    """
    homes: list[str] = []
    counts: list[int | None] = []
    for index, word in enumerate(words):
        if word == ")" and counts:
            counts.pop()
        homes.append("".join(f"{count}." for count in counts if count is not None))
        if word == "(":
            attribute = words[index - 1] in _ATTRIBUTES or words[index - 2] in _ATTRIBUTES
            inside = words[index + 1 : ctext.closing(words, index)]
            listed = not attribute and len(ctext.split(inside, ",")) > 1
            counts.append(1 if listed else None)
        elif word == "," and counts and counts[-1] is not None:
            counts[-1] += 1
    return homes


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
            kept[index : index + 2] = [";", ";"]
            kept[end - 1 : end + 1] = [";", ";"]
            for inner in range(index + 2, end - 1):
                kept[inner] = ";" if kept[inner] == "," else kept[inner]
    return kept


def lost(
    text: str, respelled: Iterable[str], *, definition: bool, loose: bool, empty: str = "()"
) -> str:
    """Return which tokens only one of the spellings has; empty if none.

    With `loose`, how often and in which parameter a token occurs does not
    count: where one declaration becomes several, each repeats the specifiers.
    """
    first = significant(text, definition=definition, empty=empty, placed=not loose)
    second: Counter[str] = Counter()
    for one in respelled:
        second += significant(one, definition=definition, empty=empty, placed=not loose)
    if loose:
        first, second = Counter(set(first)), Counter(set(second))
    parts = []
    for what, words in (("lost", first - second), ("added", second - first)):
        if words:
            parts.append(f"{what} {' '.join(words.elements())}")
    return "; ".join(parts)
