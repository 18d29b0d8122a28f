"""A line has one number, from 1: in figure and editor, and in what clang and the program say."""

import pytest
from playwright.sync_api import expect

from support.desks import Open
from support.programs import Desk


@pytest.fixture
def marked(desk: Open) -> Desk:
    """The program whose file has lines that the page does not show, with its editor open."""
    return desk("marked.c")


def numbered(one: Desk) -> dict[str, str]:
    """The editor's lines by their numbers, without the empty ones."""
    # The first element of the gutter only keeps room for the widest number.
    numbers = one.figure.locator(".cm-lineNumbers .cm-gutterElement").all_inner_texts()[1:]
    lines = one.figure.locator(".cm-line").all_inner_texts()
    return {number: line for number, line in zip(numbers, lines, strict=True) if line.strip()}


def test_the_editor_numbers_lines_as_the_figure_does(marked: Desk) -> None:
    rows = marked.figure.locator(".cw-row").all()
    shown = {str(row.get_attribute("data-line")): row.inner_text() for row in rows}
    assert numbered(marked) == {n: line.rstrip("\n") for n, line in shown.items() if line.strip()}
    assert list(numbered(marked)) == ["1", "2", "4", "5", "6", "8", "9"]


def test_the_program_counts_as_the_figure_does_and_so_does_the_record(marked: Desk) -> None:
    expect(marked.figure.locator(".cw-said--output")).to_contain_text("marked.c:6, 42")
    said = marked.run()
    assert "marked.c:6, 42" in said
    assert "The same as the book's." in said


def test_clang_the_button_and_the_gutter_name_the_line_that_the_figure_has(marked: Desk) -> None:
    marked.write(marked.text.replace("return 0;", "return nothing;"))
    said = marked.run()
    assert "marked.c, line 8" in said
    marked.figure.get_by_text("As clang writes it").click()
    expect(marked.output).to_contain_text("marked.c:8:12: error: use of undeclared identifier")
    marked.figure.get_by_role("button", name="line 8").click()
    expect(marked.figure.locator(".cm-activeLine")).to_contain_text("return nothing;")
    expect(marked.figure.locator(".cm-lineNumbers .cm-activeLineGutter")).to_have_text("8")
    mark = marked.figure.locator(".cm-lint-marker-error").bounding_box()
    line = marked.figure.locator(".cm-activeLine").bounding_box()
    assert mark is not None
    assert line is not None
    assert line["y"] <= mark["y"] < line["y"] + line["height"]


def test_a_line_that_is_put_in_moves_the_lines_behind_it(marked: Desk) -> None:
    marked.write(marked.text.replace("{\n", "{\n    int x = 1;\n", 1))
    lines = numbered(marked)
    assert lines["6"] == "    int x = 1;"
    assert lines["9"] == "    return 0;"
    assert "marked.c:7, 42" in marked.run()


def test_a_mistake_in_an_included_file_is_told_with_its_name_and_shown_there(marked: Desk) -> None:
    marked.figure.get_by_role("button", name="marked.h", exact=True).click()
    assert list(numbered(marked)) == ["1", "2", "3", "4"]
    marked.write("static inline int twice(int x)\n{\n    return 2 * y;\n}\n")
    marked.figure.get_by_role("button", name="marked.c", exact=True).click()
    marked.run()
    marked.figure.get_by_role("button", name="marked.h, line 3").click()
    expect(marked.figure.locator(".cm-activeLine")).to_contain_text("return 2 * y;")
    expect(marked.figure.locator(".cm-lint-marker-error")).to_have_count(1)


def test_a_selection_behind_hidden_lines_is_the_one_whose_type_is_told(marked: Desk) -> None:
    marked.write(marked.text.replace("return 0;", "return 'c' + 1L;"))
    marked.figure.locator(".cm-content").focus()
    for key in ("ControlOrMeta+End", "ArrowUp", "End", "ArrowLeft"):
        marked.page.keyboard.press(key)
    for _ in "'c' + 1L":
        marked.page.keyboard.press("Shift+ArrowLeft")
    marked.view("Types")
    answer = marked.figure.locator(".cw-types__answer")
    expect(answer).to_contain_text("'c' + 1L")
    expect(answer).to_contain_text("long")


def test_a_text_of_the_readers_own_counts_from_one(marked: Desk) -> None:
    marked.write("int x;\nint y = z;\nint main(void) { return x + y; }\n")
    assert list(numbered(marked)) == ["1", "2", "3"]
    marked.run()
    marked.figure.get_by_role("button", name="marked.c, line 2").click()
    expect(marked.figure.locator(".cm-activeLine")).to_contain_text("int y = z;")


def test_each_file_has_a_history_of_its_own(marked: Desk) -> None:
    book = marked.text
    marked.write("int mine;\n")
    marked.figure.get_by_role("button", name="marked.h", exact=True).click()
    header = marked.text
    marked.write("int other;\n")
    marked.figure.get_by_role("button", name="marked.c", exact=True).click()
    marked.figure.locator(".cm-content").focus()
    marked.page.keyboard.press("ControlOrMeta+z")
    assert marked.text == book
    marked.figure.get_by_role("button", name="marked.h", exact=True).click()
    assert marked.text.strip() == "int other;"
    marked.figure.locator(".cm-content").focus()
    marked.page.keyboard.press("ControlOrMeta+z")
    assert marked.text == header


def test_reset_can_be_undone(marked: Desk) -> None:
    book = marked.text
    marked.write("int mine;\n")
    marked.press("Reset")
    assert marked.text == book
    marked.figure.locator(".cm-content").focus()
    marked.page.keyboard.press("ControlOrMeta+z")
    assert marked.text.strip() == "int mine;"
