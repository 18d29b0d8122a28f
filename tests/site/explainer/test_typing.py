"""The explainer, by what a person does: types, presses, reads. One page is used for all of it."""

import re

from playwright.sync_api import Locator, Page, expect

from support.axe import breaches
from support.explaining import Bench
from support.visits import darken, lighten

FP = "char *(*fp)(int, float *);"
FP_READING = (
    "fp is a pointer to a function taking (an int, a pointer to float) "
    "and returning a pointer to char"
)


def lit(within: Locator) -> list[str]:
    """The texts of what is lit for the caret, in the order of the page."""
    return within.locator(".cw-phrase.is-here").all_inner_texts()


def test_typing_is_answered_with_words_and_a_picture(bench: Bench) -> None:
    bench.write("")
    bench.page.keyboard.type(FP)
    expect(bench.prose).to_have_text(FP_READING)
    expect(bench.result.locator("svg.cw-path")).to_have_attribute("role", "img")
    expect(bench.result.locator(".cw-badge")).to_have_count(5)


def test_the_caret_lights_its_step_in_words_picture_and_input(bench: Bench) -> None:
    bench.write("int *row[3];")
    bench.page.keyboard.press("Home")
    expect(bench.result.locator(".cw-phrase.is-here")).to_have_text("int")
    for _ in range(6):
        bench.page.keyboard.press("ArrowRight")
    expect(bench.result.locator(".cw-phrase.is-here")).to_have_text("row is")
    expect(bench.result.locator(".cw-path .is-here.cw-code")).to_have_text("row")
    expect(bench.root.locator(".cwx-mark.is-here")).to_have_text("row")


def test_a_step_that_is_taken_lights_its_tokens_in_the_input(bench: Bench) -> None:
    bench.write("int *row[3];")
    bench.result.get_by_role("button", name="Step through").click()
    bench.result.get_by_role("button", name="Next").click()
    expect(bench.root.locator(".cwx-mark.is-here")).to_have_text("[3]")
    expect(bench.result.locator(".cw-steps__status")).to_have_text("2 of 4: an array of 3")


def test_several_declarations_are_read_each(bench: Bench) -> None:
    bench.write("int *p;\nstruct point { int x, y; } q;\n(char *)s")
    expect(bench.result.locator(".cw-reading")).to_have_count(3)
    expect(bench.result.locator(".cw-prose").last).to_have_text("cast s into a pointer to char")


def test_what_is_wrong_has_its_place_carets_advice_and_rule(bench: Bench) -> None:
    bench.write("int a;\nint rows(void)[3];")
    finding = bench.result.locator(".cwx-findings li")
    expect(finding).to_have_count(1)
    expect(finding).to_contain_text("a function cannot return an array")
    expect(finding.locator(".cwx-carets")).to_have_text("int rows(void)[3];\n        ^~~~~~")
    expect(finding.get_by_role("link")).to_have_attribute(
        "href", f"{bench.site}rules/function-returning-array/"
    )
    expect(bench.root.locator(".cwx-wrong")).to_have_text("(void)")
    finding.get_by_role("button", name="Line 2, column 9").click()
    assert bench.page.evaluate("getSelection().toString()") == "(void)"


def test_a_half_typed_declaration_keeps_the_last_reading_greyed(bench: Bench) -> None:
    bench.write("int *p;")
    expect(bench.prose).to_have_text("p is a pointer to int")
    bench.write("int (*p)(")
    expect(bench.result.locator(".cw-error")).to_have_count(1)
    expect(bench.result.locator(".is-old .cw-prose")).to_have_text("p is a pointer to int")
    expect(bench.result.get_by_text("The last text that could be read")).to_be_visible()
    bench.write("int (*p)(void)")
    expect(bench.result.locator(".is-old")).to_have_count(0)
    expect(bench.prose).to_have_text(
        "p is a pointer to a function taking no parameters and returning an int"
    )


def test_the_standard_decides_what_is_wrong(bench: Bench) -> None:
    bench.write("int *restrict p;")
    expect(bench.result.locator(".cw-error")).to_have_count(0)
    bench.standard.select_option("C89")
    expect(bench.result.locator(".cw-error")).not_to_have_count(0)
    bench.standard.select_option("GNU C23")
    expect(bench.result.locator(".cw-error")).to_have_count(0)


def test_the_style_chooses_the_english_of_the_cdecl_programs(bench: Bench) -> None:
    bench.write(FP)
    bench.choose("cdecl")
    expect(bench.result.locator(".cwx-cdecl")).to_have_text(
        "declare fp as pointer to function (int, pointer to float) returning pointer to char"
    )
    expect(bench.prose).to_be_hidden()
    bench.choose("prose")
    expect(bench.prose).to_have_text(FP_READING)


def test_english_becomes_c_and_its_mistakes_have_their_place(bench: Bench) -> None:
    bench.choose("English to C")
    bench.write("fp is a pointer to a function taking an int and returning a pointer to char")
    expect(bench.result.locator(".cwx-c")).to_have_text("char *(*fp)(int);")
    expect(bench.result.locator(".cw-badge")).to_have_count(5)
    bench.write("cast p into pointre to char")
    expect(bench.result.locator(".cwx-carets")).to_have_text(
        "cast p into pointre to char\n            ^~~~~~~"
    )
    expect(bench.root.locator(".cwx-wrong")).to_have_text("pointre")
    bench.write("cast p into pointer to char")
    expect(bench.result.locator(".cwx-c")).to_have_text("(char *)p")


