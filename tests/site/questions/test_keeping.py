"""Answers stay: through a reload, in another tab, on a changed page, without storage."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.questions import PAGE, Ask, Asked, make_questions
from support.sites import built, served
from support.watching import watched

KEPT = """async () => {
    const open = (name) => new Promise((done) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
    });
    const names = (await indexedDB.databases()).map(({name}) => name);
    const book = await open(names.find((name) => name.startsWith("workbook ")));
    const all = book.transaction("entries").objectStore("entries").getAll();
    return new Promise((done) => all.onsuccess = () => done(
        all.result.filter(({area}) => area === "answers").map(({key, value}) => [key, value])));
}"""

FORBIDDEN = """
    Object.defineProperty(window, "indexedDB", {
        get() { throw new DOMException("no", "SecurityError"); },
    });
"""


def wait_until_kept(page: Page, name: str, tries: int) -> None:
    """Wait until the device has so many tries of a question."""
    page.wait_for_function(
        f"([name, tries]) => ({KEPT})().then((all) => "
        "all.some(([key, value]) => key === name && value.tries.length === tries))",
        arg=[f"demo-{name}", tries],
    )


def test_a_reload_finds_a_right_answer_as_it_was(ask: Ask, page: Page) -> None:
    one = ask("bytes")
    for label in ("80 bytes", "1200 bytes"):
        one.choose(label)
        one.check()
    wait_until_kept(page, "bytes", 2)
    page.reload()
    one = ask("bytes")
    expect(one.button("Ask me again")).to_be_visible()
    expect(one.root.locator("li.is-right")).to_have_text("1200 bytes")
    expect(one.root.locator("li.is-wrong")).to_have_text("80 bytes")
    expect(one.told).to_contain_text("Ten times fifteen pointers.")
    expect(one.status).to_be_empty()
    (kept,) = [value for key, value in page.evaluate(KEPT) if key == "demo-bytes"]
    assert (kept["first"], kept["right"]) == (False, True)
    assert [(each["given"], each["right"]) for each in kept["tries"]] == [
        ("80", False),
        ("1200", True),
    ]
    assert kept["tries"][0]["belief"] == "spiral"


def test_a_reload_finds_a_wrong_answer_and_its_reason(ask: Ask, page: Page) -> None:
    one = ask("words")
    one.choose("omega")
    one.check()
    wait_until_kept(page, "words", 1)
    page.reload()
    one = ask("words")
    expect(one.told).to_contain_text("It is the last letter.")
    expect(one.button("Check")).to_be_visible()
    expect(one.root.get_by_text("It is the first letter.")).to_be_hidden()
    one.choose("gamma")
    one.check()
    expect(one.status).to_have_text("Not so. The answer is below.")


def test_what_was_typed_and_ordered_comes_back(ask: Ask, page: Page) -> None:
    one = ask("output")
    one.typed.fill("a 1200\nb 80")
    one.check()
    two = ask("order")
    for text in ("(*pick)", "char *", "(int)", ";"):
        two.root.get_by_role("button", name=text, exact=True).click()
    two.check()
    wait_until_kept(page, "output", 1)
    wait_until_kept(page, "order", 1)
    page.reload()
    expect(ask("output").typed).to_have_value("a 1200\nb 80")
    two = ask("order")
    row = two.root.get_by_role("list", name="Your order").get_by_role("listitem")
    expect(row).to_have_text(["(*pick)", "char *", "(int)", ";"])
    expect(two.told).to_contain_text("The specifiers come first.")


def test_the_order_of_choices_is_the_readers_own_and_stays(ask: Ask, page: Page) -> None:
    order = ask("words").labels()
    page.reload()
    assert ask("words").labels() == order
    assert ask("bytes").labels() == ["8 bytes", "80 bytes", "1200 bytes"]


def test_another_tab_hears_of_an_answer(ask: Ask, page: Page, site: str) -> None:
    other = page.context.new_page()
    other.goto(site + "asked/")
    there = Asked(other, "demo-bytes").ready()
    here = ask("bytes")
    here.choose("1200 bytes")
    here.check()
    expect(there.root.locator("li.is-right")).to_have_text("1200 bytes")
    expect(there.status).to_be_empty()


def test_a_page_that_changed_and_a_name_that_changed_lose_no_answer(
    browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    with served(tmp_path / "book") as host:
        address = host + "site/"
        make_questions("mkdocs", folder, address)
        with watched(browser, host) as page:
            page.goto(address + "asked/")
            one = Asked(page, "demo-bytes").ready()
            one.choose("80 bytes")
            one.check()
            wait_until_kept(page, "bytes", 1)
            page.goto("about:blank")
            rename(folder, address)
            page.goto(address + "asked/")
            again = Asked(page, "demo-octets").ready()
            expect(again.root.get_by_label("80 octets")).to_be_checked()
            expect(again.told).to_contain_text("You went round to the left.")


def rename(folder: Path, address: str) -> None:
    """Publish the book again: a question was moved, and it has other words and another name."""
    moved = PAGE.replace('id="demo-bytes"', 'id="demo-octets"').replace("} 80 bytes", "} 80 octets")
    first = moved.index("/// question")
    second = moved.index("/// question", first + 1)
    text = moved[:first] + moved[second:] + "\n" + moved[first:second]
    (folder / "docs/asked.md").write_text(text, encoding="utf-8")
    renamed = '[renamed]\ndemo-bytes = "demo-octets"\n'
    (folder / "docs/questions.toml").write_text(renamed, encoding="utf-8")
    built("mkdocs", folder, address)


@pytest.mark.parametrize("options", [{}])
def test_where_storage_is_forbidden_the_page_says_so_and_goes_on(page: Page) -> None:
    page.add_init_script(FORBIDDEN)
    page.reload()
    one = Asked(page, "demo-bytes").ready()
    one.choose("80 bytes")
    one.button("Check").click()
    expect(one.status).to_contain_text("Not so.")
    expect(one.status).to_contain_text("This browser lets the book keep nothing here.")
    one.choose("1200 bytes")
    one.button("Check").click()
    expect(one.status).to_contain_text("Right.")


def test_what_lies_in_the_store_and_is_no_answer_harms_nothing(ask: Ask, page: Page) -> None:
    one = ask("bytes")
    one.choose("80 bytes")
    one.check()
    wait_until_kept(page, "bytes", 1)
    for value in (None, 7, {"tries": "x"}, {"tries": [None]}, {"tries": [{"given": "no such"}]}):
        page.evaluate(
            """([value]) => new Promise((done) => {
                indexedDB.databases().then((all) => {
                    const name = all.find(({name}) => name.startsWith("workbook ")).name;
                    indexedDB.open(name).onsuccess = ({target}) => {
                        const change = target.result.transaction("entries", "readwrite");
                        change.objectStore("entries").put(
                            {area: "answers", key: "demo-bytes", value, when: 1});
                        change.oncomplete = () => { target.result.close(); done(); };
                    };
                });
            })""",
            [value],
        )
        page.reload()
        one = ask("bytes")
        one.choose("1200 bytes")
        one.check()
        expect(one.status).to_have_text("Right.")
        wait_until_kept(page, "bytes", 2 if json.dumps(value).startswith('{"tries": [{') else 1)
