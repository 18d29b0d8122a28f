"""Attributes, alignment specifiers, asm labels and macros, by the place where they may stand."""

from random import Random
from typing import TYPE_CHECKING, Literal, TypeAlias

from support.expressions import Tokens

if TYPE_CHECKING:
    from support.standards import Standard

Place: TypeAlias = Literal["variable", "function", "record", "member", "parameter", "typedef"]

_GNU: dict[Place, tuple[str, ...]] = {
    "variable": (
        "unused", "aligned(16)", "aligned", "deprecated", 'deprecated("use { other")', "used",
    ),
    "function": (
        "noinline", "noreturn", "unused", "deprecated", "cold", "warn_unused_result",
        'deprecated("a ; b")', "nothrow", "noipa", 'section(".text.x")', "used",
    ),
    "record": ("packed", "aligned(8)", "may_alias", "deprecated", "aligned(2 * 8)"),
    "member": ("packed", "aligned(8)", "unused", "deprecated"),
    "parameter": ("unused",),
    "typedef": ("unused", "deprecated", "may_alias", "aligned(16)"),
}  # fmt: skip
_LINKED = ("weak", 'visibility("hidden")')
_C23: dict[Place, tuple[str, ...]] = {
    "variable": ("maybe_unused", "deprecated", 'deprecated("a ; b")', "gnu::unused"),
    "function": ("deprecated", "nodiscard", "noreturn", "maybe_unused", "gnu::cold"),
    "record": ("deprecated", "maybe_unused"),
    "member": ("maybe_unused", "deprecated"),
    "parameter": ("maybe_unused",),
    "typedef": ("maybe_unused", "deprecated"),
}


class Annotations:
    """Draws annotations from one source of randomness for one edition of C."""

    def __init__(self, random: Random, std: "Standard", rate: float) -> None:
        self._random = random
        self._std = std
        self._rate = rate
        self._inner = 0

    def gnu(self, place: Place, *, linked: bool = False, boost: float = 1.0) -> Tokens:
        """Return nothing, mostly, or `__attribute__((…))` with one or two attributes."""
        random = self._random
        if random.random() >= self._rate * boost:
            return []
        if random.random() < 0.03:
            return ["__attribute__", "(", "(", ")", ")"]
        choices = _GNU[place] + (_LINKED if linked else ())
        tokens: Tokens = []
        for name in random.sample(choices, random.choice((1, 1, 1, 2)) if len(choices) > 1 else 1):
            word, parenthesis, rest = name.partition("(")
            spelled = f"__{word}__" if random.random() < 0.3 else word
            tokens += [",", spelled] if tokens else [spelled]
            if parenthesis:
                tokens += ["(", rest[:-1], ")"]
        keyword = random.choice(("__attribute__", "__attribute__", "__attribute"))
        return [keyword, "(", "(", *tokens, ")", ")"]

    def c23(self, place: Place) -> Tokens:
        """Return nothing, mostly, or `[[…]]`."""
        random = self._random
        if not self._std.has("c23") or random.random() >= self._rate * 2:
            return []
        name = random.choice(_C23[place])
        word, parenthesis, rest = name.partition("(")
        arguments = ["(", rest[:-1], ")"] if parenthesis else []
        namespace, scope, attribute = word.partition("::")
        words = [namespace, "::", attribute] if scope else [word]
        return ["[[", *words, *arguments, "]]"]

    def alignment(self) -> Tokens:
        """Return nothing, mostly, or an alignment that no type exceeds."""
        random = self._random
        if not self._std.has("c11") or random.random() >= self._rate:
            return []
        keyword = "_Alignas"
        if self._std.has("c23") and random.random() < 0.5:
            keyword = "alignas"
        operands = (("16",), ("64",), ("long", "double"), ("2", "*", "16"), ("0",))
        return [keyword, "(", *random.choice(operands), ")"]

    def asm_label(self, serial: int) -> Tokens:
        """Return nothing, mostly, or an asm label that nothing else has."""
        random = self._random
        if random.random() >= self._rate / 2:
            return []
        keyword = random.choice(("__asm__", "__asm") + (("asm",) if self._std.has("asm") else ()))
        return [keyword, "(", f'"label_{serial}"', ")"]

    def inner_tag(self) -> Tokens:
        """Return a tag for a body inside another; no outer body has one of these."""
        self._inner += 1
        return [f"inner{self._inner % 7}"] if self._random.random() < 0.3 else []

    def vendor(self) -> Tokens:
        """Return nothing, mostly, or an attribute that any place takes: nobody knows it."""
        if not self._std.has("c23") or self._random.random() >= self._rate / 2:
            return []
        return ["[[", "vendor", "::", "thing", "]]"]

    def macro(self, *names: str) -> Tokens:
        """Return nothing, mostly, or one of the annotation macros that kernels use."""
        random = self._random
        return [random.choice(names)] if random.random() < self._rate / 2 else []
