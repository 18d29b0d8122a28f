"""The explainer on other people's pages, which stand on another host."""

from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.explaining import Bench
from support.sites import served
from support.watching import watched

TEXT = "char *(*table[2](void))(__user int *);"
BLOG = (
    "<!doctype html><html lang=en><title>A blog</title><link rel=icon href=data:,>"
    '<body><h1>A blog</h1><p style="height: 900px">Long before.</p>'
)
AFTER = '<p style="height: 2000px">Long after.</p>'


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
def copied(bench: Bench) -> dict[str, str]:
    """What the buttons copy for one declaration, by their names."""
    bench.follow("#v=1&c=int+x%3B&std=c17&style=cdecl")
    bench.write(TEXT)
    expect(bench.result.locator(".cwx-cdecl")).to_contain_text("declare table as array 2")
    found = {}
    for name in ("Copy for a page", "Copy a frame"):
        bench.copy(name)
        expect(bench.copied).to_have_text(f"{name}: copied.")
        text = bench.page.evaluate("navigator.clipboard.readText()")
        found[name] = text.replace("\r\n", "\n")
    return found


@pytest.fixture
def post(browser: Browser, site: str, elsewhere: str) -> Iterator[Page]:
    """A page that may ask the blog and the book, and nobody else."""
    with watched(browser, site, elsewhere) as page:
        yield page


def published(blog: Path, elsewhere: str, body: str) -> str:
    """Publish a long post that holds `body`, and return its address."""
    (blog / "post.html").write_text(BLOG + body + AFTER, encoding="utf-8")
    return elsewhere + "post.html"


def test_two_lines_in_markdown_show_the_declaration_as_high_as_it_is(
    post: Page, blog: Path, elsewhere: str, copied: dict[str, str]
) -> None:
    html = markdown.markdown(f"Before.\n\n{copied['Copy for a page']}\nBehind.\n")
    post.goto(published(blog, elsewhere, html))
    frame = post.frame_locator("c-declaration iframe")
    expect(frame.locator("textarea")).to_have_value(TEXT)
    expect(frame.get_by_label("Standard")).to_have_value("c17")
    expect(frame.locator(".cwx-cdecl")).to_contain_text("declare table as")
    assert post.evaluate("scrollY") == 0  # whoever reads the beginning stays there
    as_high_as_its_content(post)
    post.evaluate("document.body.prepend(document.querySelector('c-declaration').parentElement)")
    expect(frame.locator(".cwx-cdecl")).to_contain_text("declare table as")
    as_high_as_its_content(post)


def as_high_as_its_content(post: Page) -> None:
    """Wait until the frame is as high as the explainer in it."""
    element = post.locator("c-declaration iframe").element_handle()
    frame = element.content_frame()
    assert frame is not None
    inside = frame.locator(".cwx").bounding_box()
    assert inside is not None
    assert inside["height"] > 400
    height = str(int(inside["height"] + 0.999))
    expect(post.locator("c-declaration iframe")).to_have_css("height", f"{height}px")


def test_a_frame_needs_no_script_of_the_page_around_it(
    post: Page, blog: Path, elsewhere: str, copied: dict[str, str]
) -> None:
    assert copied["Copy a frame"].count("\n") == 2
    post.goto(published(blog, elsewhere, copied["Copy a frame"]))
    frame = post.frame_locator("iframe")
    expect(frame.locator(".cwx-cdecl")).to_contain_text("declare table as")
    expect(frame.get_by_label("cdecl")).to_be_checked()
    assert post.evaluate("scrollY") == 0
    frame.locator(".cwx-share > summary").click()
    frame.get_by_role("button", name="Copy link").click()
    expect(frame.locator(".cwx-copied")).to_have_text("Copy link: copied.")
    # A rule has no room within a frame.
    frame.locator("textarea").fill("int rows(void)[3];")
    with post.context.expect_page() as rule:
        frame.get_by_role("link", name="Why: rule function-returning-array").click()
    rule.value.wait_for_url("**/rules/function-returning-array/")
    expect(frame.locator("textarea")).to_have_value("int rows(void)[3];")


def test_a_frame_shows_the_readings_words_before_python_is_there_and_few_controls(
    post: Page, blog: Path, elsewhere: str, copied: dict[str, str]
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    post.context.route("**/python-worker-*.js", hold)
    post.goto(published(blog, elsewhere, copied["Copy for a page"]))
    frame = post.frame_locator("c-declaration iframe")
    words = "declare table as array 2"
    expect(frame.locator(".cwx-shown")).to_contain_text(words)
    expect(frame.locator(".cwx-result")).to_have_attribute("aria-busy", "true")
    expect(frame.locator(".cwx-controls")).to_be_hidden()
    expect(frame.locator(".cwx-clang")).to_be_hidden()
    expect(frame.get_by_role("button", name="Copy link")).to_have_count(0)
    expect(frame.locator(".cwx-share > summary")).to_be_visible()
    for route in held:
        route.continue_()
    expect(frame.locator(".cwx-cdecl")).to_contain_text(words)
    expect(frame.locator(".cwx-result")).to_have_attribute("aria-busy", "false")


def test_without_its_script_a_page_shows_the_declaration_itself(
    browser: Browser, blog: Path, elsewhere: str, copied: dict[str, str]
) -> None:
    with watched(browser, elsewhere, java_script_enabled=False) as page:
        page.goto(published(blog, elsewhere, copied["Copy for a page"]))
        expect(page.get_by_text(TEXT, exact=True)).to_be_visible()
