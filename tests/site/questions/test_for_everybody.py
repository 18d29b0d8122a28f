"""Without scripts, on paper, in both schemes, with forced colours, and at what cost."""

import io
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pypdf import PdfReader

from support.axe import breaches
from support.questions import PAGE, Ask, Asked
from support.visits import is_drawn_in, stand_still
from support.watching import watched

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_choices_are_listed_and_answers_are_folded(page: Page) -> None:
    one = Asked(page, "demo-bytes")
    assert one.labels() == ["8 bytes", "80 bytes", "1200 bytes"]
    expect(one.root.get_by_text("Ten times fifteen pointers.")).to_be_hidden()
    one.root.locator("summary", has_text="Answers").first.click()
    expect(one.root.get_by_text("Ten times fifteen pointers.")).to_be_visible()
    expect(one.root.get_by_text("You read a pointer.")).to_be_visible()
    expect(page.locator(".cw-question input, .cw-question button:visible")).to_have_count(0)
    expect(page.locator("#q-demo-order li").first).to_be_visible()


def printed(page: Page) -> str:
    """The text of the page on paper, without its spaces."""
    pdf = page.pdf(format="A4")
    sheets = PdfReader(io.BytesIO(pdf)).pages
    return "".join("".join(sheet.extract_text().split()) for sheet in sheets)


def test_on_paper_circles_are_empty_and_answers_come_last(ask: Ask, page: Page) -> None:
    one = ask("bytes")
    one.choose("1200 bytes")
    one.check()
    ask("output").typed.fill("a 7")
    text = printed(page)
    questions = text.index("Whatdocompilerssaytothisfile?")
    for words in ("Tentimesfifteenpointers.", "Youreadapointer.", "Bothsizes."):
        assert text.count(words) == 1
        assert text.index(words) > questions, words
    assert "Answers" in text[questions:]
    assert text.index("1200bytes") < questions
    for screen in ("Check", "Askmeagain", "a7", "whynot?"):
        assert screen not in text
    page.emulate_media(media="print")
    circle = one.root.locator(":checked")
    assert circle.evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.emulate_media(media="screen")
    expect(one.told.get_by_text("Ten times fifteen pointers.")).to_be_visible()
    assert one.root.locator(".cw-question__part").count() == 3


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_on_paper_without_scripts_answers_are_open(page: Page) -> None:
    text = printed(page)
    for words in ("Tentimesfifteenpointers.", "Youreadapointer.", "Bothsizes."):
        assert text.count(words) == 1


def answered(page: Page) -> None:
    """Answer some of the questions, wrongly and rightly."""
    for name, label in (("bytes", "1200 bytes"), ("words", "omega"), ("several", "a")):
        one = Asked(page, f"demo-{name}").ready()
        one.choose(label)
        one.check()
    order = Asked(page, "demo-order").ready()
    order.root.get_by_role("button", name="char *", exact=True).click()
    order.check()
    token = Asked(page, "demo-token").ready()
    token.root.get_by_role("button", name="*", exact=True).click()
    token.check()
    one = Asked(page, "demo-bytes")
    for fold in one.told.locator("summary", has_text="why not?").all():
        fold.click()