def test_letters_beyond_16_bits_do_not_shift_what_is_marked(bench: Bench) -> None:
    bench.write("/* 😀😀 */ int rows(void)[3];")
    expect(bench.root.locator(".cwx-wrong")).to_have_text("(void)")
    expect(bench.root.locator(".cwx-under")).to_have_text("/* 😀😀 */ int rows(void)[3];")


def test_playing_walks_to_the_last_stop_and_can_be_paused(bench: Bench) -> None:
    bench.write("int *p;")
    expect(bench.prose).to_have_text("p is a pointer to int")
    play = bench.result.get_by_role("button", name="Play")
    play.click()
    bench.result.get_by_role("button", name="Pause").click()
    expect(bench.result.locator(".cw-steps__status")).to_contain_text("1 of 3: p is")
    play.click()
    expect(bench.result.locator(".cw-steps__status")).to_have_text("3 of 3: int")
    expect(play).to_be_visible()


def test_playing_moves_nothing_for_those_who_asked_for_stillness(bench: Bench) -> None:
    bench.page.emulate_media(reduced_motion="reduce")
    bench.write("int *p;")
    expect(bench.prose).to_have_text("p is a pointer to int")
    bench.result.get_by_role("button", name="Play").click()
    line = bench.result.locator(".is-playing .cw-leg.is-now .cw-line").first
    seconds = line.evaluate("one => parseFloat(getComputedStyle(one).animationDuration)")
    assert seconds < 0.001


def test_a_screen_reader_hears_the_reading_once_typing_rests(bench: Bench) -> None:
    spoken = bench.root.locator("[aria-live].cwx-spoken")
    bench.write("int *q;")
    expect(spoken).to_have_text("q is a pointer to int")
    bench.write("int *q[;")
    expect(spoken).to_have_text(re.compile(r"^Line 1, column \d+: "))


def test_the_address_holds_the_state_and_gives_it_back(bench: Bench) -> None:
    bench.standard.select_option("C17")
    bench.choose("cdecl")
    bench.write("int *p[")
    expect(bench.page).to_have_url(re.compile(r"#v=1&c=int\+%2Ap%5B&std=c17&style=cdecl$"))
    link = bench.page.url
    bench.start_anew()
    bench.follow(link.partition("#")[2])
    expect(bench.input).to_have_value("int *p[")
    expect(bench.standard).to_have_value("c17")
    expect(bench.root.get_by_label("cdecl")).to_be_checked()
    expect(bench.result.locator(".cw-error")).to_have_count(1)


def test_a_link_holds_english_too(bench: Bench) -> None:
    bench.follow("#v=1&english=cast+p+into+pointer+to+char&std=c99")
    expect(bench.input).to_have_value("cast p into pointer to char")
    expect(bench.root.get_by_label("English to C", exact=True)).to_be_checked()
    expect(bench.root.get_by_label("English", exact=True)).to_be_visible()
    expect(bench.standard).to_have_value("c99")
    expect(bench.result.locator(".cwx-c")).to_have_text("(char *)p")


def test_the_gallery_opens_in_the_input_and_back_goes_back(bench: Bench) -> None:
    links = bench.page.locator(".cwx-gallery").get_by_role("link", name="Open in the explainer")
    links.nth(0).click()
    expect(bench.prose).to_have_text(FP_READING)
    links.nth(1).click()
    expect(bench.prose).to_have_text("a is an array of 10 arrays of 15 pointers to int")
    expect(bench.result.locator(".cw-notes")).to_contain_text("spiral")
    bench.page.go_back()
    expect(bench.input).to_have_value(FP)
    expect(bench.prose).to_have_text(FP_READING)
    bench.page.go_forward()
    expect(bench.input).to_have_value("int *a[10][15];")


def test_the_page_stays_accessible_with_readings_and_with_errors(bench: Bench, axe: str) -> None:
    for choose in (darken, lighten):
        choose(bench.page)
        for text in (FP, "int rows(void)[3];\nchar *a, b;"):
            bench.write(text)
            expect(bench.result.locator(".cw-reading").first).to_be_visible()
            bench.result.get_by_role("button", name="Step through").first.click()
            assert breaches(bench.page, axe) == []


def test_a_long_text_does_not_make_a_phone_scroll_sideways(bench: Bench) -> None:
    bench.page.set_viewport_size({"width": 360, "height": 740})
    bench.write(f"int {'long_name_' * 12}(char const *const *{'parameter' * 9}, ...)[3];")
    expect(bench.result.locator(".cw-reading")).to_have_count(1)
    assert bench.page.evaluate("document.documentElement.scrollWidth") == 360
    bench.page.set_viewport_size({"width": 1280, "height": 800})


def test_a_chapter_leads_here_and_back_and_python_stays(bench: Bench) -> None:
    page: Page = bench.page
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Chapter", exact=True).first.click()
    # The theme changes the address before the page.
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    page.get_by_role("link", name="Open in the explainer").click()
    page.wait_for_url("**/explainer/#v=1*")
    expect(bench.prose).to_have_text(
        "f is a function taking no parameters"
        " and returning a pointer to an array of 3 pointers to int"
    )
    expect(bench.standard).to_have_value("c17")
    page.go_back()
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    page.get_by_role("link", name="char *argv[]").click()
    expect(bench.prose).to_have_text("argv is an array of unknown size of pointers to char")
    expect(bench.root.locator("[data-stage]")).to_have_attribute("data-stage", "ready")
    page.go_back()
    expect(page.get_by_role("heading", name="Chapter")).to_be_visible()
    assert page.evaluate("window.sameDocument") is True
