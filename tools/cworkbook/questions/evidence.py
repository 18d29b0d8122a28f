"""What proofs look at: the book's records, cexplain, and compilers where there are some to ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cworkbook import book, records
from cworkbook.directives import ANALYSERS
from cworkbook.numbering import numbered
from cworkbook.questions.clauses import ProofError
from cworkbook.records import Record, Run
from cworkbook.snippet import Selector, Snippet

SNIPPETS = "snippets"


@dataclass(frozen=True, slots=True)
class Assertion:
    """A constant expression for compilers to judge, with the declarations that it needs."""

    expression: str
    declarations: str = ""


@dataclass(slots=True)
class Evidence:
    """The evidence of the book at `root`.

    `ask` tells of assertions whether they are true; None where no compiler is to be asked, as when
    the site is built.
    """

    root: Path
    ask: Callable[[Iterable[Assertion]], dict[Assertion, bool]] | None = None
    _loaded: dict[str, tuple[Snippet, Record]] = field(default_factory=dict)

    def recorded(self, name: str) -> tuple[Snippet, Record]:
        """Return the snippet called `name` with its record; ProofError where either is missing.

        Lines have the numbers that pages give them: authors and readers count alike.
        """
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> tuple[Snippet, Record]:
        folder = self.root / SNIPPETS
        path = folder / name
        if book.snippet_path(path if path.is_file() else path / "snippet", folder) is None:
            raise ProofError(f"there is no snippet '{name}' in {SNIPPETS}/")
        program = book.load(path, self.root)
        record = records.load(program)
        reason = records.stale(program, record)
        if reason is not None or record is None:
            raise ProofError(reason or f"{name} has no record")
        return program, numbered(program, record)

    def runs(self, name: str, selector: Selector) -> tuple[Snippet, tuple[Run, ...]]:
        """Return the snippet and those of its runs that a selector picks: at least one.

        What an analyser said is left out unless the selector names it.
        """
        program, record = self.recorded(name)
        chosen = tuple(
            run
            for run in record.runs
            if selector.matches(run.key)
            and (run.compiler not in ANALYSERS or run.compiler in selector.words)
        )
        if not chosen:
            known = ", ".join(key.name for key in program.keys)
            raise ProofError(f"{name} has no run {' '.join(selector.words)}; it has: {known}")
        return program, chosen
