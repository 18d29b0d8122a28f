"""docs/glossary.toml, read and checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from cworkbook import anchors, beliefs, tables
from cworkbook.tables import DataFile, Key

FILE = "docs/glossary.toml"
PAGE = "words.md"
"""The page of the words, below docs/."""

_TOP = ("unmarked", "terms")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the book; `forms` are its spellings, which pages mark, `page` explains it.

    `only` and `excluded` are patterns of pages; `never` are phrases in which it is another word.
    """

    identity: str
    name: str
    means: str
    page: str | None = None
    page_words: str = ""
    forms: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def belongs_to(self, page: str) -> bool:
        """Return whether a page below docs/ may mark the word."""
        return (not self.only or _fits(page, self.only)) and not _fits(page, self.excluded)

    @property
    def place(self) -> str:
        """Where the page of the words has it, as `page.md#anchor` below docs/."""
        return f"{PAGE}#{self.identity}"

    @property
    def plain_means(self) -> str:
        """What it means, without the marks of Markdown."""
        return self.means.replace("`", "").replace("*", "")


@dataclass(frozen=True, slots=True)
class Glossary:
    """All words by their identities, and the pages that mark none."""

    terms: Mapping[str, Term]
    unmarked: tuple[str, ...] = ()

    def on(self, page: str) -> tuple[Term, ...]:
        """Return the words that a page below docs/ marks."""
        if _fits(page, self.unmarked):
            return ()
        return tuple(t for t in self.terms.values() if t.forms and t.belongs_to(page))


KEYS = {
    "name": Key(tables.text, required=True),
    "means": Key(tables.text, required=True),
    "page": Key(tables.text),
    "forms": Key(tables.texts),
    "only": Key(tables.texts),
    "except": Key(tables.texts),
    "never": Key(tables.texts),
}


def of_file(file: DataFile, root: Path) -> Glossary:
    """Return the words that a data file holds; pages are looked for at `root`."""
    file.only(*_TOP)
    docs = root / "docs"
    pages = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]
    unmarked = file.listed("unmarked")
    _patterns(file, unmarked, "", "unmarked", pages)
    terms: dict[str, Term] = {}
    for identity, table in file.tables("terms"):
        terms[identity] = _term(file, identity, table, root, pages)
    glossary = Glossary(terms, unmarked)
    _unambiguous(file, glossary, pages)
    return glossary


load = tables.kept(FILE, of_file, lambda: Glossary({}))
"""Returns the words of the book at a root, none if it has no glossary; DataError if wrong."""


def _term(
    file: DataFile, identity: str, table: Mapping[str, Any], root: Path, pages: list[str]
) -> Term:
    name = f"terms.{identity}"
    file.check(name, table, KEYS)
    for key in ("only", "except"):
        if key in table:
            _patterns(file, table[key], name, key, pages)
    page = table.get("page")
    words = ""
    if page is not None:
        wrong, words = _where(page, root)
        if wrong:
            raise file.error(wrong, name, "page")
    return Term(
        identity,
        table["name"].strip(),
        table["means"].strip(),
        page,
        words,
        tuple(table.get("forms", ())),
        tuple(table.get("only", ())),
        tuple(table.get("except", ())),
        tuple(table.get("never", ())),
    )


def _where(target: str, root: Path) -> tuple[str, str]:
    """Return what is wrong with a target, "" if nothing is, and the words of the link to it."""
    if target.startswith(f"{beliefs.PAGES}/") and (root / beliefs.FILE).is_file():
        for belief in beliefs.load(root).all.values():
            if belief.place == target:
                return "", anchors.within(f"“{belief.plain_name}”", target)
    wrong = anchors.problem(target, root / "docs")
    return (wrong, "") if wrong else ("", anchors.words(target, root / "docs"))


def _patterns(
    file: DataFile, patterns: Iterable[str], table: str, key: str, pages: list[str]
) -> None:
    """Raise DataError for a pattern that fits no page."""
    for pattern in patterns:
        if not any(fnmatchcase(page, pattern) for page in pages):
            raise file.error(f"{key}: no page below docs/ fits '{pattern}'", table, key)


def _fits(page: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(page, pattern) for pattern in patterns)


def _unambiguous(file: DataFile, glossary: Glossary, pages: list[str]) -> None:
    """Raise DataError where one spelling is marked as two words on one page."""
    by_form: dict[str, list[Term]] = {}
    for term in glossary.terms.values():
        for form in term.forms:
            by_form.setdefault(form, []).append(term)
    for form, terms in by_form.items():
        for first, second in _pairs(terms):
            for page in pages:
                if first.belongs_to(page) and second.belongs_to(page):
                    raise file.error(
                        f"'{form}' is a form of {first.identity}, too, and {page} would mark both",
                        f"terms.{second.identity}",
                        "forms",
                    )


def _pairs(terms: list[Term]) -> Iterator[tuple[Term, Term]]:
    for index, second in enumerate(terms):
        for first in terms[:index]:
            yield first, second
