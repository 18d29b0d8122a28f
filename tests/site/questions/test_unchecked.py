"""What is typed, chosen or put in order, and not checked yet, stays: nobody has to begin again."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from support.questions import Asked

DO: dict[str, Callable[[Asked], None]] = {
    "output": lambda one: one.typed.fill("a 12\n  b"),
    "reading": lambda one: one.typed.fill("row is an ar"),
    "write": lambda one: one.typed.fill("char *(*pi"),
    "fill": lambda one: one.typed.fill("*con"),
    "order": lambda one: pressed(one, "(*pick)", "char *"),
    "long": lambda one: pressed(one, "}", "Indent"),
    "program": lambda one: one.typed.fill('int main(void)\n{\n    puts("6");\n'),
    "bytes": lambda one: one.choose("80 bytes"),
    "several": lambda one: one.choose("e"),
    "token": lambda one: pressed(one, "[3]"),
}
"""A beginning of an answer to a question of each kind, by the question's name."""

FULL = """() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException("no", "QuotaExceededError"); };
}"""
"""A device that takes nothing more."""

HURRY = """async (field, letters) => {
    for (const [at, letter] of [...letters].entries()) {
        field.value += letter;
        field.dispatchEvent(new InputEvent("input", {bubbles: true}));
        if (at % 2) await new Promise((go) => setTimeout(go, at % 5));
    }
}"""
"""Type so fast that the device hears of some letters only after the next."""


def pressed(one: Asked, *names: str) -> None:
    """Press buttons of a question."""
    for name in names:
        one.root.get_by_role("button", name=name, exact=True).click()


def looks(one: Asked) -> str:
    """All that a reader has made of a question, as text."""
    return str(
        one.root.evaluate(
            """(root) => JSON.stringify([
                ...root.querySelectorAll(".cw-question__typed")].map((field) => field.value).concat(
                [...root.querySelectorAll(":checked")].map((box) => box.value),
                [...root.querySelectorAll("ol [data-piece]")].map(
                    (piece) => piece.textContent + piece.dataset.indent),
                [...root.querySelectorAll(".cw-question__target[aria-pressed=true]")].map(
                    (target) => target.dataset.at)))"""
        )
    )


