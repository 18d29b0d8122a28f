"""Answering rightly and wrongly, by what a reader chooses, types and presses."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.questions import Ask, Asked


def test_a_right_choice_is_told_with_its_reason_and_the_others_may_be_asked(ask: Ask) -> None:
    one = ask("bytes")
    one.choose("1200 bytes")
    one.check()
    expect(one.status).to_have_text("Right.")
    expect(one.told.get_by_text("Ten times fifteen pointers.")).to_be_visible()
    expect(one.told.get_by_label("Standard output")).to_have_text("a 1200\nb 80\n")
    why = one.told.locator("summary", has_text="80 bytes: why not?")
    expect(one.told.get_by_text("You went round to the left.")).to_be_hidden()
    why.click()
    expect(one.told.get_by_text("You went round to the left.")).to_be_visible()
    link = one.told.get_by_role("link", name="another page")
    expect(link).to_have_attribute("href", re.compile(r"/other/$"))


def test_a_wrong_choice_answers_for_itself_and_gives_nothing_away(ask: Ask) -> None:
    one = ask("bytes")
    one.choose("8 bytes")
    one.check()
    expect(one.status).to_contain_text("Not so.")
    expect(one.told).to_contain_text("You read a pointer.")
    expect(one.root.get_by_text("Ten times fifteen pointers.")).to_be_hidden()
    expect(one.root.locator("li.is-right")).to_have_count(0)
    one.choose("1200 bytes")
    expect(one.root.locator("li.is-wrong")).to_have_count(0)
    one.check()
    expect(one.status).to_have_text("Right.")
    expect(one.root.locator("li.is-wrong")).to_have_text("8 bytes")


def test_after_the_second_wrong_choice_the_right_one_is_told(ask: Ask) -> None:
    one = ask("words")
    for label in ("omega", "gamma"):
        one.choose(label)
        one.check()
    expect(one.status).to_have_text("Not so. The answer is below.")
    expect(one.root.locator("li.is-right")).to_have_text("alpha")
    expect(one.told).to_contain_text("It is the third letter.")
    expect(one.told).to_contain_text("It is the first letter.")
    expect(one.root.get_by_label("alpha")).to_be_disabled()


def test_whoever_asks_for_the_answer_gets_it_and_may_be_asked_again(ask: Ask) -> None:
    one = ask("words")
    expect(one.button("Show the answer")).to_be_hidden()
    one.choose("omega")
    one.check()
    one.button("Show the answer").click()
    expect(one.status).to_have_text("This is the answer.")
    expect(one.root.locator("li.is-right")).to_have_text("alpha")
    one.button("Ask me again").click()
    expect(one.told).to_be_empty()
    expect(one.root.locator(":checked")).to_have_count(0)
    one.choose("alpha")
    one.check()
    expect(one.status).to_have_text("Right.")


def test_nothing_chosen_is_nothing_said(ask: Ask) -> None:
    for name, words in (("bytes", "Choose one first."), ("output", "Type your answer first.")):
        one = ask(name)
        one.button("Check").click()
        expect(one.status).to_have_text(words)
        expect(one.told).to_be_empty()


def test_where_several_are_right_all_of_them_are_wanted(ask: Ask) -> None:
    one = ask("several")
    one.choose("a")
    one.check()
    expect(one.told).to_contain_text("What you chose is right, and it is not all.")
    expect(one.root.locator("li.is-wrong")).to_have_count(0)
    one.choose("e")
    one.check()
    expect(one.status).to_have_text("Right.")


FIXED = """
    const known = CSS.supports.bind(CSS);
    CSS.supports = (...asked) => asked[0] !== "field-sizing" && known(...asked);
    addEventListener("DOMContentLoaded", () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("textarea { field-sizing: fixed !important }");
        document.adoptedStyleSheets.push(sheet);
    });
