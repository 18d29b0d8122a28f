"""docs/path.toml: in which order the pages are read, and what each needs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from cworkbook import anchors, tables
from cworkbook import options as opt
from cworkbook.links import markdown_link
from cworkbook.tables import DataFile, Key

FILE = "docs/path.toml"


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the path; `needs` are steps before it, `gives` says what one knows behind it."""

    identity: str
    part: str
    page: str
    title: str
    gives: str
    needs: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, and what a reader brings along."""

    identity: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Way:
    """All parts and steps by their identities, in the order in which they are read."""

    parts: Mapping[str, Part]
    steps: Mapping[str, Step]

    def of_page(self, page: str) -> Step | None:
        """Return the step of a page below docs/; None for a page beside the path."""
        return next((step for step in self.steps.values() if step.page == page), None)


PART_KEYS = {"title": Key(tables.text, required=True), "about": Key(tables.text, required=True)}


def of_file(file: DataFile, root: Path) -> Way:
    """Return the way that a data file holds; pages are looked for at `root`."""
    file.only("parts", "steps")
    parts: dict[str, Part] = {}
    for identity, table in file.tables("parts"):
        file.check(f"parts.{identity}", table, PART_KEYS)
        parts[identity] = Part(identity, table["title"], table["about"])
    keys = {
        "part": Key(tables.one_of(*parts), required=True),
        "page": Key(tables.text, required=True),
        "gives": Key(tables.text, required=True),
        "needs": Key(tables.texts),
    }
    steps: dict[str, Step] = {}
    for identity, table in file.tables("steps"):
        file.check(f"steps.{identity}", table, keys)
        steps[identity] = _step(file, identity, table, steps, root / "docs")
    return Way(parts, steps)


load = tables.kept(FILE, of_file, lambda: Way({}, {}))
"""Returns the way of the book at a root, an empty one without the file; DataError if wrong."""


def _step(
    file: DataFile, identity: str, table: Mapping[str, Any], before: Mapping[str, Step], docs: Path
) -> Step:
    name, page = f"steps.{identity}", table["page"]
    if wrong := anchors.problem(page, docs):
        raise file.error(wrong, name, "page")
    if twice := next((step for step in before.values() if step.page == page), None):
        raise file.error(f"{page} is the step '{twice.identity}' already", name, "page")
    for need in table.get("needs", ()):
        if need not in before:
            raise file.error(f"needs: no step '{need}' comes before this one", name, "needs")
    needs = tuple(before[need] for need in table.get("needs", ()))
    title = anchors.title((docs / page).read_text(encoding="utf-8")).replace("`", "")
    return Step(identity, table["part"], page, title, table["gives"], needs)


def markdown(options: Mapping[str, str], page: str, root: Path) -> list[str]:
    """Return the lines that list the parts and their pages, in the order of the path."""
    opt.check(options, {})
    return list(_listed(load(root), page))


def _listed(way: Way, page: str) -> Iterator[str]:
    for part in way.parts.values():
        yield from (f"## {part.title} {{ #{part.identity} }}", "", part.about, "")
        for step in way.steps.values():
            if step.part == part.identity:
                needs = ", ".join(
                    f"[{need.title}]({markdown_link(need.page, page)})" for need in step.needs
                )
                builds = f" Builds on {needs}." if needs else ""
                link = f"[{step.title}]({markdown_link(step.page, page)})"
                yield from (f"1. {link}: {step.gives}.{builds}", "    { .cw-step }")
        yield ""


class Needs(Treeprocessor):
    """Says below a page's title what the page builds on."""

    def __init__(self, md: Markdown, step: Callable[[], Step | None]) -> None:
        super().__init__(md)
        self._step = step

    def run(self, root: Element) -> None:
        """Put in the links, if the page is on the path and needs others."""
        step = self._step()
        heading = next((child for child in root if child.tag == "h1"), None)
        if step is None or not step.needs or heading is None:
            return
        line = Element("p", {"class": "cw-needs"})
        line.text, line.tail = "Builds on ", "\n"
        for index, need in enumerate(step.needs):
            link = Element("a", {"href": markdown_link(need.page, step.page)})
            link.text = need.title
            link.tail = _behind(index, len(step.needs))
            line.append(link)
        root.insert(list(root).index(heading) + 1, line)


def _behind(index: int, count: int) -> str:
    """Return what stands behind a link in a list of so many."""
    return {count - 1: ".", count - 2: " and "}.get(index, ", ")
