"""Marks a word of the glossary at its first use on a page.

It is a link to the page of the words, so that it works without scripts; what it means is beside
it for tools/browser/src/words, which shows it in a card.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from cworkbook.links import address, markdown_link
from cworkbook.words.data import Term

BEFORE_LINKS = 3
"""MkDocs makes addresses of links to files at 0, and has the headings' anchors from 5 on."""

SKIPPED = frozenset(
    {
        "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "pre",
        "script", "style", "summary", "svg", "th",
    }
)  # fmt: skip
"""Elements in which nothing is marked: what is no prose, or something to press already."""

SKIPPED_CLASSES = frozenset({"cw-question__room", "cw-question__given"})
"""The same by class: the choices of a question are there to be pressed."""

FOLDED = frozenset({"details"})
"""Elements whose content a reader may not see: a use elsewhere is marked rather than theirs."""

_EDGE = r"[\w-]"


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of text in a tree: an element's own, or what follows one inside of its parent."""

    parent: Element
    after: Element | None
    folded: bool

    @property
    def text(self) -> str:
        """The piece of text."""
        return (self.parent.text if self.after is None else self.after.tail) or ""

    def replace(self, before: str, elements: list[Element]) -> None:
        """Put in a text and elements behind it instead of the text."""
        if self.after is None:
            self.parent.text, start = before, 0
        else:
            self.after.tail, start = before, list(self.parent).index(self.after) + 1
        for offset, element in enumerate(elements):
            self.parent.insert(start + offset, element)


class Marker:
    """Marks the words of one page; `page` is its path below docs/."""

    def __init__(self, terms: Iterable[Term], page: str) -> None:
        terms = tuple(terms)
        self._page = page
        self._by_form = {_normal(form): term for term in terms for form in term.forms}
        self._pending = {term.identity for term in terms}
        self._found = _pattern((*self._by_form, *(p for term in terms for p in term.never)))

    def mark(self, root: Element) -> None:
        """Mark the first use of each word, those that are folded away only if there is no other."""
        slots = list(_slots(root, folded=False))
        for folded in (False, True):
            for slot in slots:
                if slot.folded is folded and self._pending:
                    self._mark(slot)

    def _mark(self, slot: Slot) -> None:
        text, marked, end = slot.text, list[Element](), 0
        before = ""
        for match in self._found.finditer(text):
            term = self._by_form.get(_normal(match[0]))
            if term is None or term.identity not in self._pending:
                continue
            self._pending.discard(term.identity)
            if self._defines(slot, match[0], term):
                continue
            _add(marked, text[end : match.start()])
            if not marked:
                before = text[: match.start()]
            marked.append(self._link(term, match[0]))
            end = match.end()
        if marked:
            marked[-1].tail = text[end:]
            slot.replace(before, marked)

    def _defines(self, slot: Slot, text: str, term: Term) -> bool:
        """Return whether this is where the word is introduced: alone, in bold, on its own page."""
        own = (term.page or "").partition("#")[0] == self._page
        return own and slot.parent.tag == "strong" and slot.text.strip() == text

    def _link(self, term: Term, text: str) -> Element:
        link = Element("a", {"class": "cw-word", "href": markdown_link(term.place, self._page)})
        link.set("data-word", term.name)
        link.set("data-means", term.means)
        if term.page is not None:
            link.set("data-where", address(term.page, self._page))
            link.set("data-where-words", term.page_words.replace("`", ""))
        link.text = text
        return link


class Marking(Treeprocessor):
    """Marks the words of the page that is being rendered; `terms` says which, and the page."""

    def __init__(self, md: Markdown, terms: Callable[[], tuple[tuple[Term, ...], str]]) -> None:
        super().__init__(md)
        self._terms = terms

    def run(self, root: Element) -> None:
        """Mark the page's words."""
        terms, page = self._terms()
        if terms:
            Marker(terms, page).mark(root)


def _add(marked: list[Element], text: str) -> None:
    if marked:
        marked[-1].tail = text


def _slots(element: Element, *, folded: bool) -> Iterator[Slot]:
    """Yield the pieces of text below an element, in the order in which they are read."""
    if element.tag in SKIPPED or not SKIPPED_CLASSES.isdisjoint(_classes(element)):
        return
    folded = folded or element.tag in FOLDED
    yield Slot(element, None, folded)
    for child in element:
        yield from _slots(child, folded=folded)
        yield Slot(element, child, folded)


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each phrase as whole words, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(_spelling(phrase) for phrase in ordered)
    return re.compile(rf"(?<!{_EDGE})(?:{alternatives})(?!{_EDGE})")


def _spelling(phrase: str) -> str:
    """Return a pattern for a phrase, over the end of a line and at the start of a sentence."""
    first, rest = phrase[0], phrase[1:]
    start = f"[{first.upper()}{first}]" if first.islower() else re.escape(first)
    return start + r"\s+".join(re.escape(word) for word in re.split(r"\s+", rest))


def _normal(text: str) -> str:
    """Return a spelling by which its word is known: one in small letters may begin a sentence."""
    words = " ".join(text.split())
    small = words[0].lower() + words[1:]
    return small if small[1:] == small[1:].lower() else words
