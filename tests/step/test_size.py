"""What comes when somebody presses Step for the first time: the first picture needs it all."""

import re
from collections.abc import Iterable

import pytest

from support.programs import BUILT
from support.scripts import BUILD, FIRST_STEP, needed, packed, text

LATER = ("step-asking.js", "step-copies.js")

MOST = 57_000
"""Bytes as a host packs them, without what Run has fetched too."""


@pytest.fixture(autouse=True)
def build() -> None:
    """Skip where the pages' scripts are not built."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")


def texts(files: Iterable[str]) -> str:
    return "".join(text(file) for file in files)


def test_the_first_step_brings_little() -> None:
    own = needed(FIRST_STEP) - needed(["program-worker.js"])
    assert packed(own) < MOST, {one: packed([one]) for one in own}


def test_what_the_first_picture_does_without_comes_later() -> None:
    first = texts(needed(FIRST_STEP))
    rest = texts([one.name for one in BUILD.glob("part-*.js")]) + texts(needed(LATER))
    for words in (
        "now points to",  # sentences
        "basic_string_view",  # containers of C++
        "was never freed",  # mistakes
        "Which line made it so",  # questions
        "Choose an answer first",
        "aria-labelledby",  # a copy as SVG
    ):
        assert words not in first, words
        assert words in rest, words


def test_the_view_knows_no_other_files_than_its_own() -> None:
    known = re.findall(r'"?([\w.-]+)"?:\{path:', texts(needed(["step.js"])))
    assert known
    assert [one for one in known if not one.startswith("step")] == []