@dataclass
class Reader:
    """Somebody who answers on one device, and may leave the page in several ways."""

    page: Page
    site: str

    def begin(self, name: str) -> str:
        """Begin an answer, and return what it looks like."""
        one = self.ask(name)
        empty = looks(one)
        DO[name](one)
        made = looks(one)
        assert made != empty
        return made

    def ask(self, name: str) -> Asked:
        """A question of the page, when it can be answered."""
        return Asked(self.page, f"demo-{name}").ready()

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def go_and_come_back(self) -> None:
        """Follow a link to another page, and go back."""
        link = self.page.get_by_role("link", name="Another page").first
        link.evaluate("(one) => one.click()")
        expect(self.page.get_by_role("heading", name="Another page")).to_be_visible()
        self.page.go_back()
        expect(self.page.get_by_role("heading", name="Questions")).to_be_visible()

    def leave_the_site(self) -> None:
        """Type another address, and go back."""
        self.page.goto("about:blank")
        self.page.go_back()

    def close_the_tab(self) -> None:
        """Close the tab, and open the page in another one."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.goto(self.site + "asked/")


WAYS = (Reader.reload, Reader.go_and_come_back, Reader.leave_the_site, Reader.close_the_tab)
each_way = pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)


@pytest.fixture
def reader(page: Page, site: str) -> Reader:
    """A reader at the page of questions."""
    return Reader(page, site)


@each_way
def test_what_is_not_checked_stays_whichever_way_the_page_is_left(
    reader: Reader, leave: Callable[[Reader], None]
) -> None:
    made = {name: reader.begin(name) for name in DO}
    leave(reader)
    assert {name: looks(reader.ask(name)) for name in DO} == made
    for name in DO:
        expect(reader.ask(name).status).to_be_empty()


@each_way
def test_what_the_device_has_not_taken_when_the_page_is_left_stays_too(
    reader: Reader, leave: Callable[[Reader], None]
) -> None:
    reader.page.evaluate(FULL)
    made = {name: reader.begin(name) for name in DO}
    leave(reader)
    assert {name: looks(reader.ask(name)) for name in DO} == made


def test_a_second_try_that_is_not_checked_stays_beside_the_reason_of_the_first(
    reader: Reader,
) -> None:
    one = reader.ask("output")
    one.typed.fill("a 8\nb 8")
    one.check()
    one.typed.fill("")
    expect(one.status).to_be_empty()
    reader.reload()
    expect(reader.ask("output").typed).to_have_value("")
    one.typed.fill("a 1200")
    reader.reload()
    one = reader.ask("output")
    expect(one.typed).to_have_value("a 1200")
    expect(one.typed).not_to_have_attribute("aria-invalid", "true")
    expect(one.told).to_contain_text("Neither is a pointer.")
    one.typed.fill("a 1200\nb 80")
    one.check()
    expect(one.status).to_have_text("Right.")
    reader.reload()
    expect(reader.ask("output").typed).to_have_value("a 1200\nb 80")
    one.button("Ask me again").click()
    expect(one.typed).to_have_value("")
    reader.reload()
    expect(reader.ask("output").typed).to_have_value("")


def test_another_tab_shows_it_and_takes_nothing_away(reader: Reader) -> None:
    here = reader.ask("output")
    other = reader.page.context.new_page()
    other.goto(reader.site + "asked/")
    there = Asked(other, "demo-output").ready()
    here.typed.press_sequentially("a 12")
    expect(there.typed).to_have_value("a 12")
    there.typed.press_sequentially("00")
    expect(here.typed).to_have_value("a 1200")
    words, away = reader.ask("words"), Asked(other, "demo-words").ready()
    away.choose("gamma")
    away.check()
    expect(words.told).to_contain_text("It is the third letter.")
    expect(here.typed).to_have_value("a 1200")


def test_typing_fast_and_late_answers_of_the_device_take_no_letter(reader: Reader) -> None:
    one = reader.ask("program")
    text = "int main(void) { return 0; } " * 4
    one.typed.fill("")
    one.typed.press_sequentially(text)
    expect(one.typed).to_have_value(text)
    reader.reload()
    expect(reader.ask("program").typed).to_have_value(text)


def test_where_the_device_takes_nothing_it_is_said_once_and_what_is_typed_stays(
    reader: Reader,
) -> None:
    reader.page.evaluate(FULL)
    one = reader.ask("output")
    one.root.evaluate(
        """(root) => {
            window.said = [];
            new MutationObserver((all) => window.said.push(...all.map(
                () => root.querySelector(".cw-question__status").textContent)))
                .observe(root.querySelector(".cw-question__status"), {childList: true});
        }"""
    )
    one.typed.press_sequentially("a 12")
    expect(one.status).to_contain_text("The device has no room left.")
    one.typed.evaluate(HURRY, "0" * 60)
    expect(one.typed).to_have_value("a 12" + "0" * 60)
    expect(one.status).to_contain_text("The device has no room left.")
    assert len(reader.page.evaluate("window.said")) == 1


def test_a_wrong_try_is_there_after_a_reload_with_all_that_was_said_of_it(
    page: Page, ask: Callable[[str], Asked]
) -> None:
    one = ask("output")
    one.typed.fill("a 1200\nb 81")
    one.check()
    expect(one.told).to_have_text("Line 2 is different.")
    order = ask("order")
    pressed(order, "(*pick)")
    order.check()
    hint = order.told.inner_text()
    assert "belong" in hint
    page.reload()
    one = ask("output")
    expect(one.typed).to_have_value("a 1200\nb 81")
    expect(one.told).to_have_text("Line 2 is different.")
    expect(one.root.locator(".cw-question__field")).to_have_class(re.compile("is-wrong"))
    expect(ask("order").told).to_have_text(hint)
    one.typed.fill("a 1200\nb 82")
    one.check()
    expect(one.told).to_have_text("Line 2 is different.")
    one.button("Show the answer").click()
    page.reload()
    expect(ask("output").told).not_to_contain_text("is different")
