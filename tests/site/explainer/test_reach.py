"""The explainer by keyboard, by ear, by touch, enlarged, in few colours, in any script."""

import re

from playwright.sync_api import Locator, expect

from support.explaining import Bench
from support.visits import PHONE

FP = "char *(*fp)(int, float *);"
WRONG = "int rows(void)[3];"

COPIES = (
    "Copy link", "Copy text", "Copy Markdown", "Copy SVG", "Copy for a page", "Copy a frame",
)  # fmt: skip

FOCUSED = """() => {
    const one = document.activeElement;
    const drawn = one.matches("textarea") ? one.parentElement
        : one.matches("[type=radio]") ? one.nextElementSibling : one;
    const {outlineStyle, outlineWidth} = getComputedStyle(drawn);
    const name = one.matches("textarea, select") ? one.localName : one.value || one.textContent;
    return [name, outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
}"""


def test_the_keyboard_reaches_every_control_in_their_order_and_shows_where_it_is(
    bench: Bench,
) -> None:
    page = bench.page
    bench.write(WRONG)
    expect(bench.result.locator(".cwx-findings li")).to_have_count(1)
    bench.root.locator(".cwx-share").evaluate("one => { one.open = false }")
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    walked: list[list[object]] = []
    while not walked or walked[-1][0] != "Share":
        focused = page.evaluate(FOCUSED)
        page.keyboard.press("Tab")
        if not re.match("Show the linked|Your earlier", focused[0]):  # what other tests left
            walked.append(focused)
    assert walked == [
        [name, True]
        for name in (
            "read", "select", "prose", "textarea",
            "Line 1, column 9", "Why: rule function-returning-array, 6.7.7.4p1",
            "Play", "Step through", "Ask clang (25 MB, once)", "Share",
        )
    ]  # fmt: skip
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    for name in COPIES:
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == [name, True]
    while page.evaluate(FOCUSED)[0] not in ("textarea", "read"):
        page.keyboard.press("Shift+Tab")
    expect(bench.input).to_be_focused()  # and Tab goes in and out of it


def test_choices_are_made_by_arrows_and_steps_by_enter(bench: Bench) -> None:
    bench.write("p is a pointer to int")
    bench.root.get_by_label("C to English", exact=True).focus()
    bench.page.keyboard.press("ArrowRight")
    expect(bench.result.locator(".cwx-c")).to_have_text("int *p;")
    step = bench.result.get_by_role("button", name="Step through")
    step.focus()
    bench.page.keyboard.press("Enter")
    expect(bench.result.locator(".cw-steps__status")).to_have_text("1 of 3: p is")


def test_no_bare_key_does_anything(bench: Bench) -> None:
    bench.copy("Copy link")
    expect(bench.copied).to_have_text("Copy link: copied.")
    address = bench.page.url
    for key in "acefhjknpstv./?,":
        bench.page.keyboard.press(key)
    expect(bench.root.get_by_role("button", name="Copy link")).to_be_focused()
    assert bench.page.url == address
    expect(bench.copied).to_have_text("Copy link: copied.")


def test_a_screen_reader_meets_the_reading_and_no_drawing(bench: Bench) -> None:
    bench.write(f"{WRONG} int *b;")
    expect(bench.result.locator(".cw-reading")).to_have_count(2)
    expect(bench.result.locator("svg.cw-path")).to_have_count(2)
    heard = bench.result.aria_snapshot()
    assert 'article "Reading of b":\n  - paragraph: b is a pointer to int' in heard
    assert 'button "Line 1, column 9"' in heard
    for drawn in ("img", "figure", "^~"):
        assert drawn not in heard
    snapshot = bench.root.aria_snapshot()
    assert re.search(r'textbox "C": int rows\(void\)\[3\]; int \*b;', snapshot)
    expect(bench.share).to_have_text("Share")


def test_enlarged_four_times_nothing_scrolls_sideways(bench: Bench) -> None:
    bench.page.set_viewport_size(
        {"width": 320, "height": 256}
    )  # 1280 by 1024 at 400 %: WCAG 1.4.10
    wide = f"int {'long_name_' * 12}(char const *const *{'parameter' * 9}, ...)[3];\n{FP}"
    for way, text in (("C to English", wide), ("English to C", "x" * 90 + " is an int")):
        bench.choose(way)
        bench.write(text)
        expect(bench.prose.last).to_be_visible()
        assert bench.page.evaluate("document.documentElement.scrollWidth") == 320


