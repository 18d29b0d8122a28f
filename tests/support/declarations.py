"""Generates random legal C declarations as text, with what only the compilers must be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal, TypeAlias

from support.annotations import Annotations
from support.bodies import Bodies
from support.declarators import Context, Declarators, Derivation
from support.expressions import Expressions, Target, Tokens
from support.specifiers import FUNCTION, VOID, Base, Specifiers
from support.standards import STANDARDS, Standard
from support.trivia import ONE_LINE, Trivia, join

PRELUDE = (Path(__file__).parent / "prelude.h").read_text(encoding="utf-8")
"""The names that generated declarations use and do not declare."""

Place: TypeAlias = Literal["file", "block", "member", "type", "cast"]

Drawn: TypeAlias = tuple[Place, tuple[str, ...], Tokens]

_NAMES = (
    "argv", "buffer", "calc", "cmp", "do_it", "err", "events", "f", "fp", "g", "grid", "h", "k",
    "lookup", "main_", "n", "opt", "ptr", "queue", "r", "signal", "str", "t", "v", "w", "xs", "ys",
)  # fmt: skip
_BODIES: tuple[tuple[str, ...], ...] = (
    ("{", "}"),
    ("{", "for", "(", ";", ";", ")", ";", "}"),
    ("{", "if", "(", "counter", ")", "{", "release", "(", '"}"', ")", ";", "}",
     "for", "(", ";", ";", ")", ";", "}"),
)  # fmt: skip
_CHARS = frozenset({"char", "signed char", "unsigned char", "uint8_t"})


@dataclass(frozen=True, slots=True)
class Declared:
    """A generated input: its text, the edition it is written in, and where it may stand."""

    text: str
    std: Standard
    place: Place
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the declarators of one declaration have in common."""

    base: Base
    storage: tuple[str, ...]
    where: Literal["variable", "function"]
    place: Place


