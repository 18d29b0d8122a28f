"""Practice in Chromium: by mouse, keys and touch, from a seed, on paper, and on a later visit."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from cexplain.drills.drill import Drill
from cexplain.drills.sheet import sheet
from cexplain.drills.table import KINDS
from support.axe import breaches
from support.practising import Practice, row
from support.sites import ROOT
from support.visits import is_drawn_in, stand_still

ALL = tuple(KINDS)
KEPT = """
    () => new Promise((resolve, reject) => {
        const opening = indexedDB.open(`workbook ${location.pathname.replace(/practice\\/$/, "")}`);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const all = opening.result.transaction("entries").objectStore("entries").getAll();
            all.onsuccess = () => { opening.result.close(); resolve(all.result); };
        };
    })
"""


def test_the_page_offers_the_kinds_that_there_are() -> None:
    page = (ROOT / "docs/practice/index.md").read_text(encoding="utf-8")
    boxes = re.findall(r'name="kind" value="(\w+)"[^>]*><span>(.*?)</span>', page)
    assert boxes == [(kind.name, kind.title) for kind in KINDS.values()]
    script = (ROOT / "tools/browser/src/practice/state.ts").read_text(encoding="utf-8")
    assert re.findall(r'^  (\w+): "(.*)",$', script, re.MULTILINE) == boxes


def openings() -> list[Drill]:
    """The first questions of the lowest level that the page brings along."""
    page = (ROOT / "docs/practice/index.md").read_text(encoding="utf-8")
    (seeds,) = re.findall(r"```drills\n(.*?)\n```", page, re.DOTALL)
    return [row(seed).next() for seed in seeds.splitlines()]


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": {"width": 360, "height": 640}, "has_touch": True},
        {"viewport": {"width": 1280, "height": 720}},
    ],
)
def test_the_first_thing_seen_is_a_question_and_python_is_not_asked_for_it(
    newcomer: Practice, options: dict[str, Any]
) -> None:
    asked: list[str] = []
    newcomer.page.on("request", lambda request: asked.append(request.url))
    newcomer.open()
    first = openings()[0]
    newcomer.shows(first)
    check = newcomer.button("Check").bounding_box()
    assert check is not None
    assert check["y"] + check["height"] <= options["viewport"]["height"]
    expect(newcomer.root.get_by_label("Precedence")).to_be_hidden()
    newcomer.answer(first)
    expect(newcomer.score).to_have_text("1 of 1 right.")
    assert [url for url in asked if "python" in url or "pyodide" in url] == []
    assert newcomer.page.url == f"{newcomer.site}practice/"


def test_the_first_question_goes_on_as_its_seed_does_and_is_another_next_time(
    practice: Practice,
) -> None:
    practice.open()
    first, second = openings()[:2]
    practice.shows(first)
    practice.answer(first, right=False)
    practice.button("Next").click()
    asked = row("6")
    assert asked.next() == first
    asked.answers.append(False)
    practice.shows(asked.next())
    expect(practice.page).to_have_url(re.compile(r"practice/#v=1&seed=6$"))
    practice.page.goto(f"{practice.site}explainer/")
    practice.open()
    practice.shows(second)


def test_the_fold_says_what_is_chosen_in_it_and_folds_when_asked(practice: Practice) -> None:
    practice.open()
    chosen = practice.root.locator(".cwp-chosen")
    expect(chosen).to_have_text("Nine kinds of questions")
    practice.choose()
    for title in ("Read a declaration", "Precedence"):
        practice.root.get_by_role("checkbox", name=title).uncheck()
    expect(chosen).to_have_text("Seven kinds of questions")
    practice.root.get_by_role("combobox", name="Level").select_option("4")
    expect(chosen).to_have_text("Seven kinds of questions, from level 4")
    practice.button("Ask me").click()
    expect(practice.button("Ask me")).to_be_hidden()
    practice.open("#v=1&seed=7b&kinds=print")
    expect(chosen).to_have_text("What is printed")


def test_a_link_asks_what_the_terminal_asks_as_hard_as_the_answers_say(practice: Practice) -> None:
    practice.open("#v=1&seed=7b&level=2")
    asked = row("7b", start=2)
    for right in (True, True, False, True):
        drill = asked.next()
        practice.shows(drill)
        practice.answer(drill, right=right)
        asked.answers.append(right)
        expect(practice.told).to_contain_text(drill.why.replace("`", ""))
        practice.button("Next").click()
    practice.shows(asked.next())
    expect(practice.score).to_have_text("3 of 4 right.")


def test_it_can_be_done_by_keys_alone(practice: Practice) -> None:
    practice.open("#v=1&seed=keys&kinds=read")
    asked = row("keys", ("read",))
    drill = asked.next()
    practice.shows(drill)
    keyboard = practice.page.keyboard
    practice.question.get_by_role("radio").first.focus()
    keyboard.press("Space")
    for _ in range(drill.right):
        keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(practice.status).to_have_text("Right.")
    expect(practice.button("Next")).to_be_focused()
    keyboard.press("Enter")
    asked.answers.append(True)
    practice.shows(asked.next())
    expect(practice.question.get_by_role("radio").first).to_be_focused()


def test_what_is_typed_is_judged_as_a_type(practice: Practice) -> None:
    practice.open("#v=1&seed=typed&kinds=write&level=3")
    drill = row("typed", ("write",), 3).next()
    practice.shows(drill)
    field = practice.question.get_by_role("textbox")
    practice.button("Check").click()
    expect(practice.status).to_have_text("Type your answer first.")
    field.fill("int (x")
    field.press("Enter")
    expect(practice.status).to_contain_text("This is not C yet: column 5: ")
    field.fill(drill.answer.plain.replace(" ", "  "))
    field.press("Enter")
    expect(practice.status).to_have_text("Right.")


def test_a_wrong_answer_leads_to_the_belief_behind_it(practice: Practice, site: str) -> None:
    seed = next(str(n) for n in range(99) if believed(str(n)) is not None)
    practice.open(f"#v=1&seed={seed}&kinds=read&level=3")
    drill = row(seed, ("read",), 3).next()
    practice.shows(drill)
    place = believed(seed)
    assert place is not None
    practice.question.get_by_role("radio").nth(place).check()
    practice.button("Check").click()
    choice = drill.choices[place]
    expect(practice.told).to_contain_text(choice.why.replace("`", ""))
    link = practice.told.get_by_role("link", name="Why many believe this")
    expect(link).to_have_attribute("href", f"{site}misconceptions/#{choice.belief}")


def believed(seed: str) -> int | None:
    """The place of a wrong answer to a seed's first drill that a belief leads to."""
    choices = row(seed, ("read",), 3).next().choices
    return next((place for place, choice in enumerate(choices) if choice.belief), None)


