"""Another order of the tests of each file, made from a number.

With several workers it is luck which test a worker runs after which: one that has run out takes
some of another's. What holds in the order of the file alone then fails on some days.
"""

import random

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever runs the tests choose another order."""
    parser.addoption(
        "--shuffle",
        type=int,
        metavar="SEED",
        help="run the tests of each file in an order that this number makes",
    )


@pytest.hookimpl(trylast=True)  # pytest's own order keeps what shares a fixture together
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shuffle the tests within their files, alike in each worker."""
    seed: int | None = config.getoption("--shuffle")
    if seed is None:
        return
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(str(item.path), []).append(item)
    for tests in files.values():
        random.Random(seed).shuffle(tests)  # noqa: S311 # an order, not a secret
    items[:] = [item for tests in files.values() for item in tests]