@pytest.mark.parametrize(
    ("options", "colours"),
    [
        ({"color_scheme": "light", "viewport": WIDE}, "light"),
        ({"color_scheme": "dark", "viewport": PHONE}, "dark"),
        ({"forced_colors": "active", "viewport": WIDE}, None),  # the system's own
    ],
    ids=["light-wide", "dark-phone", "forced"],
)
def test_no_rule_of_accessibility_is_broken_before_or_after_answers(
    page: Page, axe: str, colours: str | None
) -> None:
    Asked(page, "demo-verdict").ready()
    if colours:
        is_drawn_in(page, colours)
    stand_still(page)
    assert breaches(page, axe) == []
    answered(page)
    stand_still(page)
    assert breaches(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("options", [{"viewport": PHONE}])
def test_on_a_phone_all_pieces_and_tokens_are_within_their_question(ask: Ask) -> None:
    long = ask("long")
    lines = [long.root.get_by_role("button", name=text) for text in ("printf", "int main")]
    for pressed in (False, True):
        for line in lines:
            if pressed:
                line.click()
            within(long, line)
    long.button("Indent").click()
    within(long, lines[1])
    tokens = ask("tokens")
    for token in tokens.root.locator("button.cw-question__target").all():
        within(tokens, token)


def within(one: Asked, inner: Locator) -> None:
    """Hold that something does not stick out of its question on the right."""
    outer_box, box = one.root.bounding_box(), inner.bounding_box()
    assert outer_box is not None
    assert box is not None
    assert box["x"] + box["width"] <= outer_box["x"] + outer_box["width"]


def test_a_screen_reader_hears_the_question_its_choices_and_the_verdict(ask: Ask) -> None:
    one = ask("bytes")
    group = one.root.get_by_role("radiogroup", name="How many bytes does a take?")
    expect(group.get_by_role("radio")).to_have_count(3)
    expect(one.root.get_by_role("status").first).to_be_attached()
    several = ask("several").root.get_by_role("group", name="Which of these are vowels?")
    expect(several.get_by_role("checkbox")).to_have_count(3)
    expect(ask("output").root.get_by_label("What it prints")).to_be_editable()


SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.sources.map(
            ({ node }) => node?.parentElement?.className || "text").join());
    }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize(
    "options", [{"viewport": WIDE}, {"viewport": PHONE}], ids=["wide", "phone"]
)
def test_scripts_come_with_the_first_question_and_nothing_moves(
    browser: Browser, site: str, options: dict[str, Any]
) -> None:
    with watched(browser, site, **options) as page:
        asked: list[str] = []
        page.on("request", lambda sent: asked.append(sent.url))
        page.add_init_script(SHIFTS)
        page.goto(site)
        page.wait_for_load_state("networkidle")
        home = {url for url in asked if url.endswith(".js")}
        asked.clear()
        page.goto(site + "asked/")
        Asked(page, "demo-bytes").ready()
        page.wait_for_load_state("networkidle")
        more = {url for url in asked if url.endswith(".js")} - home
        assert 1 <= len(more) <= 3
        assert not [url for url in asked if url.endswith((".whl", ".wasm.gz", ".zip"))]
        assert page.evaluate("window.shifts") == []


def test_far_below_nothing_is_loaded_until_it_comes_near(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.route(
        "**/asked/",
        lambda route: route.fulfill(
            response=route.fetch(), body=far(route.fetch().text()), content_type="text/html"
        ),
    )
    page.goto(site + "asked/")
    page.wait_for_load_state("networkidle")
    before = len([url for url in asked if url.endswith(".js")])
    Asked(page, "demo-bytes").ready()
    assert len([url for url in asked if url.endswith(".js")]) > before


def far(html: str) -> str:
    """The page with three thousand lines before its first question."""
    return html.replace("<p>Some words", f"<p>{'<br>' * 3000}Some words")


def test_a_script_that_does_not_come_leaves_the_answers_folded(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()  # its console tells of the script, as it should
    page.route("**/build/*.js", without_questions)
    page.goto(site + "asked/")
    expect(page.locator(".cw-question.is-dead")).to_have_count(PAGE.count("/// question {"))
    one = Asked(page, "demo-bytes")
    one.root.locator("summary", has_text="Answers").first.click()
    expect(one.root.get_by_text("Ten times fifteen pointers.")).to_be_visible()
    context.close()


def without_questions(route: Route) -> None:
    """Let every script come but the one of questions, which says this."""
    answer = route.fetch()
    if "Ask me again" in answer.text():
        route.abort()
    else:
        route.fulfill(response=answer)


def test_every_question_of_the_page_comes_to_life(page: Page) -> None:
    Asked(page, "demo-bytes").ready()
    expect(page.locator(".cw-question.is-live")).to_have_count(PAGE.count("/// question {"))
    expect(page.locator(".cw-question.is-dead")).to_have_count(0)
