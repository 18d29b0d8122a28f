"""Both engines make the same pages, so that what is found of one's articles is true of the other's.

docs/decisions/0010 says which tests look at one engine's site alone for this.
"""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from support.sites import ENGINES, Shared, make_book
from support.visits import NARROW, PHONE, Visit, darken, resize
from support.watching import watched

# Where Zensical's link past the navigation leads; Material's leads to the first heading.
SKIP = '<a id="__skip" tabindex="-1"></a>'
OURS = re.compile(r'(?:src|href)="[^"]*?(assets/build/[^"]+)"')
# A name with a number in it is one picture's own.
TAG = re.compile(r'<([a-z][\w-]*)(?:\s[^>]*?\bclass="([^"]*)")?')

# The articles of some pages, put one below the other into the one that is there.
GATHER = """async (paths) => {
    for (const path of paths) {
        const text = await (await fetch(path)).text();
        const made = new DOMParser().parseFromString(text, "text/html");
        for (const one of made.querySelectorAll("details")) one.open = true;
        document.querySelector("article").append(...made.querySelector("article").children);
    }
    // No script makes these questions live; they wait some seconds for one.
    for (const one of document.getAnimations()) if (one.animationName === "cw-late") one.finish();
}"""

# The style of each kind of element, and of what is drawn before and behind it. Where it lies in
# the window depends on what the theme has around the article.
STYLES = """() => {
    const places = /^(top|right|bottom|left|inset-.*|--.*)$/;
    const named = (one) => [one.localName, ...one.classList].filter((word) => !/\\d/.test(word));
    const found = {};
    for (const one of document.querySelectorAll("article *")) {
        const kind = `${named(one.parentElement).join(".")} > ${named(one).join(".")}`;
        if (one.id === "__skip" || kind in found) continue;
        found[kind] = [null, "::before", "::after"].map((part) => {
            const style = getComputedStyle(one, part);
            if (part && style.content === "none") return [];
            return [...style].filter((name) => !places.test(name))
                .map((name) => `${name}: ${style.getPropertyValue(name)}`);
        });
    }
    return found;
}"""


@pytest.fixture(scope="module")
def sites(shared: Shared) -> dict[str, str]:
    """The address of the whole book, by engine."""
    return {engine: shared.site(engine, partial(make_book, engine)) for engine in ENGINES}


@pytest.fixture(scope="module")
def pages(sites: dict[str, str], shared: Shared) -> dict[str, dict[str, str]]:
    """The text of every page of both sites, by engine and file."""
    return {engine: texts(shared.folder(site)) for engine, site in sites.items()}


def texts(site: Path) -> dict[str, str]:
    return {str(one.relative_to(site)): one.read_text("utf-8") for one in site.rglob("*.html")}


def article(html: str) -> str:
    """A page's article, without the space that a template leaves around it."""
    inner = html[html.index("<article") : html.rindex("</article>")]
    return inner.partition(">")[2].replace(SKIP, "").strip()


def test_every_article_is_the_same(pages: dict[str, dict[str, str]]) -> None:
    one, other = (pages[engine] for engine in ENGINES)
    assert one.keys() == other.keys()
    assert len(one) > 40
    assert [name for name in one if article(one[name]) != article(other[name])] == []


def test_every_page_asks_for_the_same_scripts_and_sheets_of_ours(
    pages: dict[str, dict[str, str]], sites: dict[str, str], shared: Shared
) -> None:
    one, other = (
        {name: OURS.findall(html) for name, html in pages[engine].items()} for engine in ENGINES
    )
    assert one == other
    assert all(one.values())
    assert len({tuple(asked) for name, asked in one.items() if name.startswith("rules/")}) == 1
    mine, theirs = (
        {path.name: path.read_bytes() for path in folder.glob("*.*")}
        for folder in (shared.folder(site) / "assets/build" for site in sites.values())
    )
    assert mine == theirs


def kinds(html: str) -> set[tuple[str, str]]:
    """The kinds of elements of an article: each name with each class, or with none."""
    return {
        (name, word)
        for name, classes in TAG.findall(article(html))
        for word in ([one for one in classes.split() if not re.search(r"\d", one)] or [""])
    }


def chosen(site: Mapping[str, str]) -> list[str]:
    """The fewest pages, nearly, that have every kind of element of all."""
    of = {name: kinds(html) for name, html in sorted(site.items()) if name != "404.html"}
    left, found = set[tuple[str, str]]().union(*of.values()), list[str]()
    while left:
        found.append(max(of, key=lambda name: len(of[name] & left)))
        left -= of[found[-1]]
    return [name.removesuffix("index.html") for name in found]


@pytest.mark.audit
def test_every_kind_of_element_of_an_article_looks_the_same(
    browser: Browser, sites: dict[str, str], pages: dict[str, dict[str, str]]
) -> None:
    some = chosen(pages["mkdocs"])
    assert len(some) > 3
    found: list[tuple[Any, Any]] = []
    for engine, site in sites.items():
        with watched(browser, site, color_scheme="light", reduced_motion="reduce") as page:
            Visit(page, site, []).unfold(some[0])
            page.evaluate(GATHER, [site + path for path in some[1:]])
            light = page.evaluate(STYLES)
            darken(page)
            resize(page, NARROW if engine == "mkdocs" else PHONE)  # the same room for the article
            found.append((light, page.evaluate(STYLES)))
    (light, dark), (other_light, other_dark) = found
    assert len(light) > 100
    assert light != dark
    assert differing(light, other_light) == []
    assert differing(dark, other_dark) == []


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """The kinds of elements that one page has alone, or in another style, with what differs."""
    found: list[tuple[str, Any, Any]] = []
    for kind in sorted({*one, *other}):
        mine, theirs = (
            {(part, told) for part, all_told in enumerate(page.get(kind, ())) for told in all_told}
            for page in (one, other)
        )
        if mine != theirs or (kind in one) != (kind in other):
            found.append((kind, sorted(mine - theirs), sorted(theirs - mine)))
    return found
