"""The generator of numbers: splitmix64 as it is published, and what is drawn with it."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import cexplain.drills
from cexplain.drills.dice import Dice, hashed

PACKAGE = Path(cexplain.drills.__file__).parent


def test_the_numbers_are_those_of_splitmix64() -> None:
    dice = Dice(1234567)
    assert [dice.number() for _ in range(3)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0xCBF29CE484222325), ("a", 0xAF63DC4C8601EC8C), ("foobar", 0x85944171F73967E8)],
)
def test_a_text_is_hashed_as_fnv_publishes_it(text: str, number: int) -> None:
    assert hashed(text) == number


def test_draws_stay_within_their_bounds_and_reach_them() -> None:
    dice = Dice("bounds")
    assert Counter(dice.between(2, 5) for _ in range(400)).keys() == {2, 3, 4, 5}
    assert {dice.one("abc") for _ in range(100)} == set("abc")
    assert {dice.weighted({"often": 9, "never": 0, "seldom": 1}) for _ in range(200)} == {
        "often",
        "seldom",
    }


def test_an_order_holds_each_value_once_and_every_order_comes() -> None:
    dice = Dice("orders")
    orders = Counter("".join(dice.shuffled("abc")) for _ in range(600))
    assert sorted(orders) == ["abc", "acb", "bac", "bca", "cab", "cba"]
    assert min(orders.values()) > 60
    assert len(set(dice.some("abcd", 2))) == 2


def imported(node: ast.AST) -> list[str | None]:
    match node:
        case ast.ImportFrom(module=module):
            return [module]
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case _:
            return []


def test_no_drill_draws_from_anything_else() -> None:
    """What Python's own generators or the clock give differs between versions and machines."""
    found = {
        f"{path.name}: {name}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported(node)
        if name in {"random", "secrets", "time", "datetime", "os", "uuid"}
    }
    assert found == set()