def test_the_answer_is_shown_to_whoever_asks_and_counts_as_wrong(practice: Practice) -> None:
    practice.open("#v=1&seed=7b&kinds=size")
    practice.shows(row("7b", ("size",)).next())
    practice.button("Show the answer").click()
    expect(practice.status).to_have_text("This is the answer.")
    expect(practice.question.locator("li.is-right")).to_have_count(1)
    expect(practice.score).to_have_text("0 of 1 right.")


def test_a_seed_gives_the_same_sheet_twice_and_the_one_of_the_terminal(practice: Practice) -> None:
    made = sheet("7b", ALL, 12)
    texts = []
    for _ in range(2):
        practice.open("#v=1&seed=7b&sheet=12&key=1")
        practice.page.reload()
        paper = practice.root.locator(".cwp-paper")
        expect(paper).to_be_visible()
        texts.append(paper.inner_text())
        asked = paper.locator(":scope > .cwp-list > li > p:first-child")
        expect(asked).to_have_text([each.ask.replace("`", "") for each in made])
    assert texts[0] == texts[1]
    key = practice.root.locator(".cwp-key li")
    expect(key).to_have_text([re.compile(re.escape(each.why.replace("`", ""))) for each in made])


def test_only_the_sheet_is_printed(practice: Practice) -> None:
    practice.open("#v=1&seed=7b&sheet=3&kinds=read.print")
    expect(practice.root.locator(".cwp-paper")).to_be_visible()
    practice.page.emulate_media(media="print")
    for hidden in (".cwp-settings", ".cwp-loading", ".cwp-score", ".cwp-around", ".cwx-title"):
        expect(practice.page.locator(hidden)).to_be_hidden()
    expect(practice.root.locator(".cwp-list").first).to_be_visible()
    expect(practice.root.locator(".cwp-key")).to_have_count(0)


