"""The fence of the words: the Markdown that the glossary's page has instead of it."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from cworkbook import options as opt
from cworkbook.links import markdown_link
from cworkbook.words.data import Term, load


def markdown(options: Mapping[str, str], page: str, root: Path) -> list[str]:
    """Return the lines that list all words by their first letters."""
    opt.check(options, {})
    return list(_listed(sorted(load(root).terms.values(), key=_order), page))


def _listed(terms: list[Term], page: str) -> Iterator[str]:
    letters = sorted({_letter(term) for term in terms})
    yield " ".join(f"[{letter}](#{_anchor(letter)})" for letter in letters)
    yield from ("{ .cw-letters }", "")
    for letter, group in groupby(terms, key=_letter):
        yield from (f"## {letter} {{ #{_anchor(letter)} }}", "")
        for term in group:
            yield from (f"### {term.name} {{ #{term.identity} }}", "")
            yield from (f"{term.means}{_explained(term, page)}", "")


def _explained(term: Term, page: str) -> str:
    """Return the link to where the book explains a word, "" where no page does."""
    if term.page is None:
        return ""
    return f" [{term.page_words}]({markdown_link(term.page, page)}){{ .cw-explained }}"


def _order(term: Term) -> tuple[str, str]:
    return _letter(term), term.name.casefold()


def _letter(term: Term) -> str:
    """Return the letter under which a word is listed."""
    return next(sign for sign in term.name if sign.isalnum()).upper()


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"
