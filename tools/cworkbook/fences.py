"""The fences of a page: declarations explained, snippets with their evidence, the proof."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pymdownx.superfences import SuperFencesException

from cexplain import explain
from cexplain.diagnostics import Diagnostic
from cexplain.explanation import Explanation
from cexplain.render.html import inline_html, reading_html
from cworkbook import options as opt
from cworkbook import records, snippet
from cworkbook.brief import tell_briefly
from cworkbook.directives import nearest
from cworkbook.explainer import linked, only_link, with_link
from cworkbook.moments_html import moments_html
from cworkbook.pages import Page, PageError
from cworkbook.proof import proof_html, summary
from cworkbook.snippet_html import Request, snippet_html
from cworkbook.tables import DataError
from cworkbook.walk import walk_html

DEFAULT_STD = "c23"
NARROW = 26
"""Columns of source in a row of a path picture on a phone: letters of more than 12 pixels."""
SNIPPETS = "snippets"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fence begins: its page and the line of its opening."""

    page: Page
    line: int

    def error(self, message: str, line: int | None = None, column: int | None = None) -> PageError:
        """Return the error to raise about the fence, or about a line of it."""
        tell_briefly()
        return self.page.error(message, line or self.line, column)

    def guard(self, render: Callable[[], str]) -> str:
        """Return what `render` does; whatever fails in it fails the build, and names the place.

        pymdownx takes any other exception for a reason to show the plain text.
        """
        try:
            return render()
        except SuperFencesException:
            raise
        except (opt.OptionError, snippet.SnippetError, records.RecordError, DataError) as error:
            raise self.error(str(error)) from None
        except Exception as error:
            raise self.error(f"this is a fault of ours: {error!r}") from error


@dataclass(frozen=True, slots=True)
class Fence:
    """How fences of one language are taken and rendered."""

    claims: Callable[[Mapping[str, str]], bool]
    render: Callable[[str, Mapping[str, str], Place], str]


def inline(source: str, place: Place) -> str:
    """Return the HTML of a declaration read in the middle of a sentence."""
    explanation = explain(source, std=DEFAULT_STD)
    if not explanation.ok:
        first = _first_error(explanation)
        raise place.error(_told(first))
    return linked(inline_html(explanation), place.page, source, DEFAULT_STD)


def _explained(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return each declaration of the fence with its reading, path picture and notes."""
    opt.check(options, opt.EXPLAIN)
    std = options.get("std", DEFAULT_STD)
    if options["explain"] == "link":
        return only_link(place.page, source.rstrip(), std)
    explanation = explain(source, std=std)
    if options["explain"] == "error":
        if explanation.ok:
            raise place.error('nothing here is an error; write explain="1"')
    elif not explanation.ok:
        first = _first_error(explanation)
        raise place.error(_told(first), place.line + first.line, first.column)
    elif not explanation.readings:
        raise place.error("there is no declaration in this fence")
    html = reading_html(explanation, narrow=NARROW, picture="picture" not in options)
    html = with_link(html, place.page, source, std)
    if options.get("picture") == "walk":
        if len(explanation.readings) != 1:
            raise place.error('picture="walk" takes one declaration, step by step')
        html += walk_html(explanation.readings[0], source)
    return html


def _first_error(explanation: Explanation) -> Diagnostic:
    return next(d for d in explanation.diagnostics if d.severity == "error")


def _told(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message}; {diagnostic.advice}" if diagnostic.advice else diagnostic.message


def _shown(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return a snippet, or a section of it, with what was recorded of it."""
    opt.check(options, opt.SNIPPET)
    if source.strip():
        raise place.error("a snippet's fence is empty; its text comes from the file")
    name, _, section = options["snippet"].partition(":")
    program, file = _load(place, name)
    if section and section not in file.sections:
        known = ", ".join(file.sections) or "none"
        raise place.error(f"{name} has no section '{section}'; it has: {known}")
    record = records.load(program)
    reason = records.stale(program, record)
    if reason is not None or record is None:
        raise place.error(reason or "no record")
    request = Request(
        show=tuple(options.get("show", "").split()),
        compilers=tuple(options.get("compilers", "").split()),
        levels=tuple(options.get("levels", "").split()),
        standards=tuple(options.get("std", "").split()),
        functions=tuple(options.get("functions", "").split()),
        title=options.get("title"),
        identity=f"cw-{place.line}",
    )
    asked = tuple(options.get("moment", "").split())
    pictures = moments_html(program, record, asked, options.get("title")) if asked else ""
    if asked and "show" not in options:
        return pictures
    return snippet_html(program, file, file.shown(section or None), record, request) + pictures


def _load(place: Place, name: str) -> tuple[snippet.Snippet, snippet.SnippetFile]:
    """Return the snippet called `name` and its file; a folder's file is called after the folder."""
    root = place.page.root / SNIPPETS
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()) or not path.exists():
        raise place.error(f"there is no snippet '{name}' in {SNIPPETS}/{_advice(root, name)}")
    for parent in path.parents:
        if parent == root:
            break
        if (parent / snippet.FOLDER_HEADER).is_file():
            program = snippet.load(parent, root)
            return program, program.file(path.relative_to(parent).as_posix())
    program = snippet.load(path, root)
    return program, program.file()


def _advice(root: Path, name: str) -> str:
    """Return the nearest name that there is."""
    known = tuple(
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*"))
        if path.is_file() and snippet.RECORDED not in path.parts
    )
    return f"; {snippet_nearest(name, known)}" if known else ""


def snippet_nearest(name: str, known: tuple[str, ...]) -> str:
    """Return advice on a snippet's name without listing the whole book."""
    advice = nearest(name, known)
    return advice if advice.startswith("did you mean") else "look at the folder for its name"


def _proved(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return what the records prove, in numbers."""
    opt.check(options, opt.PROOF)
    if source.strip():
        raise place.error("a proof's fence is empty; its numbers come from the records")
    parts = tuple(options.get("show", " ".join(opt.PROOF_PARTS)).split())
    return proof_html(summary(place.page.root), parts)


def _c(source: str, options: Mapping[str, str], place: Place) -> str:
    """Return a fence of C by what its options ask for."""
    if "snippet" in options:
        return _shown(source, options, place)
    if "explain" in options:
        return _explained(source, options, place)
    plain = dict.fromkeys((*opt.HIGHLIGHTING, *opt.EXPLAIN, *opt.SNIPPET), opt.anything)
    opt.check(options, plain)
    raise place.error(f"the options {' '.join(options)} need explain= or snippet= beside them")


_SNIPPET_ONLY = Fence(lambda inputs: "snippet" in inputs, _shown)

FENCES: dict[str, Fence] = {
    **dict.fromkeys(opt.SHOWING, _SNIPPET_ONLY),
    # A C block whose options nobody knows is ours to refuse: highlighting would hide a slip.
    "c": Fence(lambda inputs: not opt.belongs_to_highlighting(inputs), _c),
    "proof": Fence(lambda _inputs: True, _proved),
}
"""Fences by their language."""
