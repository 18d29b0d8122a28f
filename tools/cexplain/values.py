"""`dataclass` and `field` as the standard library has them, made faster.

A start of the command makes some eighty classes. The standard decorator
compiles up to seven functions for each and loads `inspect`, which takes longer
than reading a declaration; this one compiles a function when it is first called.
It knows what this package uses: slots, frozen, defaults, default factories.
Type checkers, `dataclasses.fields` and `dataclasses.replace` see dataclasses.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:

    def dataclass(*, frozen: bool = False, slots: bool) -> Callable[[type], type]:
        """Return a decorator: the class with slots, and the methods that its fields mean."""
        assert slots, "a class without slots is better made by dataclasses"
        return lambda cls: _made(cls, frozen=frozen)

    def field(*, default_factory: Callable[[], object]) -> "_Factory":
        """Return a default that is made anew for each object."""
        return _Factory(default_factory)

    def replace(value: object, /, **changes: object) -> object:
        """Return the object anew, with other values in some of its fields."""
        kept = {name: getattr(value, name) for name in value.__match_args__ if name not in changes}
        return type(value)(**kept, **changes)


class _Factory:
    """A field's default that is made anew for each object."""

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


class _Fields:
    """The `__dataclass_fields__` of a class: the standard library makes them when asked."""

    def __init__(self, names: tuple[str, ...], defaults: dict[str, Any], *, frozen: bool) -> None:
        self.names, self.defaults, self.frozen = names, defaults, frozen

    def __get__(self, _: object, cls: type) -> object:
        import dataclasses  # noqa: PLC0415 - what this module is there to avoid

        given = {
            name: dataclasses.field(default_factory=value.make)
            if isinstance(value, _Factory)
            else value
            for name, value in self.defaults.items()
        }
        types = {name: cls.__annotations__[name] for name in self.names}
        twin: Any = dataclasses.dataclass(frozen=self.frozen)(
            type(cls.__name__, (), {"__annotations__": types, **given})
        )
        found = twin.__dataclass_fields__
        cls.__dataclass_fields__ = found  # type: ignore[attr-defined]  # from here on without us
        return found


def _refuse(self: object, name: str, *_: object) -> None:
    """Refuse a change of a frozen object."""
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - nobody should come here

    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _shown(self: Any) -> str:
    """Return the object as Python would write it."""
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _state(self: Any) -> list[object]:
    """Return the fields, for pickle and copy."""
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[object]) -> None:
    """Set the fields as pickle and copy kept them."""
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


def _annotated(cls: Any) -> tuple[str, ...]:
    """Return the names that a class's body annotates, in order."""
    if sys.version_info < (3, 14):
        return tuple(cls.__annotations__)
    # From Python 3.14 on annotations are a function, whose types may not be there yet (PEP 649).
    library: Any = import_module("annotationlib")
    return tuple(library.get_annotations(cls, format=library.Format.FORWARDREF))


def _made(cls: type, *, frozen: bool) -> type:
    """Return the class anew with slots, and with the methods of a dataclass."""
    assert cls.__bases__ == (object,), "fields of a base are not looked for"
    space = dict(cls.__dict__)
    names = _annotated(cls)
    defaults = {name: space.pop(name) for name in names if name in space}
    for gone in ("__dict__", "__weakref__"):
        space.pop(gone, None)
    space |= {"__slots__": names, "__match_args__": names}
    space["__dataclass_fields__"] = _Fields(names, defaults, frozen=frozen)
    space |= {"__repr__": _shown, "__getstate__": _state, "__setstate__": _restore}
    space |= {"__init__": _first_init, "__eq__": _first_eq, "__hash__": None}
    if frozen:
        space |= {"__setattr__": _refuse, "__delattr__": _refuse, "__hash__": _first_hash}
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    _PLANS[made] = (names, defaults, frozen)
    return made


_PLANS: dict[type, tuple[tuple[str, ...], dict[str, Any], bool]] = {}
"""The fields of each class, their defaults, and whether it is frozen."""


def _first_init(self: Any, *values: object, **named: object) -> None:
    """Stand for __init__ until the first object is made."""
    _add_init(type(self))
    self.__init__(*values, **named)


def _first_eq(self: Any, other: object) -> bool:
    """Stand for __eq__ until it is first asked for."""
    _add_comparison(type(self))
    return bool(self == other)


def _first_hash(self: Any) -> int:
    """Stand for __hash__ until it is first asked for."""
    _add_comparison(type(self))
    return hash(self)


def _add_init(cls: Any) -> None:
    """Compile the __init__ of a class."""
    names, defaults, frozen = _PLANS[cls]
    scope: dict[str, Any] = {"_missing": object()}
    parameters, body = "", ""
    for name in names:
        value = name
        if name in defaults:
            default = defaults[name]
            if isinstance(default, _Factory):
                scope[f"_make_{name}"] = default.make
                made = "[]" if default.make is list else f"_make_{name}()"  # a list is made often
                value = f"{made} if {name} is _missing else {name}"
                parameters += f", {name}=_missing"
            else:
                scope[f"_default_{name}"] = default
                parameters += f", {name}=_default_{name}"
        else:
            parameters += f", {name}"
        if frozen:
            scope[f"_set_{name}"] = getattr(cls, name).__set__
            body += f"    _set_{name}(self, {value})\n"
        else:
            body += f"    self.{name} = {value}\n"
    _compile(cls, f"def __init__(self{parameters}):\n{body or '    pass'}\n", scope)


def _add_comparison(cls: Any) -> None:
    """Compile the __eq__ and, if it is frozen, the __hash__ of a class."""
    names, _, frozen = _PLANS[cls]
    mine = "".join(f"self.{name}, " for name in names)
    theirs = "".join(f"other.{name}, " for name in names)
    source = (
        "def __eq__(self, other):\n"
        "    if other.__class__ is not self.__class__:\n        return NotImplemented\n"
        f"    return ({mine}) == ({theirs})\n"
    )
    if frozen:
        source += f"def __hash__(self):\n    return hash(({mine}))\n"
    _compile(cls, source, {})


def _compile(cls: Any, source: str, scope: dict[str, Any]) -> None:
    """Give a class the functions of a source that was put together here."""
    scope["__name__"] = cls.__module__
    functions: dict[str, Any] = {}
    exec(source, scope, functions)  # noqa: S102 - the words come from this package's own classes
    for name, function in functions.items():
        function.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, function)
