"""The fence of the beliefs: the Markdown that a page has instead of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from cworkbook import anchors
from cworkbook import options as opt
from cworkbook.beliefs.data import HERE, Belief, Beliefs, load
from cworkbook.links import markdown_link
from cworkbook.questions.beliefs import asking
from cworkbook.shown import language_of

_FENCE_NAMES = {"c++": "cpp"}
"""Languages whose fences are called otherwise."""


def markdown(options: Mapping[str, str], page: str, root: Path) -> list[str]:
    """Return the lines that show a group, or list all groups where no `group=` is named."""
    beliefs = load(root)
    opt.check(options, {"group": opt.one_of(*beliefs.groups)})
    group = options.get("group")
    lines = _listed(beliefs, page) if group is None else _shown(beliefs.of(group), page, root)
    return list(lines)


def _listed(beliefs: Beliefs, page: str) -> Iterator[str]:
    """Yield the index: each belief has its anchor here, too, and leads to its own page."""
    for group in beliefs.groups.values():
        yield from (
            f"## [{group.title}]({markdown_link(group.page, page)}) {{ #{group.identity} }}",
            "",
        )
        for belief in beliefs.of(group.identity):
            link = markdown_link(belief.place, page)
            yield from (f"- [{belief.name}]({link})", f"    {{ #{belief.identity} }}")
        yield ""


def _shown(beliefs: tuple[Belief, ...], page: str, root: Path) -> Iterator[str]:
    for belief in beliefs:
        yield from _entry(belief, page, root)


def _entry(belief: Belief, page: str, root: Path) -> Iterator[str]:
    """Yield a belief: what is believed and why, the program, what is true, what asks for it."""
    yield from (f"## “{belief.name}” {{ #{belief.identity} }}", "")
    yield from (belief.belief, "{ .cw-belief }", "")
    yield from (f"**Why it is tempting.** {belief.tempting}", "")
    for other in belief.also:
        yield from _fence(other, {"show": "code"})
    yield from _fence(belief.snippet, belief.options)
    if belief.moment is not None:
        yield from _fence(belief.snippet, {"moment": belief.moment})
    yield from (f"**What is true.** {belief.truth}", "")
    yield from _asked(belief, page, root)
    yield from ("; ".join(_references(belief, page, root)) + ".", "{ .cw-belief-sources }", "")


def _fence(snippet: str, options: Mapping[str, str]) -> Iterator[str]:
    language = language_of(snippet.partition(":")[0])
    written = "".join(f' {name}="{value}"' for name, value in options.items())
    name = _FENCE_NAMES.get(language, language)
    yield from (f'```{name} {{snippet="{snippet}"{written}}}', "```", "")


def _asked(belief: Belief, page: str, root: Path) -> Iterator[str]:
    """Yield a list of the questions with a wrong answer that comes from a belief, by their page."""
    links: dict[str, list[str]] = {}
    for where, number, identity in asking(belief.identity, root):
        link = f"[question {number}]({markdown_link(f'{where}#q-{identity}', page)})"
        links.setdefault(where, []).append(link)
    if links:
        yield from ("Asked in", "{ .cw-belief-sources }", "")
    for where, found in links.items():
        title = anchors.title((root / "docs" / where).read_text(encoding="utf-8"))
        yield f"- {title}: {', '.join(found)}"
    yield ""


def _references(belief: Belief, page: str, root: Path) -> Iterator[str]:
    if belief.page not in (None, HERE):
        words = anchors.words(belief.page, root / "docs")
        yield f"In this book: [{words}]({markdown_link(belief.page, page)})"
    yield from belief.clauses
    yield from belief.sources
