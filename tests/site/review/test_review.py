"""Review in Chromium: what was missed comes back days later, is taken along, and is forgotten."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support.axe import breaches
from support.practising import Practice, row
from support.questions import Asked
from support.reviewing import Review
from support.visits import is_drawn_in, stand_still


def test_nothing_comes_back_to_whoever_missed_nothing(review: Review) -> None:
    review.answer("first-0", "alpha")
    review.open()
    expect(review.due).to_contain_text("Nothing comes back yet")
    expect(review.row("First")).to_contain_text("1 of 2")
    expect(review.button("Review")).to_be_hidden()


def test_what_was_missed_comes_back_days_later_and_goes_away_again(review: Review) -> None:
    review.answer("first-0", "omega")
    review.open()
    expect(review.due).to_contain_text("Nothing is due. The next question comes back in")
    review.at(8)
    review.open()
    expect(review.due).to_have_text("1 question is due.")
    review.button("Review").click()
    asked = Asked(review.page, "first-0")
    expect(asked.root.get_by_role("radio").first).to_be_focused()
    expect(asked.told).to_be_empty()
    asked.choose("alpha")
    asked.check()
    expect(asked.status).to_have_text("Right.")
    link = asked.told.get_by_role("link", name="the other chapter")
    expect(link).to_have_attribute("href", f"{review.site}second/")
    expect(review.due).to_contain_text("Nothing is due.")
    review.button("Next question").click()
    expect(review.root).to_contain_text("That was all for now.")
    review.at(9)
    review.open()
    expect(review.due).to_contain_text("Nothing is due.")


def test_a_second_try_that_is_right_keeps_the_card(review: Review) -> None:
    asked = review.answer("first-0", "omega")
    asked.choose("alpha")
    asked.check()
    review.at(8)
    review.open()
    expect(review.due).to_have_text("1 question is due.")


def test_chapters_take_turns(review: Review) -> None:
    for identity in ("first-0", "first-1", "second-0"):
        review.answer(identity, "gamma")
    review.at(10)
    review.open()
    expect(review.due).to_have_text("3 questions are due.")
    review.button("Review").click()
    met = []
    for _ in range(3):
        shown = review.root.locator(".cw-question")
        expect(shown.get_by_role("radio").first).to_be_enabled()
        met.append(str(shown.get_attribute("id")).removeprefix("q-"))
        asked = Asked(review.page, met[-1])
        asked.choose("alpha")
        asked.check()
        review.button("Next question").click()
        expect(review.root.locator(f"#q-{met[-1]}")).to_have_count(0)
    chapters = [identity.partition("-")[0] for identity in met]
    assert sorted(met) == ["first-0", "first-1", "second-0"]
    assert chapters[0] != chapters[1]


def test_what_was_missed_today_is_asked_at_once_and_its_date_stays(review: Review) -> None:
    review.answer("first-0", "omega")
    review.answer("second-0", "alpha")
    review.at(0.1)
    review.open()
    expect(review.due).not_to_be_empty()
    due = review.due.inner_text()
    for word in ("omega", "alpha"):
        review.button("Ask me what I missed, now").click()
        asked = Asked(review.page, "first-0")
        expect(asked.root.get_by_role("radio").first).to_be_focused()
        asked.choose(word)
        asked.check()
        expect(asked.status).not_to_be_empty()
        review.button("Next question").click()
        expect(review.root).to_contain_text("That was all for now.")
        expect(review.due).to_have_text(due)
    review.at(1)
    review.open()
    expect(review.due).not_to_be_empty()
    expect(review.button("Ask me what I missed, now")).to_be_hidden()
    review.at(8)
    review.open()
    expect(review.due).to_have_text("1 question is due.")
    review.button("Review").click()
    asked = Asked(review.page, "first-0")
    expect(asked.root.get_by_role("radio").first).to_be_focused()
    asked.choose("alpha")
    asked.check()
    expect(review.due).to_contain_text("Nothing is due.")


def test_a_link_to_what_was_missed_asks_it_at_once(review: Review) -> None:
    review.open("#now")
    expect(review.due).to_contain_text("Nothing comes back yet")
    expect(review.root.locator(".cw-question")).to_have_count(0)
    review.answer("first-0", "omega")
    for days in (0.1, 8):  # missed today, and due
        review.at(days)
        review.open("#now")
        asked = Asked(review.page, "first-0")
        expect(asked.root.get_by_role("radio").first).to_be_focused()


def test_from_a_drill_that_was_missed_a_link_leads_to_it_asked_again(review: Review) -> None:
    practice = Practice(review.page, review.site)
    practice.open("#v=1&seed=7b&kinds=read")
    link = practice.root.get_by_role("link", name="Review what you missed")
    asked = row("7b", ("read",))
    drill = asked.next()
    practice.shows(drill)
    practice.answer(drill)
    expect(practice.score).to_have_text("1 of 1 right.")
    expect(link).to_be_hidden()
    practice.button("Next").click()
    asked.answers.append(True)
    drill = asked.next()
    practice.shows(drill)
    practice.answer(drill, right=False)
    link.click()
    due = review.due
    expect(due).to_contain_text("Nothing is due. The next question comes back in")
    said = due.inner_text()
    again = review.root.locator(".cwp-question")
    expect(again.locator(".cwp-code").first).to_have_text(drill.code)
    again.get_by_role("radio").nth(drill.right).check()
    review.button("Check").click()
    expect(again.get_by_role("status")).to_have_text("Right.")
    expect(due).to_have_text(said)


def test_a_drill_that_was_missed_comes_back(review: Review) -> None:
    practice = Practice(review.page, review.site)
    practice.open("#v=1&seed=7b&kinds=read")
    drill = row("7b", ("read",)).next()
    practice.shows(drill)
    practice.answer(drill, right=False)
    review.at(8)
    review.open()
    expect(review.due).to_have_text("1 question is due.")
    expect(review.row("Practice")).to_be_visible()
    review.button("Review").click()
    again = review.root.locator(".cwp-question")
    expect(again.locator(".cwp-code").first).to_have_text(drill.code)
    again.get_by_role("radio").nth(drill.right).check()
    review.button("Check").click()
    expect(again.get_by_role("status")).to_have_text("Right.")
    expect(review.due).to_contain_text("Nothing is due.")


def test_progress_names_chapters_and_misconceptions(review: Review) -> None:
    review.answer("first-0", "omega")
    review.answer("second-1", "alpha")
    review.at(8)
    review.open()
    expect(review.row("First").get_by_role("cell")).to_have_text(
        ["First", "1 of 2", "0", "1", "Reset"]
    )
    expect(review.row("Second").get_by_role("cell")).to_have_text(
        ["Second", "1 of 2", "1", "0", "Reset"]
    )
    belief = review.root.get_by_role("link", name="The spiral rule")
    expect(belief).to_have_attribute("href", f"{review.site}misconceptions/#spiral")


def test_a_chapter_is_forgotten_and_the_others_stay(review: Review) -> None:
    review.answer("first-0", "omega")
    review.answer("second-0", "omega")
    review.at(8)
    review.open()
    expect(review.due).to_have_text("2 questions are due.")
    review.button("Reset First").click()
    expect(review.row("First")).to_contain_text("Forget all?")
    review.button("Reset First: forget all of it").press("Tab")  # another thought
    expect(review.due).to_have_text("2 questions are due.")
    review.forget("First")
    expect(review.due).to_have_text("1 question is due.")
    expect(review.row("First")).to_contain_text("0 of 2")
    expect(review.row("Second")).to_contain_text("1 of 2")
    asked = Asked(review.page, "first-0")
    review.page.goto(f"{review.site}first/")
    asked.ready()
    expect(asked.told).to_be_empty()


def test_a_file_takes_all_along_and_brings_it_back(review: Review, tmp_path: Path) -> None:
    review.answer("first-0", "omega")
    review.open()
    with review.page.expect_download() as waiting:
        review.button("Export").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "workbook-2026-03-02.json"
    assert {each["area"] for each in json.loads(file.read_text())["entries"]} >= {
        "answers",
        "cards",
    }
    review.forget("First")
    expect(review.due).to_contain_text("Nothing comes back yet")
    review.root.locator("input[type=file]").set_input_files(file)
    expect(review.said).to_have_text(re.compile(r"^\d newer things were taken from the file\.$"))
    expect(review.due).to_contain_text("The next question comes back")


@pytest.mark.parametrize(
    "text", ["", "{}", '{"kind": "c-concepts-workbook", "version": 7, "entries": []}']
)
def test_a_file_that_is_no_export_is_told_and_changes_nothing(
    review: Review, tmp_path: Path, text: str
) -> None:
    (tmp_path / "x.json").write_text(text)
    review.open()
    review.root.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    expect(review.said).to_have_text(re.compile("not an export|version 7"))


def test_where_the_device_keeps_nothing_it_is_said_and_the_page_works(review: Review) -> None:
    review.page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    review.open()
    expect(review.said).to_contain_text("lets the book keep nothing here")
    expect(review.due).to_contain_text("Nothing comes back yet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(review: Review, axe: str, scheme: Any) -> None:
    review.page.emulate_media(color_scheme=scheme)
    review.answer("first-0", "omega")
    review.at(8)
    review.open()
    expect(review.row("First")).to_be_visible()
    is_drawn_in(review.page, scheme)
    stand_still(review.page)
    assert breaches(review.page, axe) == []