def test_settings_make_the_link_and_wrong_ones_are_told(practice: Practice) -> None:
    practice.open()
    practice.choose()
    for title in ("Read a declaration", "Precedence"):
        practice.root.get_by_role("checkbox", name=title).uncheck()
    practice.root.get_by_role("combobox", name="Level").select_option("4")
    practice.root.get_by_label("Seed").fill("a\u202eb")
    practice.button("Ask me").click()
    said = practice.root.locator(".cwp-said")
    expect(said).to_have_text("A seed is a number or a word of at most 60 characters.")
    practice.root.get_by_label("Seed").fill("my class")
    practice.button("Ask me").click()
    kinds = tuple(kind for kind in ALL if kind not in {"read", "precedence"})
    practice.shows(row("my class", kinds, 4).next())
    link = f"#v=1&seed=my+class&kinds={'.'.join(kinds)}&level=4"
    expect(practice.page).to_have_url(re.compile(re.escape(link) + "$"))


def test_a_frame_asks_the_same_without_the_book_around_it(practice: Practice) -> None:
    practice.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    practice.open("#v=1&seed=7b&kinds=read")
    practice.choose()
    practice.button("Copy a frame").click()
    expect(practice.root.locator(".cwp-said")).to_contain_text("Two lines are copied.")
    address = f"{practice.site}practice/?embed#v=1&seed=7b&kinds=read"
    copied = practice.page.evaluate("navigator.clipboard.readText()")
    assert f'<iframe src="{address.replace("&", "&amp;")}"' in copied
    practice.page.goto(address)
    practice.shows(row("7b", ("read",)).next())
    for hidden in (".cwp-settings", ".cwp-around", ".cwx-title", ".md-header", ".md-footer"):
        expect(practice.page.locator(hidden)).to_be_hidden()
    expect(practice.page.locator(".cw-from").get_by_role("link")).to_be_visible()


def test_answers_are_kept_and_the_next_visit_goes_on_at_their_level(practice: Practice) -> None:
    practice.open("#v=1&seed=7b&kinds=size&level=3")
    asked = row("7b", ("size",), 3)
    for _ in range(3):
        drill = asked.next()
        practice.shows(drill)
        practice.answer(drill)
        asked.answers.append(True)
        practice.button("Next").click()
    practice.shows(asked.next())
    kept = practice.page.evaluate(KEPT)
    (history,) = [each["value"] for each in kept if each["key"] == "practice/size"]
    assert (history["count"], history["rights"]) == (3, 3)
    assert [each["level"] for each in history["tries"]] == [3, 3, 4]
    practice.page.goto(f"{practice.site}explainer/")
    practice.open()
    practice.choose()
    practice.root.get_by_label("Seed").fill("another")
    practice.button("Ask me").click()
    practice.shows(row("another", ALL, 4).next())


@pytest.mark.parametrize(
    "options", [{"viewport": {"width": 360, "height": 740}, "has_touch": True}]
)
def test_a_phone_has_room_and_targets_for_fingers(
    practice: Practice, options: dict[str, Any]
) -> None:
    practice.open("#v=1&seed=7b&kinds=read&level=5")
    drill = row("7b", ("read",), 5).next()
    practice.shows(drill)
    practice.choose()
    wide = practice.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    for target in practice.root.locator(
        "label.cwp-kind, label.cw-question__choice, button:visible"
    ).all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 24
    practice.question.locator("label").nth(drill.right).tap()
    practice.button("Check").tap()
    expect(practice.status).to_have_text("Right.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(practice: Practice, axe: str, scheme: Any) -> None:
    practice.page.emulate_media(color_scheme=scheme)
    practice.open("#v=1&seed=7b&kinds=read&level=3")
    drill = row("7b", ("read",), 3).next()
    practice.shows(drill)
    practice.answer(drill, right=False)
    is_drawn_in(practice.page, scheme)
    stand_still(practice.page)
    assert breaches(practice.page, axe) == []


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_the_terminal_is_named(practice: Practice, options: dict[str, Any]) -> None:
    practice.page.goto(f"{practice.site}practice/")
    expect(practice.page.locator(".cwp-still")).to_be_visible()
    expect(practice.page.locator(".cwp-settings")).to_be_hidden()
