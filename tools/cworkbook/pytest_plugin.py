"""Snippets as pytest items: one for each run, and for memory, record and page one each.

`pytest snippets/volatile/poll.c` proves one snippet; `pytest snippets -n 2` all.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cexplain import processes
from cworkbook import book, filled, prove, records
from cworkbook.evidence import Failure
from cworkbook.marks import SnippetError
from cworkbook.proofcache import Cache
from cworkbook.snippet import FOLDER_HEADER, RunKey, Snippet
from cworkbook.toolchain import Toolchain

_TOOLCHAIN = pytest.StashKey[Toolchain]()
_CACHE = pytest.StashKey[Cache | None]()
_SHOWN = pytest.StashKey[dict[str, frozenset[str]]]()
_PROPERTY = "proof"


class NotProved(Exception):  # noqa: N818 - it is an outcome
    """A snippet does not do what its header says; holds the text to print."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that proves unchanged snippets anew."""
    parser.addoption(
        "--no-proof-cache",
        action="store_true",
        help="prove snippets anew, also those that did not change",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the tools and the cache that all items of a session share."""
    folder = config.rootpath / ".cache" / "proofs"
    config.stash[_TOOLCHAIN] = Toolchain(processes.run)
    config.stash[_CACHE] = None if config.getoption("--no-proof-cache") else Cache(folder)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return the collector of a snippet's items; None for files that begin no snippet."""
    folder = parent.config.rootpath / "snippets"
    if not file_path.is_relative_to(folder) or book.snippet_path(file_path, folder) is None:
        return None
    return SnippetFile.from_parent(parent, path=file_path)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Return an empty collector for a snippet in Python: pytest would import one that is named."""
    folder = parent.config.rootpath / "snippets"
    if module_path.is_relative_to(folder):
        return NoModule.from_parent(parent, path=module_path)
    return None


class NoModule(pytest.File):
    """A file in which pytest would look for tests, and which is a program."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield nothing."""
        return iter(())


class SnippetFile(pytest.File):
    """A snippet's file, or the header of a folder's."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the snippet's items; only one, which fails, if its header is wrong."""
        path = self.path.parent if self.path.name == FOLDER_HEADER else self.path
        try:
            snippet = book.load(path, self.config.rootpath)
        except (SnippetError, UnicodeDecodeError) as error:
            yield HeaderItem.from_parent(self, name="header", problem=f"snippets/{error}")
            return
        for key in snippet.keys:
            yield ProofItem.from_parent(self, name=key.name, snippet=snippet, key=key)
        if filled.filled_run(snippet):
            yield FilledItem.from_parent(self, name="filled", snippet=snippet)
        yield RecordItem.from_parent(self, name="record", snippet=snippet)
        yield ShownItem.from_parent(self, name="shown", snippet=snippet)


class SnippetItem(pytest.Item):
    """What all of a snippet's items have in common: how they read when they fail."""

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Return the failure as text for its reader; a traceback only for our own mistakes."""
        if isinstance(excinfo.value, NotProved):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return file, line and title of the item."""
        return self.path, 0, self.nodeid


class HeaderItem(SnippetItem):
    """Fails: the header cannot be understood."""

    def __init__(self, *, problem: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._problem = problem

    def runtest(self) -> None:
        """Fail with what is wrong."""
        raise NotProved(self._problem)


class ProofItem(SnippetItem):
    """One run of a snippet."""

    def __init__(self, *, snippet: Snippet, key: RunKey, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._snippet = snippet
        self._key = key

    def runtest(self) -> None:
        """Prove the run and compare it with the record; skip what this machine lacks."""
        toolchain, cache = self.config.stash[_TOOLCHAIN], self.config.stash[_CACHE]
        missing = toolchain.missing(self._snippet, self._key)
        if missing:
            reason = f"needs the Debian packages: {' '.join(missing)}"
            if os.environ.get("CI") == "true":
                raise NotProved(f"snippets/{self._snippet.name}: {reason}; CI skips nothing")
            pytest.skip(reason)
        proof = prove.prove(self._snippet, self._key, toolchain, cache)
        self.user_properties.append((_PROPERTY, "cached" if proof.cached else "run"))
        _fail_with(proof.failures)
        try:
            record = records.load(self._snippet)
        except records.RecordError:
            return  # its own item reports it
        _fail_with(tuple(prove.compare(self._snippet, proof.run, record)))


class FilledItem(SnippetItem):
    """Whether a program does the same on a stack and a heap that are filled with something else."""

    def __init__(self, *, snippet: Snippet, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._snippet = snippet

    def runtest(self) -> None:
        """Fail if its record is true on some days only."""
        toolchain, cache = self.config.stash[_TOOLCHAIN], self.config.stash[_CACHE]
        try:
            record = records.load(self._snippet)
        except records.RecordError:
            return  # its own item reports it
        _fail_with(filled.failures(self._snippet, record, toolchain, cache))


class RecordItem(SnippetItem):
    """Whether the record is there and made from this version of the file."""

    def __init__(self, *, snippet: Snippet, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._snippet = snippet

    def runtest(self) -> None:
        """Fail if the record is missing, damaged or stale."""
        try:
            reason = records.stale(self._snippet, records.load(self._snippet))
        except records.RecordError as error:
            reason = str(error)
        if reason:
            raise NotProved(f"snippets/{reason}")


class ShownItem(SnippetItem):
    """Whether a page shows the snippet, and each moment that it marks."""

    def __init__(self, *, snippet: Snippet, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._snippet = snippet

    def runtest(self) -> None:
        """Fail if no page shows it, or one of its moments."""
        stash = self.config.stash
        if _SHOWN not in stash:
            stash[_SHOWN] = book.shown_moments(self.config.rootpath)
        if self._snippet.name not in stash[_SHOWN]:
            name = self._snippet.name
            raise NotProved(
                f"snippets/{name}: no page shows this snippet\n"
                f'    advice: show it with ```c {{snippet="{name}"}}, or remove it'
            )
        for moment in self._snippet.moments:
            if moment.name not in stash[_SHOWN][self._snippet.name]:
                name = moment.name
                raise NotProved(
                    f"snippets/{self._snippet.name}:{moment.mark_line}: "
                    f"no page shows the moment '{name}'\n"
                    f'    advice: show it with moment="{name}" in a fence, or remove the mark'
                )


def _fail_with(failures: tuple[Failure, ...]) -> None:
    """Fail if there are failures, with all of them as text."""
    if failures:
        raise NotProved("\n\n".join(str(failure) for failure in failures))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how many runs were proved now, and how many are known from before."""
    kinds = [
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == _PROPERTY
    ]
    if kinds:
        cached = kinds.count("cached")
        terminalreporter.write_line(
            f"snippets: {len(kinds) - cached} runs proved now, {cached} known from the cache"
        )
