"""A question on other people's pages, of another host, by the two lines that are copied."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from support.axe import breaches
from support.questions import Ask
from support.sites import served
from support.watching import watched

BLOG = (
    "<!doctype html><html lang=en><title>A blog</title><link rel=icon href=data:,>"
    "<main><h1>A blog</h1>"
)
FORBIDDEN = """
    Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no"); } });
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
"""
Publish = Callable[[str], FrameLocator]
SCHEME = "() => document.body.dataset.mdColorScheme"


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of another host's pages."""
    return tmp_path_factory.mktemp("blog")


@pytest.fixture(scope="module")
def elsewhere(blog: Path) -> Iterator[str]:
    """Their address, which is of another host even to a browser that counts hosts by names."""
    with served(blog) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture
def lines(ask: Ask, page: Page, site: str) -> str:
    """What "Copy a frame" copies at a question."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked = ask("words")
    share = asked.root.get_by_role("button", name="Share Question 2")
    expect(share).to_have_attribute("aria-expanded", "false")
    share.press("Enter")
    expect(share).to_have_attribute("aria-expanded", "true")
    asked.button("Copy link").click()
    status = asked.root.locator(".cw-question__copied")
    expect(status).to_have_text("Copy link: copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{site}asked/#q-demo-words"
    asked.button("Copy a frame").click()
    expect(status).to_have_text("Copy a frame: copied.")
    copied = str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")
    assert [line.partition(" ")[0] for line in copied.splitlines()] == ["<iframe", "<p><a"]
    return copied


@pytest.fixture
def post(browser: Browser, site: str, elsewhere: str, scheme: Any) -> Iterator[Page]:
    """A page that may ask the blog and the book, and nobody else."""
    with watched(browser, site, elsewhere, color_scheme=scheme) as page:
        yield page


@pytest.fixture
def scheme() -> Any:
    """The reader's colours; tests may give others."""
    return "light"


@pytest.fixture
def publish(post: Page, blog: Path, elsewhere: str) -> Publish:
    """What publishes a page with some HTML, opens it, and returns the frame in it."""

    def published(body: str) -> FrameLocator:
        (blog / "post.html").write_text(BLOG + body, encoding="utf-8")
        post.goto(elsewhere + "post.html")
        return post.frame_locator("iframe")

    return published


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_lines_show_the_question_alone_and_where_it_is_from(
    post: Page, publish: Publish, lines: str, axe: str, scheme: Any
) -> None:
    frame = publish(lines)
    expect(frame.get_by_role("button", name="Check")).to_be_visible()
    expect(frame.locator(".cw-question:visible")).to_have_count(1)
    for hidden in ("header", "footer", "article > p"):
        expect(frame.locator(hidden).first).to_be_hidden()
    (inside,) = post.frames[1:]
    assert inside.evaluate(SCHEME) == {"light": "default", "dark": "slate"}[scheme]
    link = frame.get_by_role("link", name="Questions - C Concepts Workbook")
    expect(link).to_be_visible()
    with post.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_url("**/asked/#q-demo-words")
    expect(frame.get_by_role("button", name="Check")).to_be_visible()
    below = post.get_by_role("link", name="Question 2, Questions")
    expect(below).to_have_attribute("href", re.compile("/asked/#q-demo-words$"))
    assert breaches(post, axe) == []
    assert breaches(inside, axe) == []


def test_a_question_in_a_frame_is_answered_by_keys(
    post: Page, publish: Publish, lines: str
) -> None:
    frame = publish(lines)
    frame.get_by_label("alpha").focus()
    post.keyboard.press("Space")
    post.keyboard.press("Enter")
    expect(frame.locator(".cw-question__status:visible")).to_have_text("Right.")
    post.reload()
    expect(frame.get_by_role("button", name="Ask me again")).to_be_visible()  # it is kept


def test_a_page_that_asks_for_it_has_frames_as_high_as_the_question(
    post: Page, publish: Publish, lines: str, site: str
) -> None:
    script = f'<script type="module" src="{site}assets/build/cexplain.js"></script>'
    frame = publish(script + lines)
    expect(frame.locator(".cw-question.is-live:visible")).to_have_count(1)
    expect(frame.locator(".cw-from")).to_be_visible()
    frame.locator("article").evaluate("() => document.fonts.ready.then(() => {})")
    box = frame.locator("article").bounding_box()
    assert box is not None
    height = str(int(box["height"] + 0.999))
    expect(post.locator("iframe")).to_have_css("height", f"{height}px")
    frame.get_by_label("omega").check()
    frame.get_by_role("button", name="Check").click()
    expect(frame.locator(".cw-question__told:visible")).to_contain_text("It is the last letter.")
    expect(post.locator("iframe")).not_to_have_css("height", f"{height}px")


def test_where_the_browser_forbids_storage_the_frame_says_so_and_works(
    post: Page, publish: Publish, lines: str
) -> None:
    post.add_init_script(f"if (window !== top) {{ {FORBIDDEN} }}")
    frame = publish(lines)
    frame.get_by_label("alpha").check()
    frame.get_by_role("button", name="Check").click()
    status = frame.locator(".cw-question__status:visible")
    expect(status).to_contain_text("Right. This browser lets the book keep nothing here.")


def test_a_frame_of_a_question_that_is_gone_shows_the_page_and_its_link(
    publish: Publish, lines: str
) -> None:
    frame = publish(lines.replace("demo-words", "demo-gone"))
    expect(frame.get_by_role("link", name="Questions - C Concepts Workbook")).to_have_count(1)
    expect(frame.get_by_role("heading", name="Questions")).to_be_visible()
