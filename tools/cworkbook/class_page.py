"""The form by which a teacher makes a class link, with the book's chapters and kinds of drills."""

import html
from collections.abc import Iterable, Mapping
from pathlib import Path

from cexplain.drills.drill import LEVELS
from cexplain.drills.table import KINDS
from cworkbook import options as opt
from cworkbook.fences import Fence, Place
from cworkbook.review_page import known

MOST = 60
"""Drills, and questions, of one sheet: tools/browser/src/classroom/link.ts refuses more."""


def _render(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return the form; scripts make the link, so that it is hidden without them."""
    opt.check(options, {})
    if source.strip():
        raise place.error("this fence is empty; what it offers comes from the book")
    return form(place.page.root)


def form(root: Path) -> str:
    """Return the form as one line of HTML; names of its fields are those of the link's."""
    chapters = (
        (name, f"{chapter['title']} ({len(chapter['questions'])})")
        for name, chapter in known(root)["chapters"].items()
    )
    kinds = ((kind.name, kind.title) for kind in KINDS.values())
    levels = "".join(f'<option value="{level}">{level}</option>' for level in LEVELS)
    number = f'class="cwp-field" type="number" max="{MOST}" autocomplete="off"'
    text = 'class="cwp-field" type="text" autocomplete="off" spellcheck="false"'
    return "".join(
        (
            '<form class="cwt-maker" aria-label="A class link">',
            _boxes("chapter", "Questions of these chapters", chapters, checked=False),
            _row(
                (
                    "How many of them",
                    f'<input {number} name="questions" min="1" placeholder="all">',
                ),
            ),
            _boxes("kind", "Drills of these kinds", kinds, checked=True),
            _row(
                ("How many drills", f'<input {number} name="drills" min="0" value="10">'),
                (
                    "Level",
                    '<select class="cwx-select" name="level" autocomplete="off">'
                    f'<option value="">from easy to hard</option>{levels}</select>',
                ),
            ),
            _row(
                ("Title", f'<input {text} name="title" maxlength="80" placeholder="none">'),
                ("Due", '<input class="cwp-field" type="date" name="due" autocomplete="off">'),
                (
                    "Seed",
                    f'<input {text} name="seed" maxlength="60" size="12" placeholder="any word" '
                    'autocapitalize="off">',
                ),
            ),
            '<p class="cwt-row"><label class="cwx-labelled cwt-linked">The link '
            '<input class="cwp-field cwt-link" type="text" readonly></label></p>',
            '<p class="cwt-row"><button type="submit" class="cw-button cw-button--main">'
            'Copy the link</button><a class="cwt-open">Open the sheet</a>'
            '<a class="cwt-paper">The drills on paper, with the key</a></p>',
            '<p class="cwt-made" role="status"></p></form>',
        )
    )


def _boxes(name: str, title: str, all_of: Iterable[tuple[str, str]], *, checked: bool) -> str:
    """Return boxes to tick, each with its value and its words."""
    state = " checked" if checked else ""
    boxes = "".join(
        f'<label class="cwp-kind"><input type="checkbox" name="{name}" autocomplete="off" '
        f'value="{html.escape(value)}"{state}><span>{html.escape(words)}</span></label>'
        for value, words in all_of
    )
    return f'<fieldset class="cwp-kinds"><legend>{title}</legend>{boxes}</fieldset>'


def _row(*fields: tuple[str, str]) -> str:
    """Return fields beside each other, each with its words before it."""
    labels = "".join(
        f'<label class="cwx-labelled">{words} {field}</label>' for words, field in fields
    )
    return f'<p class="cwt-row">{labels}</p>'


FENCE = Fence(lambda _inputs: True, _render)
