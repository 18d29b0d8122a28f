"""The pages of the rules say what the rules say."""

from pathlib import Path

import pytest

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