def test_with_few_colours_what_is_chosen_and_lit_is_still_seen(bench: Bench) -> None:
    bench.page.emulate_media(forced_colors="active")
    bench.write("int *row[3];")
    expect(bench.prose).to_contain_text("row is")
    bench.page.keyboard.press("Home")
    lit = bench.result.locator(".cw-phrase.is-here")
    expect(lit).to_have_text("int")

    def background(one: Locator) -> str:
        return str(one.evaluate("one => getComputedStyle(one).backgroundColor"))

    chosen, other = (
        bench.root.locator(f"input[value={value}] + span") for value in ("read", "write")
    )
    assert background(chosen) != background(other)
    expect(lit).to_have_css("background-color", background(chosen))  # which fades in
    expect(bench.root.locator(".cwx-mark.is-here")).to_have_css("outline-style", "solid")


def test_a_finger_on_the_picture_lights_the_words(bench: Bench) -> None:
    page = bench.page
    page.set_viewport_size(PHONE)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    bench.write(FP)
    expect(bench.prose).to_contain_text("fp is")
    star = bench.result.locator(".cw-path .cw-code[data-stop='2']")
    star.evaluate("one => one.scrollIntoView({block: 'center'})")
    box = star.bounding_box()
    assert box
    touched = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [touched]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(bench.result.locator(".cw-phrase.is-now")).to_have_text("a pointer to")
    expect(bench.result.locator(".cw-steps__status")).to_have_text("2 of 5: a pointer to")
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})


def test_carets_stand_below_the_place_whatever_letters_are_before_it(bench: Bench) -> None:
    for before in (
        "/* 😀é́ */ ",
        "/* שלום */ ",
        "/* 漢字 */ ",
        "\t\t",
        "/* long " + "x" * 90 + " */",
    ):
        box = bench.result.locator(".cwx-carets")
        bench.write("")
        expect(box).to_have_count(0)  # what comes now is about the next text
        bench.write(before + WRONG)
        expect(box).to_contain_text("(void)")
        text, place, _, carets = (
            box.locator("> *").nth(index).bounding_box() for index in range(4)
        )
        assert text and place and carets  # noqa: PT018 - drawn, all of them
        assert abs(carets["x"] - place["x"]) < 1
        assert carets["y"] > place["y"]
        assert place["x"] > text["x"]


def test_the_underlines_lie_below_the_letters_of_the_input(bench: Bench) -> None:
    for text in (
        "\tint\t*p;\n\t\tint x;  ",
        "/* 😀👩\u200d👧 é́ שלום 漢字 */ int *p;",
        "int " + "a_b" * 90 + ";",
    ):
        bench.write(text)
        expect(bench.root.locator(".cwx-under")).to_have_text(text, use_inner_text=False)
        sizes = bench.root.locator(".cwx-editor").evaluate(
            "one => [one.lastElementChild.scrollHeight, one.firstElementChild.clientHeight,"
            " one.lastElementChild.clientWidth - one.firstElementChild.clientWidth]"
        )
        assert sizes[0] == sizes[1]
        assert sizes[2] == 0


def test_a_word_that_is_being_composed_is_left_alone_and_read(bench: Bench) -> None:
    session = bench.page.context.new_cdp_session(bench.page)
    bench.write("int *")
    for part in ("に", "にほ", "にほん"):
        session.send(
            "Input.imeSetComposition",
            {"text": part, "selectionStart": len(part), "selectionEnd": len(part)},
        )
        expect(bench.input).to_have_value(f"int *{part}")
        expect(bench.prose).to_have_text(f"{part} is a pointer to int")
    session.send("Input.insertText", {"text": "日本"})
    expect(bench.input).to_have_value("int *日本")
    expect(bench.prose).to_have_text("日本 is a pointer to int")


def test_undo_takes_back_what_was_typed_and_the_reading_follows(bench: Bench) -> None:
    bench.write("int a;")
    bench.page.keyboard.press("ArrowLeft")
    bench.page.keyboard.insert_text("[3]")
    expect(bench.prose).to_have_text("a is an array of 3 ints")
    bench.page.keyboard.press("ControlOrMeta+z")
    expect(bench.input).to_have_value("int a;")
    expect(bench.prose).to_have_text("a is an int")
    bench.page.keyboard.press("ControlOrMeta+Shift+z")
    expect(bench.prose).to_have_text("a is an array of 3 ints")


def test_two_tabs_do_not_disturb_each_other(bench: Bench) -> None:
    bench.write("int first;")
    expect(bench.page).to_have_url(re.compile("c=int\\+first%3B$"))
    with bench.page.context.expect_page() as opened:
        bench.page.evaluate("open(location.href)")
    other = Bench(opened.value, bench.site)
    expect(other.prose).to_have_text("first is an int")
    other.write("int second;")
    expect(other.prose).to_have_text("second is an int")
    expect(bench.prose).to_have_text("first is an int")
    opened.value.close()
