"""The questions that the page of practice brings along."""

import html
import json
from pathlib import Path

import pytest

from cexplain.drills.drill import LEVELS
from cexplain.drills.objects import drill_object
from cexplain.drills.sheet import following
from cexplain.drills.table import KINDS
from cworkbook.fences import Place
from cworkbook.pages import Page, PageError
from cworkbook.practice_page import FENCE

PLACE = Place(Page(Path("/book"), "docs/practice/index.md"), 3)


def test_each_level_has_the_first_question_of_each_seed() -> None:
    made = FENCE.render("6\n12\n", {}, PLACE)
    data = made.split('data-known="')[1].split('"')[0]
    known = json.loads(html.unescape(data))
    assert list(known) == [str(level) for level in LEVELS]
    for level, some in known.items():
        assert [one["seed"] for one in some] == ["6", "12"]
        for one in some:
            first = following(one["seed"], tuple(KINDS), [], start=int(level))
            assert one["drill"] == drill_object(first)


def typed_first() -> str:
    """A seed whose first question is answered by typing."""
    return next(
        str(n) for n in range(99) if following(str(n), tuple(KINDS), [], start=1).form != "choose"
    )


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("", "write the seeds"),
        ("x" * 61, "at most 60 characters"),
        (typed_first(), "begins with a question to type"),
    ],
)
def test_what_cannot_begin_is_told_with_its_place(source: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint):
        FENCE.render(source, {}, PLACE)
