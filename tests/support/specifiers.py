"""Random declaration specifiers, as tokens in any legal order: types, qualifiers, attributes."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from support.expressions import Target, Tokens

if TYPE_CHECKING:
    from support.standards import Standard

_INTEGERS = (
    "char", "signed char", "unsigned char", "short", "short int", "signed short",
    "signed short int", "unsigned short", "unsigned short int", "int", "int", "int", "int",
    "signed", "signed int",
    "unsigned", "unsigned int", "long", "long int", "signed long", "signed long int",
    "unsigned long", "unsigned long int", "long long", "long long int", "signed long long",
    "signed long long int", "unsigned long long", "unsigned long long int",
)  # fmt: skip
_FLOATS = ("float", "double", "long double")
_COMPLEX = ("float _Complex", "double _Complex", "long double _Complex", "int _Complex")
_EXTENDED = (
    "__int128", "unsigned __int128", "signed __int128", "_Float32", "_Float64", "_Float128",
    "_Float32x", "_Float64x", "__float128", "_Complex _Float32", "_Complex _Float64x",
)  # fmt: skip
_ALTERNATES = {"signed": "__signed__", "_Complex": "__complex__"}
# Aligned to 16 bytes, so that a smaller _Alignas would be a constraint violation.
_WIDE = frozenset({"__int128", "__float128", "_Float128", "_Float64x"})

_TYPEDEFS: tuple[tuple[str, Target], ...] = (
    ("uint8_t", "arithmetic"),
    ("size_t", "arithmetic"),
    ("pthread_t", "arithmetic"),
    ("foo_t", "arithmetic"),
    ("u32", "arithmetic"),
    ("T", "arithmetic"),
    ("s8", "arithmetic"),
    ("UINT", "arithmetic"),
    ("time_t", "arithmetic"),
    ("Widget", "point"),
    ("node", "other"),
    ("FILE", "point"),
    ("callback_t", "function-pointer"),
)
TYPEDEF_NAMES = frozenset({"handler_fn", *(name for name, _ in _TYPEDEFS)})
_TAGS: tuple[tuple[str, str, Target], ...] = (
    ("struct", "point", "point"),
    ("struct", "tree", "other"),
    ("union", "value", "union"),
    ("enum", "color", "arithmetic"),
)
_TYPEOF = (
    ("(", "int", ")"),
    ("(", "int", "*", ")"),
    ("(", "counter", ")"),
    ("(", "counter", "+", "1", ")"),
    ("(", "const", "char", "*", ")"),
    ("(", "&", "counter", ")"),
    ("(", "struct", "point", ")"),
    ("(", "int", "(", "*", ")", "(", "void", ")", ")"),
    ("(", "origin", ".", "x", ")"),
    ("(", "*", "title", ")"),
    ("(", "table", "[", "0", "]", ")"),
)
QUALIFIER_SPELLINGS = {
    "const": ("const", "const", "const", "__const", "__const__"),
    "volatile": ("volatile", "volatile", "volatile", "__volatile", "__volatile__"),
    "restrict": ("restrict", "restrict", "__restrict", "__restrict__"),
    "_Atomic": ("_Atomic",),
}


@dataclass(frozen=True, slots=True)
class Base:
    """A type that specifiers name: each unit may stand anywhere among the others."""

    units: tuple[tuple[str, ...], ...]
    target: Target
    wide: bool = False
    incomplete: bool = False
    typedef: bool = False
    atomic_allowed: bool = True
    bit_field: bool = False


VOID = Base((("void",),), "other", incomplete=True, atomic_allowed=False)
OPAQUE = Base((("struct", "opaque"),), "other", incomplete=True, atomic_allowed=False)
FUNCTION = Base((("handler_fn",),), "other", incomplete=True, typedef=True, atomic_allowed=False)


class Specifiers:
    """Draws types and qualifiers from one source of randomness for one edition of C."""

    def __init__(self, random: Random, std: "Standard") -> None:
        self._random = random
        self._std = std

    def object_type(self) -> Base:
        """Return a complete object type without a body."""
        random = self._random
        chance = random.random()
        if chance < 0.45:
            return self.words(random.choice(_INTEGERS))
        if chance < 0.53:
            return self.words(random.choice(_FLOATS))
        if chance < 0.56:
            return self.words(random.choice(_COMPLEX))
        if chance < 0.58:
            return self.words(random.choice(_EXTENDED))
        if chance < 0.60:
            boolean = "bool" if self._std.has("c23") and random.random() < 0.5 else "_Bool"
            return Base(((boolean,),), "arithmetic", bit_field=True)
        if chance < 0.80:
            name, target = random.choice(_TYPEDEFS)
            return Base(((name,),), target, typedef=True, bit_field=target == "arithmetic")
        if chance < 0.92:
            keyword, tag, target = random.choice(_TAGS)
            return Base(((keyword, tag),), target, bit_field=keyword == "enum")
        if chance < 0.95:
            inner = random.choice(("int", "long", "char *", "unsigned char", "struct point *"))
            target = "pointer" if inner.endswith("*") else "arithmetic"
            unit = ("_Atomic(", *inner.split(), ")")
            return Base((unit,), target, atomic_allowed=False)
        if chance < 0.98:
            return self._typeof()
        return self.words("int")

    def words(self, names: str) -> Base:
        """Return an arithmetic type by its keywords, in a random order and spelling."""
        random = self._random
        words = names.split()
        random.shuffle(words)
        units = tuple(
            (_ALTERNATES[word] if word in _ALTERNATES and random.random() < 0.1 else word,)
            for word in words
        )
        floating = bool({"double", "float", "_Complex"}.intersection(words))
        floating = floating or names.startswith(("_F", "__f"))
        wide = bool(_WIDE.intersection(words)) or sorted(words)[-2:] == ["double", "long"]
        wide = wide or {"long", "double"} <= set(words)
        return Base(
            units, "arithmetic", wide=wide, bit_field=not floating and "__int128" not in words
        )

    def _typeof(self) -> Base:
        random = self._random
        spellings = ["__typeof__", "__typeof"]
        if self._std.has("typeof"):
            spellings += ["typeof", "typeof"]
        # An operand's own qualifiers come along, so that const objects need an initialiser.
        operand = random.choice(_TYPEOF)
        return Base(((random.choice(spellings), *operand),), "other", atomic_allowed=False)

    def qualifier(self, name: str) -> str:
        """Return a spelling of the qualifier that the edition knows."""
        spelling = self._random.choice(QUALIFIER_SPELLINGS[name])
        if spelling == "restrict" and not self._std.has("restrict"):
            return "__restrict"
        return spelling

    def qualifiers(self, *, restrict: bool, atomic: bool, rate: float = 0.25) -> Tokens:
        """Return some qualifiers in any order; beside a '*', now and then one of them twice."""
        random = self._random
        if random.random() >= rate:
            return []
        names = [name for name in ("const", "volatile") if random.random() < 0.5]
        # clang takes restrict and _Atomic together only in one order: never both.
        if atomic and random.random() < 0.15:
            names.append("_Atomic")
        elif restrict and random.random() < 0.3:
            names.append("restrict")
        if restrict and names and random.random() < 0.03:
            names.append(names[0])
        random.shuffle(names)
        return [self.qualifier(name) for name in names]

    def mixed(self, units: list[tuple[str, ...]]) -> Tokens:
        """Return the units shuffled, but usually in the customary order, as given."""
        random = self._random
        if random.random() < 0.5:
            random.shuffle(units)
            # gcc wants __thread after static and extern.
            thread = ("__thread",)
            if thread in units:
                units.remove(thread)
                units.append(thread)
        return [token for unit in units for token in unit]
