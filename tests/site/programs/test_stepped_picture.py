"""What the picture of a step shows and hides, and what of it is heard."""

from playwright.sync_api import Locator, Page, expect

from support.desks import Open
from support.programs import Desk

EQUAL = """int *a[10][15];

int main(void)
{
    int b[12] = {0};
    b[4] = 1;
    a[2][3] = b;
    b[4] = 2;
    return 0;
}
"""
VECTOR = """#include <vector>

int main()
{
    std::vector<int> v{1, 2, 3};
    v[1] = 5;
    return 0;
}
"""
MADE = """#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *head = malloc(sizeof *head);
    *head = (struct node){2, NULL};
    free(head);
    return 0;
}
"""
TREE = """
- group "Stack":
  - group "main, line 12":
    - list:
      - listitem:
        - button "head"
        - button "struct node *"
        - text: points to block 1
- group "Heap":
  - group "block 1, 16 bytes, malloc in line 10":
    - button "struct node"
    - list:
      - listitem:
        - button "value"
        - button "int"
        - text: 2 , changed
      - listitem: 4 bytes of padding
      - listitem:
        - button "next"
        - button "struct node *"
        - text: null , changed
"""


def stepped(one: Desk, text: str) -> Locator:
    """The view of a program that is stepped through."""
    one.write(text)
    one.press("Step")
    return one.figure.locator(".cw-step")


def way(view: Locator, name: str) -> None:
    view.locator(f"[data-way='{name}']").click()


def test_elements_that_repeat_one_are_folded_up_until_one_of_them_is_different(
    desk: Open, page: Page
) -> None:
    view = stepped(desk("hello.c"), EQUAL)
    said = view.locator(".cw-step__said")
    cells = view.locator(".cw-step__cell:visible")
    expect(cells).to_have_text(["null0"])
    expect(view.get_by_text("[1] to [9]: the same", exact=True)).to_be_visible()
    rest = view.get_by_text("[1] to [14]: the same, null", exact=True)
    rest.click()
    expect(cells).to_have_count(15)
    rest.click()
    expect(cells).to_have_count(1)
    way(view, "step")
    expect(view.locator(".is-changed:visible")).to_have_count(12)
    way(view, "step")
    expect(view.get_by_role("button", name="b[4]: 1, changed")).to_be_visible()
    same = view.get_by_text("[6] to [11]: the same, 0", exact=True)
    eight = view.get_by_role("button", name="b[8]: 0")
    expect(eight).to_have_count(0)
    same.focus()
    page.keyboard.press("Enter")
    expect(eight).to_be_visible()
    page.keyboard.press("ArrowRight")
    # What was unfolded stays so, and the focus stays on it.
    expect(said).to_contain_text("a[2][3] now points to")
    expect(eight).to_be_visible()
    expect(same).to_be_focused()
    way(view, "step")
    expect(said).to_have_text("Line 8: b[4] changes from 1 to 2.")
    # It has an arrow now, though the last step did not change it.
    expect(view.get_by_role("button", name="a[2][3]")).to_be_visible()
    expect(view.get_by_text("[5] to [14]: the same, null", exact=True)).to_be_visible()


def test_a_container_is_shown_as_such_and_its_members_are_one_click_away(desk: Open) -> None:
    view = stepped(desk("thrown.cpp"), VECTOR)
    way(view, "end")
    way(view, "back")
    row = view.locator(".cw-step__row", has_text="v").first
    expect(row.locator(".cw-step__cell")).to_have_text(["10", "51", "32"])
    raw = row.locator(".cw-step__row", has_text="__begin_")
    expect(raw).to_have_count(0)
    row.get_by_text("members", exact=True).click()
    expect(raw).to_contain_text("v[0]")
    way(view, "back")
    expect(raw).to_be_visible()  # what was opened stays so
    row.get_by_text("members", exact=True).click()
    expect(raw).to_be_hidden()


def test_a_screen_reader_walks_the_picture(desk: Open) -> None:
    view = stepped(desk("hello.c"), MADE)
    way(view, "step")
    way(view, "step")
    expect(view.locator(".cw-step__picture")).to_match_aria_snapshot(TREE)
