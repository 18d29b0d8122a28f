"""The page for teachers in Chromium: links to make, and the files that learners hand in."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.axe import breaches
from support.teaching import Learner
from support.visits import is_drawn_in, stand_still
from support.watching import watched

BOOK = "#v=1&title=Week+3&due=2027-03-31&seed=7b&chapters=first&questions=2"
DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "application/json" }));
    const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    return document.querySelector(".cwt-results").dispatchEvent(drop);
}"""

WATCH = """() => document.querySelector(".cwt-results input").addEventListener("click", (event) => {
    event.preventDefault(); // a window of the system's own
    document.documentElement.dataset.asked = "files";
})"""


@pytest.fixture
def page(learner: Learner) -> Page:
    """The page for teachers."""
    opened(learner)
    return learner.page


def opened(learner: Learner) -> None:
    """Go to the page for teachers."""
    learner.page.goto(f"{learner.site}teaching/")
    expect(learner.page.locator(".cwt")).to_have_class(re.compile(r"\bis-live\b"))


def maker(page: Page) -> Locator:
    """The form that makes links."""
    return page.get_by_role("form", name="A class link")


def table(page: Page) -> list[list[str]]:
    """The rows of the one table, as they are read out."""
    expect(page.locator(".cwt-table")).to_have_count(1)
    rows = page.locator(".cwt-table tr").all()
    return [[cell.text_content() or "" for cell in row.locator("th, td").all()] for row in rows]


def choose(page: Page, *files: Path) -> None:
    """Hand files to the page."""
    page.locator(".cwt-results input[type=file]").set_input_files(list(files))


