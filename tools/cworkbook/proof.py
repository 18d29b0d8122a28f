"""What the book's records prove, counted: snippets, runs, claims, tools."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from cworkbook import book, records
from cworkbook.directives import ANALYSERS
from cworkbook.options import OptionError
from cworkbook.proof_headers import headers_html
from cworkbook.proof_measured import measured_html
from cworkbook.proof_taught import exercises_html, taught_html
from cworkbook.questions.total import questions_html
from cworkbook.records import Record
from cworkbook.snippet import Snippet

CLAIMS = frozenset(
    {
        "output", "exit", "hangs", "output-contains", "stderr-contains", "diagnostic",
        "scan-assembler", "scan-assembler-not", "load-in-loop", "no-load-in-loop",
        "valgrind", "sanitize",
    }
)  # fmt: skip
"""Directives that claim something; the others say how a snippet is built."""


@dataclass(frozen=True, slots=True)
class Proved:
    """A snippet with its record; `chapter` is the folder that it lies in."""

    chapter: str
    snippet: Snippet
    record: Record

    @property
    def claims(self) -> int:
        """How many statements its header and its lines make, each counted once.

        That a snippet does what `do:` says is one of them: it compiles, or it
        is refused; unannounced diagnostics fail.
        """
        directives = sum(d.name in CLAIMS for d in self.snippet.directives)
        return 1 + directives + len(self.snippet.expectations)

    @property
    def checks(self) -> int:
        """How often a claim is checked: once for each run that it applies to."""
        total = 0
        for key in self.snippet.keys:
            directives = [d for d in self.snippet.directives if d.name in CLAIMS]
            total += 1 + sum(d.selector.matches(key) for d in directives)
            total += len(self.snippet.expected(key))
        return total


@dataclass(frozen=True, slots=True)
class Summary:
    """All that is proved, chapter by chapter."""

    proved: tuple[Proved, ...]
    root: Path = Path()

    @property
    def chapters(self) -> tuple[str, ...]:
        """The chapters in the order of their names."""
        return tuple(dict.fromkeys(each.chapter for each in self.proved))

    def of(self, chapter: str) -> "Summary":
        """Return the part of one chapter."""
        return Summary(tuple(each for each in self.proved if each.chapter == chapter))

    def words(self, field: str) -> tuple[str, ...]:
        """Return the runs' compilers, standards or levels, each once, in order of their names."""
        found = {
            getattr(run, field)
            for each in self.proved
            for run in each.record.runs
            if getattr(run, field)
        }
        return tuple(sorted(found))

    @property
    def tools(self) -> dict[str, str]:
        """The tools' versions by name; what ran differently is told for each."""
        found: dict[str, list[str]] = {}
        for each in self.proved:
            for name, version in each.record.tools.items():
                if version not in found.setdefault(name, []):
                    found[name].append(version)
        return {name: "; ".join(versions) for name, versions in sorted(found.items())}

    @property
    def runs(self) -> int:
        """How many runs are recorded."""
        return sum(len(each.record.runs) for each in self.proved)


def summary(root: Path) -> Summary:
    """Return what the snippets that pages show prove; OptionError where a record is stale.

    A snippet that no page shows yet is being written: it proves nothing to a reader.
    """
    proved: list[Proved] = []
    for name in sorted(book.shown_snippets(root)):
        program = book.load(root / "snippets" / name, root)
        record = records.load(program)
        reason = records.stale(program, record)
        if reason is not None or record is None:
            raise OptionError(reason or f"{program.name} has no record")
        proved.append(Proved(program.name.split("/", 1)[0], program, record))
    if not proved:
        raise OptionError("no page shows a snippet, so there is nothing to count")
    return Summary(tuple(proved), root)


def proof_html(total: Summary, parts: Iterable[str]) -> str:
    """Return the parts of the proof that a page asks for."""
    return "".join(PARTS[part](total) for part in parts)


COLUMNS = ("Chapter", "Programs", "Claims", "Checks", "Runs", "Tools", "Standards")


def _numbers(total: Summary) -> str:
    counted = (
        (len(total.proved), "programs"),
        (sum(each.claims for each in total.proved), "claims"),
        (sum(each.checks for each in total.proved), "checks of them"),
        (total.runs, "recorded runs"),
        (len(set(total.words("compiler")) - set(ANALYSERS)), "compilers"),
        (len(total.words("std")), "language standards"),
    )
    items = "".join(
        f'<div class="cw-number"><dt>{escape(word)}</dt><dd>{number:,}</dd></div>'
        for number, word in counted
    )
    return f'<dl class="cw-numbers">{items}</dl>'


def _chapters(total: Summary) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in COLUMNS)
    rows = "".join(_chapter(name, total.of(name)) for name in total.chapters)
    return (
        '<div class="cw-table" tabindex="0" role="group" aria-label="Proof by chapter">'
        f'<table class="cw-proof"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _chapter(name: str, part: Summary) -> str:
    cells = (
        len(part.proved),
        sum(each.claims for each in part.proved),
        sum(each.checks for each in part.proved),
        part.runs,
        ", ".join(part.words("compiler")),
        ", ".join(part.words("std")),
    )
    body = "".join(
        f'<td data-label="{column}">{escape(str(cell))}</td>'
        for column, cell in zip(COLUMNS[1:], cells, strict=True)
    )
    return f'<tr><th scope="row">{escape(name)}</th>{body}</tr>'


def _tools(total: Summary) -> str:
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{escape(version)}</td></tr>'
        for name, version in total.tools.items()
    )
    return (
        '<div class="cw-table" tabindex="0" role="group" aria-label="Tools and their versions">'
        '<table class="cw-proof"><thead><tr><th scope="col">Tool</th>'
        '<th scope="col">Version that was asked</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


PARTS: dict[str, Callable[[Summary], str]] = {
    "numbers": _numbers,
    "chapters": _chapters,
    "tools": _tools,
    "questions": lambda total: questions_html(total.root),
    "headers": lambda total: headers_html(total.root),
    "measured": lambda total: measured_html(total.root),
    "taught": lambda total: taught_html(total.root),
    "exercises": lambda total: exercises_html(total.root),
}
"""What `show=` of a proof may name, and what it shows."""