class Generator:
    """Draws declarations from a seed; `size` is the usual number of derivations of each."""

    def __init__(
        self, seed: int, std: str = "gnu17", *, size: float = 1.5, rate: float = 0.08,
        trivia: Trivia = ONE_LINE,
    ) -> None:  # fmt: skip
        self._random = Random(f"{seed} {std}")  # noqa: S311 - repeatable, not secret
        random = self._random
        self._std = STANDARDS[std]
        self._trivia = trivia
        self._rate = rate
        self._specifiers = Specifiers(random, self._std)
        self._expressions = Expressions(random, self._std)
        self._annotations = Annotations(random, self._std, rate)
        self._declarators = Declarators(
            random, self._std, size, self._specifiers, self._expressions, self._annotations
        )
        self._bodies = Bodies(
            random, self._std, self._specifiers, self._expressions, self._annotations,
            self._declarators,
        )  # fmt: skip
        self._serial = 0
        self._kinds = {
            "object": (60, self._object),
            "typedef": (8, self._typedef),
            "body": (8, self._body),
            "definition": (6, self._definition),
            "old-style": (2 if self._std.has("old-style") else 0, self._old_style),
            "block": (4, self._block),
            "member": (2, self._bit_field),
            "type": (6, self._type),
            "cast": (2, self._cast),
            "two": (2, self._two),
            "inferred": (1 if self._std.has("gnu") else 0, self._inferred),
        }

    def declaration(self) -> Declared:
        """Return the next declaration."""
        weights = [weight for weight, _ in self._kinds.values()]
        kind = self._random.choices(list(self._kinds), weights)[0]
        self._serial += 1
        place, names, tokens = self._kinds[kind][1]()
        if tokens[-1] == ";" and self._random.random() < 0.15:
            tokens.pop()
        text = join(tokens, self._random, self._std, self._trivia)
        return Declared(text, self._std, place, kind, names)

    def _object(self, place: Place = "file") -> Drawn:
        random = self._random
        functions = random.random() < 0.3
        count = 1 if random.random() < 0.85 else random.choice((2, 2, 2, 3, 3, 6))
        first: tuple[Derivation, ...] = ("pointer", "array", "function", "pointer")
        chains = [self._declarators.derivations(first=first) for _ in range(count)]
        if functions and not (chains[0] and chains[0][0] == "function"):
            chains[0] = ["function", *self._declarators.derivations(first=("pointer",), limit=6)]
        # All declarators share the base: the strictest of them decides whether it may be void.
        strictest = min(chains, key=lambda chain: (bool(chain), chain[-1:] != ["array"]))
        base = self._declarators.base(strictest)
        if base in (FUNCTION, VOID) and count > 1:
            base = self._specifiers.object_type()
        all_functions = all(chain[:1] == ["function"] for chain in chains)
        any_function = any(chain[:1] == ["function"] for chain in chains)
        storage, specifiers = self._storage(all_functions, any_function, place)
        units, prefix = self._units(base, storage, function=any_function)
        if any_function and not all_functions:
            prefix = []
        plain = not any_function and "register" not in storage
        if plain and (alignment := self._annotations.alignment()):
            units.insert(0, tuple(alignment))
        where: Literal["variable", "function"] = "function" if all_functions else "variable"
        if any_function and not all_functions:
            attributes, tail = [], []
        else:
            attributes = self._annotations.gnu(where, boost=0.5)
            linked = place == "file" and "static" not in storage
            tail = self._annotations.gnu(where, linked=linked, boost=0.5)
        if attributes:
            units.insert(random.randint(0, len(units)), tuple(attributes))
        if specifiers:
            units.insert(0, (specifiers,))
        if all_functions and not prefix:
            prefix = self._annotations.macro("asmlinkage")
        names = random.sample(_NAMES, count)
        shared = Shared(base, storage, where, place)
        declarators = [
            self._declared(name, chain, shared) for name, chain in zip(names, chains, strict=True)
        ]
        return place, tuple(names), self._declaration(prefix, units, declarators, tail)

    def _storage(
        self, all_functions: bool, any_function: bool, place: Place
    ) -> tuple[tuple[str, ...], str | None]:
        random = self._random
        chance = random.random()
        if place == "block":
            # C23's auto may mean "infer the type"; a function has neither of them.
            automatic = ("register",) if self._std.has("c23") else ("auto", "register")
            stored = chance < 0.7 and not any_function
            return ((random.choice(automatic),) if stored else ()), None
        if any_function:
            storage: tuple[str, ...] = ("extern",) if chance < 0.2 else ()
            if 0.2 < chance < 0.4:
                storage = ("static",)
            specifier = None
            if all_functions and random.random() < 0.15:
                choices = ["__inline", "__inline__"] + ["inline"] * 3 * self._std.has("inline")
                choices += ["_Noreturn"] * self._std.has("c11")
                specifier = random.choice(choices)
            return storage, specifier
        thread = "__thread"
        if self._std.has("c11"):
            thread = random.choice(("_Thread_local", "__thread"))
        if self._std.has("c23") and random.random() < 0.3:
            thread = "thread_local"
        table: tuple[tuple[float, tuple[str, ...]], ...] = (
            (0.12, ("static",)),
            (0.24, ("extern",)),
            (0.26, ("static", thread)),
            (0.28, ("extern", thread)),
            (0.30, (thread,)),
        )
        return next((words for limit, words in table if chance < limit), ()), None

    def _units(
        self, base: Base, storage: tuple[str, ...], *, function: bool
    ) -> tuple[list[tuple[str, ...]], Tokens]:
        atomic = base.atomic_allowed and self._std.has("c11") and not function
        qualifiers: Tokens = []
        if base is not FUNCTION:
            qualifiers = self._specifiers.qualifiers(restrict=False, atomic=atomic)
        units = [*((word,) for word in storage), *((word,) for word in qualifiers), *base.units]
        prefix = self._annotations.c23("function" if function else "variable")
        if not prefix and self._random.random() < self._rate / 4:
            prefix = ["__extension__"]
        return units, prefix

    def _declared(self, name: str, chain: list[Derivation], shared: Shared) -> Tokens:
        random = self._random
        function = chain[:1] == ["function"]
        initialised = not function and "extern" not in shared.storage and random.random() < 0.2
        unknown = chain[:1] == ["array"] and ("extern" in shared.storage or initialised)
        bounds = ("counter",) if shared.place == "block" and not (initialised or function) else ()
        context = Context("object", unknown_size=unknown and random.random() < 0.4, bounds=bounds)
        tokens = self._declarators.declarator(name, chain, shared.base, context)
        if "auto" not in shared.storage and "register" not in shared.storage:
            tokens += self._annotations.asm_label(self._serial * 8 + random.randrange(8))
        if shared.where == "variable" and not function:
            tokens += self._annotations.gnu("parameter", boost=0.3)
        if initialised:
            tokens += ["=", *self._expressions.initializer(self._target(chain, shared.base))]
        elif shared.where == "function":
            macros = self._annotations.macro("__init", "__must_check")
            tokens = macros + tokens if macros and tokens[0] != "(" else tokens
        elif chain[:1] == ["pointer"] and tokens[0] == "*":
            tokens = [*self._annotations.macro("__iomem", "__user"), *tokens]
        return tokens

    def _target(self, chain: list[Derivation], base: Base) -> Target:
        words = " ".join(word for unit in base.units for word in unit)
        match chain:
            case []:
                return base.target
            case ["pointer"] if base is FUNCTION:
                return "function-pointer"
            case ["pointer", "function", *_]:
                return "function-pointer"
            case ["pointer", *_]:
                return "pointer"
            case ["array"] if words in _CHARS:
                return "char-array"
            case ["array"] if base.target == "arithmetic":
                return "array"
            case ["array"] if base.target == "point":
                return "points"
            case ["array", "pointer"] if words in _CHARS:
                return "strings"
            case _:
                return "other"

    def _declaration(
        self, prefix: Tokens, units: list[tuple[str, ...]], declarators: list[Tokens], tail: Tokens
    ) -> Tokens:
        tokens = [*prefix, *self._specifiers.mixed(units)]
        if tokens[-1] == "_Atomic" and declarators and declarators[0][:1] == ["("]:
            tokens.insert(len(prefix), tokens.pop())
        for place, declarator in enumerate(declarators):
            tokens += [",", *declarator] if place else declarator
        if tail and "=" not in declarators[-1]:
            tokens += tail
        return [*tokens, ";"]

    def _typedef(self) -> Drawn:
        first: tuple[Derivation, ...] = ("pointer", "array", "function", "pointer")
        chain = self._declarators.derivations(first=first)
        base = self._declarators.base(chain) if self._random.random() < 0.9 else VOID
        if base is VOID and chain[-1:] == ["array"]:
            chain = []
        units, prefix = self._units(base, ("typedef",), function=False)
        name = self._random.choice(_NAMES) + self._random.choice(("_t", "", "_fn"))
        context = Context("object", unknown_size=chain[:1] == ["array"] and base is not VOID)
        declarator = self._declarators.declarator(name, chain, base, context)
        tail = self._annotations.gnu("typedef") if chain[:1] != ["function"] else []
        return "file", (name,), self._declaration(prefix, units, [declarator], tail)

    def _body(self) -> Drawn:
        random = self._random
        tokens = self._bodies.record() if random.random() < 0.75 else self._bodies.enumeration()
        base = Base((tuple(tokens),), "other", atomic_allowed=False)
        chance = random.random()
        if chance < 0.35:
            return "file", (), [*tokens, ";"]
        first: tuple[Derivation, ...] = ("pointer", "array", "pointer")
        chain = self._declarators.derivations(first=first, limit=3)
        storage = random.choice(((), ("static",), ("typedef",), ("typedef",), ("extern",)))
        # A structure with a flexible member must not become an array's element.
        if chain[:1] == ["array"]:
            chain[0] = "pointer"
        units, prefix = self._units(base, storage, function=False)
        name = random.choice(_NAMES)
        context = Context("object")
        declarators = [self._declarators.declarator(name, chain, base, context)]
        names = [name]
        if random.random() < 0.15:
            names.append(name + "_ptr")
            declarators.append(["*", names[-1]])
        return "file", tuple(names), self._declaration(prefix, units, declarators, [])

    def _definition(self) -> Drawn:
        random = self._random
        result = self._declarators.derivations(first=("pointer",), limit=3)
        chain: list[Derivation] = ["function", *result]
        base = self._declarators.base(chain)
        storage = random.choice(((), (), ("static",), ("extern",)))
        units, prefix = self._units(base, storage, function=True)
        attributes = self._annotations.gnu("function", boost=0.5)
        if attributes:
            units.insert(0, tuple(attributes))
        context = Context("object", definition=True)
        name = random.choice(_NAMES)
        declarator = self._declarators.declarator(name, chain, base, context)
        tokens = self._declaration(prefix, units, [declarator], [])
        tokens.pop()
        return "file", (name,), [*tokens, *random.choice(_BODIES)]

    def _old_style(self) -> Drawn:
        random = self._random
        names = random.sample(("a", "b", "c", "argc", "s"), random.randint(1, 3))
        listed = [token for name in names for token in (",", name)][1:]
        declared: Tokens = []
        for name in random.sample(names, len(names)):
            if name == "c" and self._std.name in ("c89", "gnu89"):
                continue  # what is not declared is an int
            chain = self._declarators.derivations(first=("pointer", "array", "pointer"), limit=2)
            base = self._specifiers.object_type()
            context = Context("object", depth=3, unknown_size=random.random() < 0.5)
            declarator = self._declarators.declarator(name, chain, base, context)
            declared += [*self._specifiers.mixed(list(base.units)), *declarator, ";"]
        result = random.choice((["int"], ["static", "long"], ["char", "*"], ["void"], ["double"]))
        name = random.choice(_NAMES)
        tokens = [*result, name, "(", *listed, ")", *declared, *random.choice(_BODIES)]
        return "file", (name,), tokens

    def _block(self) -> Drawn:
        return self._object("block")

    def _bit_field(self) -> Drawn:
        name = self._random.choice(_NAMES)
        return "member", (name,), [*self._bodies.bit_field(name), ";"]

    def _abstract(self, first: tuple[Derivation, ...]) -> Tokens:
        chain = self._declarators.derivations(first=first, limit=6)
        base = self._declarators.base(chain)
        units, _ = self._units(base, (), function=True)
        tokens = self._specifiers.mixed(units)
        return tokens + self._declarators.declarator(None, chain, base, Context("abstract"))

    def _type(self) -> Drawn:
        # `int (foo_t)` names a function type only to who knows foo_t: pointers first.
        return "type", (), self._abstract(("pointer", "array", "pointer"))

    def _cast(self) -> Drawn:
        chain: list[Derivation] = self._declarators.derivations(first=("pointer",), limit=6)
        base = self._declarators.base(chain) if chain else self._specifiers.words("int")
        units, _ = self._units(base, (), function=True)
        tokens = self._specifiers.mixed(units)
        tokens += self._declarators.declarator(None, chain, base, Context("abstract"))
        return "cast", (), ["(", *tokens, ")", self._random.choice(("counter", "counter", "0"))]

    def _inferred(self) -> Drawn:
        name = self._random.choice(_NAMES)
        units = [(word,) for word in self._specifiers.qualifiers(restrict=False, atomic=False)]
        tokens = self._specifiers.mixed([*units, ("__auto_type",)])
        return "file", (name,), [*tokens, name, "=", *self._expressions.arithmetic(), ";"]

    def _two(self) -> Drawn:
        name = self._random.choice(("one", "two", "three"))
        place, names, tokens = self._object()
        return place, (name, *names), ["int", "*", name, ";", *tokens]


def declarations(
    count: int, seed: int = 0, *, editions: tuple[str, ...] = tuple(STANDARDS),
    trivia: Trivia = ONE_LINE,
) -> Iterator[Declared]:  # fmt: skip
    """Yield `count` declarations, of each edition in turn; sizes grow and shrink as they go."""
    generators = [
        Generator(seed * 7 + place, std, size=size, trivia=trivia)
        for place, (std, size) in enumerate(
            (s, z) for s in editions for z in (0.8, 1.5, 0.8, 3.0, 1.5, 6.0)
        )
    ]
    for number in range(count):
        yield generators[number % len(generators)].declaration()
