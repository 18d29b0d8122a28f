"""The same declaration with typedefs: each function or array behind a pointer gets a name."""

import re
from collections.abc import Container, Iterator

from cexplain.spelling.spell import spell
from cexplain.tree import (
    Array,
    Attribute,
    Basic,
    BitInt,
    CType,
    Declaration,
    Enum,
    Expression,
    Function,
    Inferred,
    Parameter,
    ParameterTypeList,
    Pointer,
    Record,
    TypedefName,
    Typeof,
    UnspecifiedVariableSize,
    cxx_only,
)
from cexplain.values import dataclass, field, replace

_IDENTIFIER = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Tamed:
    """A declaration taken apart: the new typedefs, inner ones first, and what they leave."""

    typedefs: tuple[Declaration, ...]
    declaration: Declaration

    def lines(self, std: str) -> tuple[str, ...]:
        """Return the C, one declaration a line; the last one has no semicolon."""
        return (*(f"{spell(item, std)};" for item in self.typedefs), spell(self.declaration, std))


def tame(declaration: Declaration, taken: Container[str] = ()) -> Tamed | None:
    """Return the declaration with typedefs, None where none would help or none is possible.

    `taken` are names that the typedefs must not have. An array whose size
    depends on a parameter cannot leave the parameter list. A macro may mean
    anything, and an attribute behind a derivation belongs to that derivation:
    neither may stand elsewhere afterwards.
    """
    if declaration.name is None or any(_is_bound(item) for item in _attributes(declaration)):
        return None
    work = _Work(taken)
    ctype = work.rewritten(declaration.type, declaration.name)
    if not work.names or work.stays:
        return None
    typedefs = tuple(
        Declaration(name, named, storage=("typedef",)) for named, name in work.names.items()
    )
    return Tamed(typedefs, replace(declaration, type=ctype))


@dataclass(slots=True)
class _Work:
    """One rewriting: the types that were named so far."""

    taken: Container[str]
    names: dict[CType, str] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    parameters: set[str] = field(default_factory=set)

    @property
    def stays(self) -> bool:
        """Whether a type that was named depends on where it stood."""
        return any(
            isinstance(size, UnspecifiedVariableSize)
            or (
                isinstance(size, Expression) and self.parameters & {*_IDENTIFIER.findall(size.text)}
            )
            for named in self.names
            for size in _sizes(named)
        )

    def rewritten(self, node: CType, hint: str) -> CType:
        """Return the type with names; `hint` is the declared name that it belongs to."""
        match node:
            case Pointer(referenced):
                inner = self.rewritten(referenced, hint)
                if isinstance(inner, Function | Array):
                    inner = TypedefName(self._name(inner, hint))
                return replace(node, referenced=inner)
            case Array(element):
                return replace(node, element=self.rewritten(element, hint))
            case Function(returned, ParameterTypeList(parameters) as listed):
                self.parameters.update(item.name for item in parameters if item.name)
                changed = tuple(self._parameter(item, hint) for item in parameters)
                return Function(self.rewritten(returned, hint), replace(listed, parameters=changed))
            case Function(returned):
                return replace(node, returned=self.rewritten(returned, hint))
            case Basic() | BitInt() | TypedefName() | Typeof() | Inferred() | Record() | Enum():
                return node
            case _:
                raise cxx_only(node)

    def _parameter(self, item: Parameter, hint: str) -> Parameter:
        return replace(item, type=self.rewritten(item.type, item.name or hint))

    def _name(self, node: Function | Array, hint: str) -> str:
        """Return the name of a type: the one that it has, or a new one."""
        if node not in self.names:
            wanted = f"{hint}_{'function' if isinstance(node, Function) else 'array'}"
            number = self.given.get(wanted, 0)
            while True:
                number += 1
                name = wanted if number == 1 else f"{wanted}_{number}"
                if name not in self.taken and name not in self.given:
                    break
            self.given[wanted] = number
            self.given.setdefault(name, 1)
            self.names[node] = name
        return self.names[node]


def _is_bound(attribute: Attribute) -> bool:
    """Tell whether an attribute means something else at another place of the declaration."""
    return attribute.syntax == "macro" or attribute.level is not None


def _attributes(node: object) -> Iterator[Attribute]:
    """Yield the attributes in a tree, but for those of pointers, which stay behind their star."""
    if isinstance(node, Attribute):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _attributes(part)
    else:
        for name in getattr(node, "__match_args__", ()):
            if not (isinstance(node, Pointer) and name == "attributes"):
                yield from _attributes(getattr(node, name))


def _sizes(node: CType) -> Iterator[object]:
    """Yield the sizes of all arrays in a type, those of parameters included."""
    match node:
        case Pointer(referenced):
            yield from _sizes(referenced)
        case Array(element, size):
            yield size
            yield from _sizes(element)
        case Function(returned, parameters):
            yield from _sizes(returned)
            if isinstance(parameters, ParameterTypeList):
                for item in parameters.parameters:
                    yield from _sizes(item.type)
        case Basic() | BitInt() | TypedefName() | Typeof() | Inferred() | Record() | Enum():
            return
        case _:
            raise cxx_only(node)
