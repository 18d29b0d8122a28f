"""The form of the page for teachers: it offers what the book has, by the names of the link."""

import re
from pathlib import Path

import pytest

from cexplain.drills.table import KINDS
from cworkbook.class_page import FENCE, MOST, form
from cworkbook.fences import Place
from cworkbook.pages import Page, PageError
from cworkbook.review_page import known

ROOT = Path(__file__).resolve().parents[2]
LINK = ROOT / "tools/browser/src/classroom/link.ts"


def test_every_chapter_and_every_kind_of_drill_can_be_chosen() -> None:
    made = form(ROOT)
    assert re.findall(r'name="chapter"[^>]* value="(.*?)"', made) == list(known(ROOT)["chapters"])
    kinds = re.findall(r'name="kind"[^>]* value="(.*?)"[^>]*><span>(.*?)<', made)
    assert kinds == [(kind.name, kind.title) for kind in KINDS.values()]
    count = len(known(ROOT)["chapters"]["volatile"]["questions"])
    assert f"<span>volatile ({count})</span>" in made


def test_its_limits_and_names_are_those_of_the_link() -> None:
    script = LINK.read_text(encoding="utf-8")
    assert f"export const MOST = {MOST};" in script
    (names,) = re.findall(r"FIELDS = \[(.*?)\]", script)
    fields = set(re.findall(r'"(\w+)"', names)) - {"kinds", "chapters"} | {"kind", "chapter"}
    assert set(re.findall(r' name="(\w+)"', form(ROOT))) == fields


def test_the_page_for_teachers_describes_every_part_of_a_link_and_every_kind() -> None:
    page = (ROOT / "docs/teaching.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)(?:=1)?` \|", page, re.MULTILINE)
    (names,) = re.findall(r"FIELDS = \[(.*?)\]", LINK.read_text(encoding="utf-8"))
    assert sorted(rows) == sorted(["v", *re.findall(r'"(\w+)"', names)])
    (row,) = re.findall(r"^\| `kinds` \|(.*?)\|", page, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == list(KINDS)


def test_a_fence_with_a_text_is_refused_at_its_line() -> None:
    place = Place(Page(ROOT, "docs/teaching.md"), 7)
    with pytest.raises(PageError, match=r"docs/teaching\.md:7: error: this fence is empty"):
        FENCE.render("x", {}, place)
    assert "\n" not in FENCE.render("", {}, place)
