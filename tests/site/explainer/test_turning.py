"""The explainer's two directions, long texts, members, and what is no declaration."""

import re

from playwright.sync_api import expect

from support.axe import breaches
from support.explaining import Bench
from support.visits import PHONE, darken, lighten

STRUCT = "struct s { int a; char *(*b)(int x); struct { int c; } d[3]; unsigned e : 3; } *list;"
OPEN = "one => one.querySelectorAll('details').forEach((fold) => { fold.open = true })"
MANY = "".join(f"static int (*handler_{number})(const char *name);\n" for number in range(200))


def test_the_other_direction_begins_with_the_answer_and_back_brings_the_text(bench: Bench) -> None:
    text = "int  *z[7]; // mine"
    bench.write(text)
    expect(bench.prose).to_have_text("z is an array of 7 pointers to int")
    bench.choose("English to C")
    expect(bench.input).to_have_value("z is an array of 7 pointers to int")
    expect(bench.result.locator(".cwx-c")).to_have_text("int *z[7];")
    bench.choose("C to English")
    expect(bench.input).to_have_value(text)
    expect(bench.prose).to_have_text("z is an array of 7 pointers to int")
    bench.choose("English to C")
    bench.write("q is a pointer to char")
    expect(bench.result.locator(".cwx-c")).to_have_text("char *q;")
    bench.choose("C to English")
    expect(bench.input).to_have_value("char *q;")


def test_a_text_without_an_answer_stays_when_the_direction_changes(bench: Bench) -> None:
    bench.write("int *p[")
    expect(bench.result.locator(".cw-error")).to_have_count(1)
    bench.choose("English to C")
    bench.ready()
    expect(bench.input).to_have_value("int *p[")


def test_english_where_c_is_read_is_not_read_as_c_and_one_button_turns(bench: Bench) -> None:
    for text, c in (
        ("pointer to function returning int", "int (*)(void)"),
        ("p is a pointer to int", "int *p;"),
    ):
        bench.choose("C to English")
        bench.write(text)
        expect(bench.result.locator(".cwx-complaint")).to_contain_text("This is English")
        expect(bench.result.locator(".cw-reading, .cwx-findings")).to_have_count(0)
        bench.result.get_by_role("button", name="Read it as English").click()
        expect(bench.root.get_by_label("English to C", exact=True)).to_be_checked()
        expect(bench.input).to_be_focused()
        expect(bench.input).to_have_value(text)
        expect(bench.result.locator(".cwx-c")).to_have_text(c)
        expect(bench.result.locator(".cwx-complaint")).to_have_count(0)


def test_c_where_english_is_read_has_the_same_way_out(bench: Bench) -> None:
    bench.choose("English to C")
    bench.write("int *z[7];")
    expect(bench.result.locator(".cwx-complaint")).to_contain_text("This is C")
    expect(bench.result.locator(".cw-error")).to_have_count(0)
    bench.result.get_by_role("button", name="Read it as C").click()
    expect(bench.prose).to_have_text("z is an array of 7 pointers to int")


def test_a_screen_reader_hears_that_a_text_is_english(bench: Bench) -> None:
    bench.write("p is a pointer to int")
    spoken = bench.root.locator("[aria-live].cwx-spoken")
    expect(spoken).to_have_text("This is English, and C is read here.")


def test_what_was_pasted_along_is_named_and_taken_out(bench: Bench) -> None:
    bench.write("```c\nint *p;\n```")
    expect(bench.result.locator(".cwx-findings")).to_contain_text("the fence around the code")
    expect(bench.prose).to_have_text("p is a pointer to int")
    expect(bench.result.locator(".cw-error")).to_have_count(0)
    bench.result.get_by_role("button", name="Clean the text").click()
    expect(bench.input).to_have_value("int *p;")
    expect(bench.result.locator(".cwx-findings")).to_have_count(0)


def test_many_declarations_are_names_to_pick_from(bench: Bench) -> None:
    bench.write(MANY)
    names = bench.result.locator(".cwx-names__list")
    expect(names.get_by_role("listitem")).to_have_count(200)
    expect(bench.prose).to_have_count(1)
    chosen = names.get_by_role("button", name="handler_150", exact=True)
    chosen.click()
    expect(bench.prose).to_contain_text("handler_150 is a static pointer")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
    for box in (names, bench.root.locator(".cwx-editor")):
        inner, outer = box.evaluate("one => [one.scrollHeight, one.clientHeight]")
        assert outer < 500 < inner
    # The caret picks too, and the steps light the text.
    bench.input.press("ControlOrMeta+Home")
    expect(bench.prose).to_contain_text("handler_0 is a static pointer")
    bench.result.get_by_role("button", name="Step through").click()
    expect(bench.root.locator(".cwx-mark.is-here").last).to_have_text("handler_0")


