"""Our `dataclass` makes what the standard library's would make."""

import copy
import dataclasses
import importlib
import pickle
import pkgutil
from typing import Any

import pytest
from hypothesis import given

import cexplain
from cexplain import values
from cexplain.tree import Array, Basic, Declaration, Pointer
from strategies import trees

EXTRAS = ("__main__", "interactive")
CLASSES: dict[str, Any] = {
    f"{module.name.removeprefix('cexplain.')}.{name}": held
    for module in pkgutil.walk_packages(cexplain.__path__, "cexplain.")
    if not module.name.endswith(EXTRAS)
    for name, held in vars(importlib.import_module(module.name)).items()
    if isinstance(held, type)
    and not issubclass(held, tuple)
    and held.__module__ == module.name
    and "__match_args__" in vars(held)
    and "__slots__" in vars(held)
}


def twin(cls: Any) -> Any:
    """What dataclasses makes of the same fields."""
    return dataclasses.make_dataclass(
        cls.__qualname__,
        [(item.name, item.type, _default(item)) for item in dataclasses.fields(cls)],
        frozen=cls.__hash__ is not None,
    )


def _default(item: Any) -> Any:
    return dataclasses.field(default=item.default, default_factory=item.default_factory)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_behaves_as_its_twin(name: str) -> None:
    cls = CLASSES[name]
    other = twin(cls)
    given_values = [f"value of {item.name}" for item in dataclasses.fields(cls)]
    assert dataclasses.is_dataclass(_anything(cls))
    ours, theirs = _anything(cls(*given_values)), other(*given_values)
    assert repr(ours) == repr(theirs)
    assert cls.__match_args__ == other.__match_args__
    assert ours == cls(*given_values)
    assert ours != theirs
    assert (cls.__hash__ is None) == (other.__hash__ is None)
    assert not hasattr(ours, "__dict__")
    for item in dataclasses.fields(cls):
        changed = dataclasses.replace(ours, **{item.name: 0})
        assert changed != ours
        assert getattr(changed, item.name) == 0
        assert values.replace(ours, **{item.name: 0}) == changed
    needed = [item for item in dataclasses.fields(cls) if not _has_default(item)]
    assert repr(cls(*given_values[: len(needed)])) == repr(other(*given_values[: len(needed)]))


def _has_default(item: Any) -> bool:
    return (
        item.default is not dataclasses.MISSING or item.default_factory is not dataclasses.MISSING
    )


def test_most_classes_of_the_engine_are_looked_at() -> None:
    assert len(CLASSES) > 60


def test_a_frozen_object_cannot_be_changed() -> None:
    pointer = Pointer(Basic("int"))
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot change field 'referenced'"):
        pointer.referenced = Basic("char")  # type: ignore[misc]  # that it cannot is the point
    with pytest.raises(dataclasses.FrozenInstanceError):
        del pointer.referenced


def test_a_default_factory_makes_a_new_value_each_time() -> None:
    from cexplain.english.phrase import Phrase  # noqa: PLC0415 - one of the few with such a field

    first, second = (Phrase(Basic("int")) for _ in range(2))
    first.storage.append("static")
    assert second.storage == []


def _anything(value: object) -> Any:
    """The value, of a type that nobody checks."""
    return value


def test_what_is_missing_or_unknown_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="referenced"):
        Pointer()  # type: ignore[call-arg]  # that it is missing is the point
    with pytest.raises(TypeError, match="nonsense"):
        values.replace(_anything(Basic("int")), nonsense=1)


@given(trees())
def test_trees_are_equal_hashed_copied_and_pickled_by_value(declaration: Declaration) -> None:
    for again in (copy.deepcopy(declaration), pickle.loads(pickle.dumps(declaration))):  # noqa: S301 - our own
        assert again == declaration
        assert hash(again) == hash(declaration)


def test_objects_of_different_classes_differ() -> None:
    pointer: object = Pointer(Basic("int"))
    assert pointer != Array(Basic("int"))