def test_a_link_is_made_of_what_is_chosen_and_opens_that_sheet(
    page: Page, browser: Browser, site: str
) -> None:
    form = maker(page)
    link = form.get_by_label("The link")
    expect(link).to_have_value(re.compile(rf"^{re.escape(site)}class/#v=1&seed=\d+&drills=10$"))
    form.get_by_label("First (4)").check()
    form.get_by_label("How many of them").fill("2")
    form.get_by_label("How many drills").fill("0")
    form.get_by_label("Title").fill("Week 3")
    form.get_by_label("Due").fill("2027-03-31")
    form.get_by_label("Seed").fill("7b")
    expect(link).to_have_value(f"{site}class/{BOOK}")
    expect(form.get_by_role("link", name="Open the sheet")).to_have_attribute(
        "href", f"{site}class/{BOOK}"
    )
    expect(form.get_by_role("link", name="on paper")).to_be_hidden()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.get_by_role("button", name="Copy the link").click()
    expect(form.get_by_role("status")).to_have_text("The link is copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    with watched(browser, site) as other:
        other.goto(copied)
        expect(other.get_by_role("heading", name="Week 3")).to_be_visible()
        expect(Learner(other, site).numbers).to_have_count(2)


def test_the_same_drills_are_on_paper_with_their_key(page: Page, site: str) -> None:
    form = maker(page)
    form.get_by_label("Seed").fill("7b")
    form.get_by_label("Precedence").uncheck()
    form.get_by_label("Level").select_option("3")
    kinds = "read.write.legal.type.size.pointer.convert.print"
    expect(form.get_by_role("link", name="on paper")).to_have_attribute(
        "href", f"{site}practice/#v=1&seed=7b&kinds={kinds}&level=3&sheet=10&key=1"
    )


def test_what_makes_no_link_is_said(page: Page) -> None:
    form = maker(page)
    form.get_by_label("How many drills").fill("0")
    expect(form.get_by_role("status")).to_have_text("Choose a chapter, or some drills.")
    expect(form.get_by_label("The link")).to_have_value("")
    form.get_by_label("How many drills").fill("61")
    expect(form.get_by_role("status")).to_have_text("A sheet has at most 60 drills.")
    form.get_by_label("How many drills").fill("60")
    expect(form.get_by_role("status")).to_be_empty()


def test_results_are_saved_by_learners_and_read_by_the_teacher(
    learner: Learner, browser: Browser, site: str, tmp_path: Path
) -> None:
    learner.open(BOOK)
    learner.answer("alpha")
    learner.go(2)
    learner.answer("omega")
    learner.answer("alpha")
    ada = learner.save(tmp_path, "Ada")
    assert ada.name == "result-week-3-ada.json"
    said = json.loads(ada.read_text(encoding="utf-8"))
    assert (said["kind"], said["version"]) == ("c-concepts-workbook-result", 1)
    assert (said["name"], said["title"], said["due"]) == ("Ada", "Week 3", "2027-03-31")
    assert [one["state"] for one in said["answers"]] == ["first", "later"]
    assert [[one["given"] for one in each["tries"]] for each in said["answers"]] == [
        ["alpha"],
        ["omega", "alpha"],
    ]
    with watched(browser, site) as page:
        other = Learner(page, site)
        other.open(BOOK)
        other.answer("gamma")
        bob = other.save(tmp_path, "Bob, Jr.")
    opened(learner)
    choose(learner.page, bob, ada)
    expect(learner.page.locator(".cwt-said")).to_have_text("2 of 2 files read.")
    head, first, second, foot = table(learner.page)
    assert head == ["Name", "Answered", "Right", "First try", "Last answer", "1", "2"]
    assert [*first[:4], *first[5:]] == [
        *("Ada", "2", "2", "1"),
        "✓right at the first try",
        "(✓)right at a later try",
    ]
    assert [*second[:4], *second[5:]] == ["Bob, Jr.", "1", "0", "0", "✗not right", "·not answered"]
    assert foot == ["Right at the first try", "1", "0"]
    with learner.page.expect_download() as waiting:
        learner.page.get_by_role("button", name="Save as CSV").click()
    assert waiting.value.suggested_filename == "results-week-3.csv"
    rows = list(csv.reader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    assert rows[0][7:] == [
        f"{place}: First ({one['id']})" for place, one in enumerate(said["answers"], 1)
    ]
    assert [(row[0], row[2], row[7], row[8]) for row in rows[1:]] == [
        ("Ada", "2", "first", "later"),
        ("Bob, Jr.", "1", "wrong", "open"),
    ]
    learner.page.get_by_role("button", name="Clear the tables").click()
    expect(learner.page.locator(".cwt-table")).to_have_count(0)


def test_files_can_be_dropped_and_what_is_no_result_is_told(page: Page, tmp_path: Path) -> None:
    result = json.dumps(
        {
            "kind": "c-concepts-workbook-result",
            "version": 1,
            "name": "<img src=x onerror=alert(1)>",
            "title": "",
            "due": "",
            "sheet": "seed=7b&drills=1",
            "saved": "2027-03-30T10:00:00.000Z",
            "answers": [],
        }
    )
    assert page.evaluate(DROP, ["a.json", result]) is False  # the browser does not open it
    expect(page.locator(".cwt-said")).to_have_text("1 of 1 files read.")
    expect(page.get_by_role("heading", name="Sheet 7b")).to_be_visible()
    expect(page.get_by_role("rowheader", name="<img src=x")).to_be_visible()
    (tmp_path / "b.json").write_text("{}")
    (tmp_path / "c.json").write_text(result.replace('"version": 1', '"version": 9'))
    choose(page, tmp_path / "b.json", tmp_path / "c.json")
    expect(page.locator(".cwt-said")).to_have_text(
        "0 of 2 files read. b.json: it is not a result of this book."
        " c.json: it has version 9, and this book reads version 1."
    )
    expect(page.locator(".cwt-table")).to_have_count(1)


@pytest.mark.parametrize("options", [{"viewport": {"width": 360, "height": 740}}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_has_room(
    learner: Learner, axe: str, scheme: Any, options: dict[str, Any], tmp_path: Path
) -> None:
    answers = [{"id": f"q{n}", "about": "First", "state": "first", "tries": []} for n in range(60)]
    head = {"kind": "c-concepts-workbook-result", "version": 1, "title": "W" * 40, "due": ""}
    more = {"sheet": "seed=7b", "saved": "2027-03-30T10:00:00.000Z", "answers": answers}
    (tmp_path / "a.json").write_text(json.dumps({**head, **more, "name": "A" * 60}))
    page = learner.page
    page.emulate_media(color_scheme=scheme)
    opened(learner)
    choose(page, tmp_path / "a.json")
    expect(page.locator(".cwt-table")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    is_drawn_in(page, scheme)
    stand_still(page)
    assert breaches(page, axe) == []


def test_the_form_and_the_files_are_reached_by_keys(page: Page) -> None:
    maker(page).get_by_label("First (4)").focus()
    page.keyboard.press("Space")
    expect(maker(page).get_by_label("The link")).to_have_value(re.compile("chapters=first"))
    page.evaluate(WATCH)
    page.get_by_role("button", name="Choose result files").press("Enter")
    expect(page.locator("html")).to_have_attribute("data-asked", "files")


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_the_page_is_a_text(learner: Learner, options: dict[str, Any]) -> None:
    learner.page.goto(f"{learner.site}teaching/")
    expect(learner.page.locator(".cwt-still")).to_be_visible()
    expect(learner.page.locator(".cwt-maker")).to_be_hidden()
    expect(learner.page.locator(".cwt-results")).to_be_hidden()
    expect(learner.page.get_by_text("class/#v=1&title=Week+3")).to_be_visible()