def test_a_place_far_down_in_a_long_text_is_brought_into_view(bench: Bench) -> None:
    bench.write(f"{MANY}int rows(void)[3];")
    bench.result.get_by_role("button", name="Line 201, column 9").click()
    assert bench.page.evaluate("getSelection().toString()") == "(void)"
    wrong = bench.root.locator(".cwx-wrong").bounding_box()
    box = bench.root.locator(".cwx-editor").bounding_box()
    assert wrong
    assert box
    assert box["y"] <= wrong["y"] <= box["y"] + box["height"]


def test_members_stand_one_a_line_each_with_its_path(bench: Bench) -> None:
    bench.write(STRUCT)
    expect(bench.prose.first).to_have_text(
        "list is a pointer to struct s with members:", use_inner_text=True
    )
    members = bench.result.get_by_role("list", name="Members of list")
    assert [each for each in members.inner_text().splitlines() if each] == [
        "a is an int",
        "b is a pointer to a function taking x as an int and returning a pointer to char",
        "d is an array of 3 unnamed structs with members",
        "c is an int",
        "e is an unsigned int bit-field of 3 bits",
    ]
    members.locator("summary").first.click()
    expect(members.locator(".cw-path").first).to_be_visible()
    members.get_by_role("button", name="Step through").first.click()
    expect(members.locator(".cw-steps__status").first).to_have_text("1 of 5: b is")
    expect(bench.root.locator(".cwx-mark.is-here")).to_have_count(0)
    bench.copy("Copy text")
    expect(bench.copied).to_have_text("Copy text: copied.")
    copied = bench.page.evaluate("navigator.clipboard.readText()")
    assert "(a as an int, b as a pointer" in copied  # the sentence is whole


def test_what_is_no_declaration_leads_on(bench: Bench) -> None:
    leads = bench.result.locator(".cwx-leads")
    bench.write("x = y + 1")
    expect(leads).to_contain_text("Declare x and y before it")
    run = leads.get_by_role("link", name="Run it in a program")
    expect(run).to_have_attribute(
        "href", re.compile(f"^{bench.site}declarations/#program=declarations%2Fsizes.c&z=")
    )
    bench.write("int x, y; x = y + 1;")
    expect(bench.result.locator(".cw-notes")).to_contain_text("The whole is of the type int.")
    expect(leads).not_to_contain_text("Declare")
    for text in ("else x = 1;", "#define N 3"):
        bench.write(text)
        expect(bench.result.locator(".cwx-findings")).to_have_count(1)
        expect(run).to_have_attribute("href", re.compile("&z="))
    bench.write("int x;")
    expect(leads).to_be_hidden()


def test_on_a_phone_the_choices_take_one_row_and_unfold(bench: Bench) -> None:
    page = bench.page
    page.set_viewport_size(PHONE)
    more = bench.root.get_by_role("button", name="Options")
    controls = bench.root.locator(".cwx-controls")
    if more.get_attribute("aria-expanded") == "true":
        more.click()
    box = controls.bounding_box()
    assert box
    assert box["height"] < 50
    expect(bench.standard).to_be_hidden()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    bench.standard.select_option("C17")
    more.click()
    expect(bench.standard).to_be_hidden()
    bench.copy("Copy link")
    expect(bench.copied).to_have_text("Copy link: copied.")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_text_that_no_link_holds_is_said_to_be_too_long_for_one(bench: Bench) -> None:
    bench.write(MANY)
    bench.copy("Copy link")
    expect(bench.copied).to_have_text(
        "Copy link: a link takes 8000 characters, and this text is longer."
    )


def test_all_of_it_is_accessible_in_both_schemes(bench: Bench, axe: str) -> None:
    for choose in (darken, lighten):
        choose(bench.page)
        for text in (MANY, STRUCT, "p is a pointer to int", "x = y + 1", "```\nint *p;\n```"):
            bench.write(text)
            bench.ready()
            bench.root.evaluate(OPEN)
            assert breaches(bench.page, axe) == []


def test_what_a_body_declares_stands_below_its_function_block_by_block(
    bench: Bench, axe: str
) -> None:
    bench.write("int f(int n)\n{\n  int a = 1;\n  while (n) {\n    char *p;\n  }\n  return a;\n}")
    body = bench.result.get_by_role("region", name="Declared in the body of f")
    expect(body.get_by_role("listitem")).to_have_count(2)
    expect(body.get_by_role("listitem").first).to_contain_text("a is an int Lines 3 to 8")
    inner = body.get_by_role("listitem").first.get_by_role("listitem")
    expect(inner).to_have_text("p is a pointer to char Lines 5 to 6")
    inner.get_by_role("button").click()
    assert bench.page.evaluate("getSelection().toString()") == "char *p"
    assert breaches(bench.page, axe) == []
