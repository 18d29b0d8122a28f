"""Random bodies of structures, unions and enumerations, as tokens."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from support.annotations import Annotations
from support.declarators import Context, Declarators
from support.expressions import Expressions, Tokens
from support.specifiers import Specifiers

if TYPE_CHECKING:
    from support.standards import Standard

_TAGS = ("packet", "header", "shape", "config", "frame", "entry", "list", "state")
_MEMBERS = (
    "a", "b", "c", "count", "data", "flags", "id", "kind", "left", "len", "mode", "name", "next",
    "prev", "ready", "right", "size", "tag", "text", "u0", "u1", "u2", "weight", "z0",
)  # fmt: skip
_CONSTANTS = ("RED", "GREEN", "BLUE", "ON", "OFF", "LOW", "HIGH", "NONE", "ALL", "A", "B", "C")


@dataclass(slots=True)
class Bodies:
    """Draws specifiers with bodies; member names are never used twice in one body."""

    random: Random
    std: "Standard"
    specifiers: Specifiers
    expressions: Expressions
    annotations: Annotations
    declarators: Declarators

    def record(self) -> Tokens:
        """Return a structure or union specifier with a body."""
        random = self.random
        keyword = random.choice(("struct", "struct", "struct", "union"))
        tag = random.choice(_TAGS) if random.random() < 0.7 else None
        names = list(_MEMBERS)
        random.shuffle(names)
        members = self._members(names, keyword, tag, 0)
        head = self._head(keyword, tag)
        return [*head, "{", *members, "}", *self.annotations.gnu("record")]

    def enumeration(self) -> Tokens:
        """Return an enumerated type's specifier with a body."""
        random = self.random
        tag = random.choice(_TAGS) if random.random() < 0.7 else None
        tokens = [*self._head("enum", tag), "{"]
        names = random.sample(_CONSTANTS, random.randint(1, 5))
        for place, name in enumerate(names):
            tokens += [",", name] if place else [name]
            if random.random() < 0.3:
                tokens += ["=", *self._value(names[:place])]
        if random.random() < 0.2 and self.std.has("inline"):
            tokens.append(",")
        return [*tokens, "}"]

    def _value(self, earlier: list[str]) -> Tokens:
        if earlier and self.random.random() < 0.3:
            return [self.random.choice(earlier), "+", "1"]
        if self.random.random() < 0.1:
            return ["-", "1"]
        return self.expressions.size(small=False)

    def _head(self, keyword: str, tag: str | None) -> Tokens:
        place = "typedef" if keyword == "enum" else "record"
        attribute = self.annotations.gnu("record", boost=0.5) if place == "record" else []
        if not attribute and self.random.random() < 0.3:
            attribute = self.annotations.c23("record")
        return [keyword, *attribute, *([tag] if tag else [])]

    def _members(self, names: list[str], keyword: str, tag: str | None, depth: int) -> Tokens:
        random = self.random
        if self.std.has("gnu") and random.random() < 0.02 and depth == 0:
            return []
        tokens: Tokens = []
        # At least one member comes first: a flexible array alone is not allowed.
        for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
            tokens += self._member(names, depth)
        if tag and keyword == "struct" and random.random() < 0.2:
            tokens += ["struct", tag, "*", names.pop(), ";"]
        if keyword == "struct" and depth == 0 and random.random() < 0.08:
            tokens += [random.choice(("int", "char", "size_t")), names.pop(), "[", "]", ";"]
        return tokens

    def _member(self, names: list[str], depth: int) -> Tokens:
        random = self.random
        chance = random.random()
        if chance < 0.25:
            return self._bit_fields(names)
        if chance < 0.35 and depth < 2 and len(names) > 12:
            return self._nested(names, depth)
        prefix = self.annotations.c23("member")
        if not prefix and random.random() < 0.01:
            prefix = ["__extension__"]
        count = random.choice((1, 1, 1, 1, 2))
        chains = [
            self.declarators.derivations(first=("pointer", "array", "pointer"), limit=4)
            for _ in range(count)
        ]
        for chain in chains:
            if chain == ["array", "function"]:
                chain.pop()
        base = self.specifiers.object_type()
        qualifiers = self.specifiers.qualifiers(
            restrict=False, atomic=base.atomic_allowed and self.std.has("c11")
        )
        units = [*((word,) for word in qualifiers), *base.units]
        if alignment := self.annotations.alignment():
            units.insert(0, tuple(alignment))
        tokens = [*prefix, *self.specifiers.mixed(units)]
        if tokens[-1] == "_Atomic":
            tokens.insert(len(prefix), tokens.pop())
        for place, chain in enumerate(chains):
            context = Context("member", depth=1)
            declarator = self.declarators.declarator(names.pop(), chain, base, context)
            tokens += [","] if place else []
            tokens += [*declarator, *self.annotations.gnu("member", boost=0.5)]
        return [*tokens, ";"]

    def bit_field(self, name: str | None) -> Tokens:
        """Return one bit-field's declaration without its semicolon."""
        random = self.random
        base = self.specifiers.object_type()
        while not base.bit_field:
            base = self.specifiers.object_type()
        narrow = {"_Bool", "bool"}.intersection(base.units[0])
        limit = 1 if narrow else 8
        width = [str(random.randint(1, limit))]
        if not narrow and random.random() < 0.1:
            width = list(random.choice((("N",), ("N", "+", "1"), ("(", "3", ")"))))
        if name is None and random.random() < 0.3:
            width = ["0"]
        qualifiers = self.specifiers.qualifiers(restrict=False, atomic=False)
        units = [*((word,) for word in qualifiers), *base.units]
        return [*self.specifiers.mixed(units), *([name] if name else []), ":", *width]

    def _bit_fields(self, names: list[str]) -> Tokens:
        random = self.random
        if random.random() < 0.15:
            return [*self.bit_field(None), ";"]
        tokens = self.bit_field(names.pop())
        if random.random() < 0.2:
            tokens += [",", names.pop(), ":", "1"]
        return [*tokens, *self.annotations.gnu("parameter", boost=0.3), ";"]

    def _nested(self, names: list[str], depth: int) -> Tokens:
        random = self.random
        if random.random() < 0.15:
            return [*self._inner_enum(), names.pop(), ",", "*", names.pop(), ";"]
        keyword = random.choice(("struct", "union"))
        tag = self.annotations.inner_tag()
        body = [keyword, *tag, "{", *self._members(names, keyword, None, depth + 1), "}"]
        match random.randrange(4):
            case 0 | 1 if not tag and (self.std.has("c11") or self.std.has("gnu")):
                return [*body, ";"]
            case 2:
                return [*body, "*", names.pop(), ";"]
            case 3:
                return [*body, names.pop(), "[", "2", "]", ",", "*", names.pop(), ";"]
            case _:
                return [*body, names.pop(), ";"]

    def _inner_enum(self) -> Tokens:
        first, second = self.random.sample(("IN", "OUT", "UP", "DOWN", "IDLE"), 2)
        return ["enum", *self.annotations.inner_tag(), "{", first, ",", second, "}"]