"""
"""A browser whose text areas do not know of their text."""


@pytest.mark.parametrize("script", ["", FIXED], ids=["by-style", "by-script"])
@pytest.mark.parametrize("options", [{"viewport": {"width": 360, "height": 740}}])
def test_what_is_typed_is_all_seen(ask: Ask, page: Page, script: str) -> None:
    page.add_init_script(script)
    page.reload()
    one = ask("output")
    before = one.typed.evaluate("one => one.offsetHeight")
    one.typed.fill("a 8\nb 8\nc 8\nd 8\n" + 20 * "a longer line ")
    room, text = one.typed.evaluate("one => [one.clientHeight, one.scrollHeight]")
    assert before < room
    assert text <= room
    one.typed.fill("a 8")
    assert one.typed.evaluate("one => one.offsetHeight") == before


def test_an_output_is_typed(ask: Ask) -> None:
    one = ask("output")
    one.typed.fill("a 8\nb 8")
    one.check()
    expect(one.told).to_contain_text("Neither is a pointer.")
    one.typed.fill("a 1200")
    one.check()
    expect(one.told).to_contain_text("It prints 2 lines.")
    one.typed.fill("a   1200\nb 80  ")
    one.check()
    expect(one.status).to_have_text("Right.")
    expect(one.typed).to_have_attribute("readonly", "")


def test_english_and_c_are_judged_by_the_type(ask: Ask) -> None:
    one = ask("reading")
    one.typed.fill("row is a pointer to int")
    one.check()
    expect(one.told).to_contain_text("What you say is this:")
    expect(one.told).to_contain_text("int *row;")
    one.typed.fill("row is a pointer to an array of 3 int")
    one.check()
    expect(one.told).to_contain_text("The star would need parentheses.")
    one.typed.fill("declare row as array 3 of pointer to int")  # another dialect's words
    one.check()
    expect(one.status).to_have_text("Right.")
    two = ask("write")
    two.typed.fill("char *(*pick)(int")
    two.check()
    expect(two.status).to_contain_text("Not so.")
    two.typed.fill("typedef char *finds(int n); finds *pick;")
    two.check()
    expect(two.status).to_have_text("Right.")
    three = ask("fill")
    three.typed.fill("const *")
    three.check()
    expect(three.told).to_contain_text("This makes the characters const.")
    three.typed.fill("*  const")
    three.check()
    expect(three.status).to_have_text("Right.")


def test_pieces_are_put_in_order(ask: Ask) -> None:
    one = ask("order")
    for text in ("(*pick)", "char *", "(int)", ";"):
        one.root.get_by_role("button", name=text, exact=True).click()
    one.check()
    expect(one.told).to_contain_text("The specifiers come first.")
    one.root.get_by_role("button", name="(*pick)", exact=True).click()
    one.button("Move right").click()
    row = one.root.get_by_role("list", name="Your order").get_by_role("listitem")
    expect(row).to_have_text(["char *", "(*pick)", "(int)", ";"])
    one.check()
    expect(one.status).to_have_text("Right.")


def test_a_piece_too_many_is_taken_out(ask: Ask) -> None:
    one = ask("order")
    for text in ("char *", "(*pick)", "(int)", "[3]", ";"):
        one.root.get_by_role("button", name=text, exact=True).click()
    one.check()
    expect(one.told).to_contain_text("does not belong here")
    one.root.get_by_role("button", name="[3]", exact=True).click()
    one.button("Take out").click()
    one.check()
    expect(one.status).to_have_text("Right.")


def test_a_token_and_a_line_are_pointed_at(ask: Ask) -> None:
    one = ask("token")
    one.root.get_by_role("button", name="*", exact=True).click()
    one.check()
    expect(one.told).to_contain_text("A star waits for the suffixes.")
    one.root.get_by_role("button", name="[3]", exact=True).click()
    one.check()
    expect(one.status).to_have_text("Right.")
    two = ask("line")
    two.root.get_by_role("button", name=re.compile("^Line 3:")).click()
    two.check()
    expect(two.status).to_have_text("Not so. Try again.")
    two.root.get_by_role("button", name=re.compile("^Line 2:")).click()
    two.check()
    expect(two.status).to_have_text("Right.")


def test_a_verdict_is_chosen_from_fixed_words(ask: Ask) -> None:
    one = ask("verdict")
    assert one.labels() == ["It compiles, and no compiler says a word", "A compiler refuses it"]
    one.choose("A compiler refuses it")
    one.check()
    expect(one.status).to_have_text("Right.")


def test_a_program_is_changed_until_it_prints_what_it_should(ask: Ask) -> None:
    one = ask("program")
    one.button("Check").click()
    expect(one.status).to_have_text("Change the program first.")
    text = one.typed.input_value()
    one.typed.fill(text.replace("a 1200", "a 1200;"))
    one.check()
    expect(one.told).to_contain_text("It printed:")
    expect(one.told).to_contain_text("a 1200;")
    one.typed.fill(text.replace("80", "81"))
    one.check()
    expect(one.told).to_contain_text("One line is changed, and the other is left.")
    one.typed.fill(text.replace(");", ")"))
    one.check()
    expect(one.told).to_contain_text("It does not compile.")
    expect(one.told).to_contain_text("expected ';'")
    one.typed.fill("int main(void) { for (volatile int i = 0;; i++) ; }")
    one.check()
    expect(one.told).to_contain_text("It was still running after ten seconds.")
    one.typed.fill('int puts(const char *s);\nint main(void)\n{\n    puts("7");\n}\n')
    one.check()
    expect(one.status).to_have_text("Right.")


@pytest.mark.parametrize(
    "options", [{"has_touch": True, "viewport": {"width": 360, "height": 740}}]
)
def test_by_touch_on_a_phone(ask: Ask, page: Page) -> None:
    one = ask("bytes")
    one.root.locator("label", has_text="80 bytes").tap()
    one.button("Check").tap()
    expect(one.status).to_contain_text("Not so.")
    order = ask("order")
    for text in ("char *", "(*pick)", "(int)", ";"):
        order.root.get_by_role("button", name=text, exact=True).tap()
    order.button("Check").tap()
    expect(order.status).to_have_text("Right.")
    small = page.locator(
        ".cw-question :is(button, .cw-question__choice, summary):visible"
    ).evaluate_all(
        "all => all.map((one) => [one.textContent, one.getBoundingClientRect()])"
        ".filter(([_, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_by_keyboard_alone(page: Page) -> None:
    one = Asked(page, "demo-bytes").ready()
    one.root.get_by_label("8 bytes", exact=True).focus()
    keys = page.keyboard
    keys.press("ArrowDown")
    expect(one.root.get_by_label("80 bytes", exact=True)).to_be_checked()
    keys.press("Enter")
    expect(one.status).to_contain_text("Not so.")
    keys.press("ArrowDown")
    keys.press("Tab")
    expect(one.button("Check")).to_be_focused()
    keys.press("Enter")
    expect(one.status).to_have_text("Right.")
    expect(one.status).to_be_focused()  # the button is gone, and the focus is not lost
    keys.press("Shift+Tab")
    expect(one.button("Ask me again")).to_be_focused()


def test_order_and_places_by_keyboard_alone(page: Page) -> None:
    keys = page.keyboard
    one = Asked(page, "demo-order").ready()
    for text in ("(*pick)", "char *", "(int)", "[3]", ";"):
        one.root.get_by_role("button", name=text, exact=True).focus()
        keys.press("Enter")
    one.root.get_by_role("button", name="[3]", exact=True).focus()
    keys.press("Delete")
    one.root.get_by_role("button", name="(*pick)", exact=True).focus()
    keys.press("ArrowRight")
    expect(one.root.get_by_role("button", name="(*pick)", exact=True)).to_be_focused()
    one.button("Check").focus()
    keys.press("Space")
    expect(one.status).to_have_text("Right.")
    two = Asked(page, "demo-token").ready()
    two.root.get_by_role("button", name="int", exact=True).focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Space", "Tab", "Enter"):
        keys.press(key)
    expect(two.status).to_have_text("Right.")


def test_a_word_in_an_answer_is_explained_once_the_answer_is_there(ask: Ask, page: Page) -> None:
    word = page.locator("a.cw-word", has_text="letter")
    one = ask("words")
    expect(word).to_be_hidden()
    one.choose("alpha")
    one.check()
    word.scroll_into_view_if_needed()
    expect(word).to_have_attribute("aria-describedby", re.compile("cw-means"))
    word.hover()
    expect(page.locator(".cw-meaning")).to_contain_text("A sign of the alphabet.")


SEVEN = 'int puts(const char *s);\nint main(void)\n{\n    puts("7");\n}\n'


def test_a_program_is_written_by_keyboard_alone(ask: Ask, page: Page) -> None:
    one = ask("program")
    one.typed.focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(SEVEN)
    page.keyboard.press("Control+Enter")
    expect(one.status).to_have_text("Right.")


@pytest.mark.parametrize(
    "options", [{"has_touch": True, "viewport": {"width": 360, "height": 740}}]
)
def test_a_program_is_written_by_touch(ask: Ask, page: Page) -> None:
    one = ask("program")
    one.typed.tap()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(SEVEN)
    one.button("Check").tap()
    expect(one.status).to_have_text("Right.")
