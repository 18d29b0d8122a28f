"""Random declarators of every depth, as tokens, built from the identifier outwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Literal, TypeAlias

from support.annotations import Annotations
from support.expressions import Expressions, Tokens
from support.specifiers import FUNCTION, OPAQUE, TYPEDEF_NAMES, VOID, Base, Specifiers

if TYPE_CHECKING:
    from support.standards import Standard

Derivation: TypeAlias = Literal["pointer", "array", "function"]

_NAMES = (
    "a", "b", "c", "count", "data", "element", "fn", "handler", "i", "index", "items", "j", "key",
    "length", "m", "name", "p", "q", "row", "s", "temp", "u", "val", "x1", "_tmp", "camelCase",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """Where a declarator stands, and what is therefore allowed in it."""

    where: Literal["object", "member", "parameter", "abstract"]
    depth: int = 0
    definition: bool = False
    unknown_size: bool = False
    bounds: tuple[str, ...] = ()


@dataclass(slots=True)
class Declarators:
    """Draws declarators and parameter lists; `size` is the usual number of derivations."""

    random: Random
    std: "Standard"
    size: float
    specifiers: Specifiers
    expressions: Expressions
    annotations: Annotations
    _wrappers: dict[Derivation, Callable[..., Tokens]] = field(init=False)

    def __post_init__(self) -> None:
        self._wrappers = {
            "pointer": self._pointer,
            "array": self._array,
            "function": self._function,
        }

    def derivations(self, *, first: tuple[Derivation, ...], limit: int = 12) -> list[Derivation]:
        """Return a legal chain of derivations, outermost first, that starts with one of `first`."""
        random = self.random
        chain: list[Derivation] = []
        stay = self.size / (1 + self.size)
        allowed: tuple[Derivation, ...] = first
        while allowed and len(chain) < limit and random.random() < stay:
            step = random.choice(allowed)
            chain.append(step)
            match step:
                case "pointer":
                    allowed = ("pointer", "array", "function", "pointer")
                case "array":
                    allowed = ("pointer", "array", "pointer")
                case "function":
                    allowed = ("pointer",)
        return chain

    def base(self, chain: list[Derivation]) -> Base:
        """Return a type that the chain may end in: void or incomplete only where that is legal."""
        random = self.random
        last = chain[-1] if chain else None
        if last == "function" and random.random() < 0.2:
            return VOID
        if last == "pointer":
            chance = random.random()
            if chance < 0.12:
                return VOID
            if chance < 0.15:
                return OPAQUE
            if chance < 0.17:
                return FUNCTION
        return self.specifiers.object_type()

    def declarator(
        self, name: str | None, chain: list[Derivation], base: Base, context: Context
    ) -> Tokens:
        """Return the declarator's tokens for `chain`; no name gives an abstract one."""
        tokens: Tokens = []
        if name is not None:
            tokens = [name, *self.annotations.c23("parameter")] if chain else [name]
        previous: Derivation | None = None
        small = chain.count("array") > 2
        for place, step in enumerate(chain):
            if step != "pointer" and previous == "pointer":
                inner = self.annotations.gnu("parameter", boost=0.2) if name is not None else []
                tokens = ["(", *inner, *tokens, ")"]
            after = chain[place + 1] if place + 1 < len(chain) else None
            to_function = after == "function" or (after is None and base is FUNCTION)
            tokens = self._wrappers[step](tokens, place, previous, context, to_function, small)
            previous = step
            if tokens[0] != "(" or name is not None:
                tokens = self._parenthesised(tokens, name)
        if not chain and name is not None and self.random.random() < 0.03:
            tokens = ["(", *tokens, ")"]
        return tokens

    def _parenthesised(self, tokens: Tokens, name: str | None) -> Tokens:
        # `T (name)` with an unknown T is as good as a call: only nested ones, where a '*' speaks.
        if self.random.random() < 0.04 and (name is not None or tokens[0] in "*["):
            return ["(", *tokens, ")"]
        return tokens

    def _pointer(
        self, tokens: Tokens, _place: int, _previous: str | None, context: Context,
        to_function: bool, _small: bool,
    ) -> Tokens:  # fmt: skip
        qualifiers = self.specifiers.qualifiers(restrict=not to_function, atomic=True)
        if not self.std.has("c11"):
            qualifiers = [word for word in qualifiers if word != "_Atomic"]
        if qualifiers and qualifiers[-1] == "_Atomic" and tokens and tokens[0] == "(":
            qualifiers.pop()  # `_Atomic (` would begin a type name
        attribute = (
            self.annotations.gnu("parameter", boost=0.2) if context.where != "abstract" else []
        )
        vendor = [] if attribute else self.annotations.vendor()
        return ["*", *vendor, *attribute, *qualifiers, *tokens]

    def _array(
        self, tokens: Tokens, place: int, previous: str | None, context: Context,
        _to_function: bool, small: bool,
    ) -> Tokens:  # fmt: skip
        random = self.random
        outermost = place == 0
        inner: Tokens
        if outermost and context.where == "parameter":
            inner = self._parameter_size(context, small=small)
        elif (outermost and context.unknown_size) or (
            previous == "pointer" and random.random() < 0.15
        ):
            inner = []
        elif context.bounds and random.random() < 0.2:
            inner = [random.choice(context.bounds)]
        else:
            inner = self.expressions.size(small=small)
        vendor = self.annotations.vendor() if context.where == "object" else []
        return [*tokens, "[", *inner, "]", *vendor]

    def _parameter_size(self, context: Context, *, small: bool) -> Tokens:
        random = self.random
        qualifiers: Tokens = []
        if self.std.has("inline") and random.random() < 0.3:
            qualifiers = self.specifiers.qualifiers(restrict=True, atomic=False, rate=0.8)
        size = self.expressions.size(small=small)
        if context.bounds and random.random() < 0.4:
            size = random.choice(([random.choice(context.bounds)], [context.bounds[0], "+", "1"]))
        chance = random.random()
        if chance < 0.3:
            return qualifiers
        if chance < 0.45 and self.std.has("inline"):
            return random.choice((["static", *qualifiers, *size], [*qualifiers, "static", *size]))
        if chance < 0.52 and self.std.has("inline") and not context.definition:
            return [*qualifiers, "*"]
        return [*qualifiers, *size]

    def _function(
        self, tokens: Tokens, place: int, _previous: str | None, context: Context,
        _to_function: bool, _small: bool,
    ) -> Tokens:  # fmt: skip
        definition = context.definition and place == 0
        parameters = self.parameters(context.depth + 1, definition=definition)
        if not tokens and parameters[1] in TYPEDEF_NAMES:
            # `int (foo_t)`: only who knows foo_t can tell a parameter from a name in parentheses.
            parameters = ["(", "void", ")"]
        return [*tokens, *parameters]

    def parameters(self, depth: int, *, definition: bool = False) -> Tokens:
        """Return a parameter list with its parentheses."""
        random = self.random
        if self.std.has("implicit-proto") and random.random() < 0.08 and not definition:
            return ["(", ")"]
        if random.random() < 0.2:
            return ["(", "void", ")"]
        count = random.choice((1, 1, 1, 2, 2, 3, 4)) if depth < 3 else 1
        naming = 1.0 if definition else random.choice((0.0, 1.0, 1.0, 0.5))
        names = random.sample(_NAMES, count)
        tokens: Tokens = ["("]
        bounds: list[str] = []
        for name in names:
            spoken = name if random.random() < naming else None
            context = Context(
                "parameter" if spoken else "abstract", depth, definition, bounds=tuple(bounds)
            )
            parameter, is_bound = self.parameter(spoken, context)
            if is_bound and spoken is not None:
                bounds.append(spoken)
            tokens += [",", *parameter] if len(tokens) > 1 else parameter
        if random.random() < 0.08:
            tokens += [",", "..."]
        return [*tokens, ")"]

    def parameter(self, name: str | None, context: Context) -> tuple[Tokens, bool]:
        """Return a parameter's tokens, and whether it may be the bound of a later array."""
        random = self.random
        if context.depth > 3:
            chain: list[Derivation] = ["pointer"] if random.random() < 0.5 else []
        else:
            chain = self.derivations(first=("pointer", "array", "function", "pointer"), limit=5)
        if name is None and chain and chain[0] == "function" and len(chain) == 1:
            chain = [
                "pointer",
                *chain,
            ]  # an abstract `T (U)` needs a typedef to be told from a name
        if not chain and random.random() < 0.05:
            return self._bound(name), name is not None
        base = self.base(chain)
        abstract = name is None
        where = Context("parameter", context.depth, context.definition, bounds=context.bounds)
        units = list(base.units)
        atomic = base.atomic_allowed and self.std.has("c11")
        units = [
            (word,) for word in self.specifiers.qualifiers(restrict=False, atomic=atomic)
        ] + units
        if random.random() < 0.02:
            units.insert(0, ("register",))
        tokens = self.specifiers.mixed(units)
        attributes = self.annotations.gnu("parameter", boost=0.3) if not abstract else []
        prefix = self.annotations.c23("parameter")
        tail = self.declarator(name, chain, base, where)
        if tokens[-1] == "_Atomic" and tail and tail[0] == "(":
            tokens = [word for word in tokens if word != "_Atomic"]
        return [*prefix, *tokens, *tail, *attributes], False

    def _bound(self, name: str | None) -> Tokens:
        return [self.random.choice(("int", "size_t", "unsigned")), *([name] if name else [])]
