"""The pages of the rules say what the rules say."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cexplain.rules.catalogue import GROUPS
from cworkbook import words
from cworkbook.rule_chapters import OF_GROUP, OF_RULES
from cworkbook.rule_pages import pages

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


@pytest.mark.parametrize("name", pages())
def test_a_page_is_what_its_rule_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], (
        "run python -m cworkbook.rule_pages"
    )


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(pages())


def test_every_page_of_a_rule_has_the_same_headings() -> None:
    for name, text in pages().items():
        headings = [line for line in text.splitlines() if line.startswith("## ")]
        if name != "index.md":
            assert headings[:2] == ["## Why", "## Repair"]
            assert headings[2:] in (
                [],
                ["## Wrong"],
                ["## Wrong", "## Right"],
                ["## Right"],
                ["## Gets it", "## Does not"],
            )


def test_every_page_of_a_rule_leads_on() -> None:
    rules = {name: text for name, text in pages().items() if name != "index.md"}
    for name, text in rules.items():
        onwards = text.partition("<nav ")[2]
        assert "The chapter on this: [" in onwards, name
        assert "All rules of this part: [" in onwards, name
        assert onwards.count("- Before: ") + onwards.count("- Next: ") in (1, 2), name
    ends = [name for name, text in rules.items() if ("- Before: " in text) != ("- Next: " in text)]
    assert len(ends) == 2  # the first and the last of all


@pytest.mark.parametrize("name", pages())
def test_no_link_is_left_as_markdown(name: str) -> None:
    html = Markdown(extensions=["attr_list", "fenced_code", "md_in_html"]).convert(pages()[name])
    prose = re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert "](" not in prose


def test_restrict_is_told_in_the_same_words_wherever_somebody_looks() -> None:
    promise = words.load(FOLDER.parents[1]).terms["restrict"].means.partition(". ")[2]
    assert promise.startswith("It promises that")
    for name in ("restrict-without-pointer", "restrict-function-pointer"):
        why = pages()[f"{name}.md"].partition("## Why\n\n")[2].partition("## Repair")[0]
        assert promise in why


def test_chapters_are_named_for_rules_that_there_are() -> None:
    known = {rule.name for _, _, rules in GROUPS for rule in rules}
    named = [name for names in OF_RULES.values() for name in names.split()]
    assert set(named) <= known
    assert len(named) == len(set(named))
    assert {part for part, _, _ in GROUPS} == set(OF_GROUP)
