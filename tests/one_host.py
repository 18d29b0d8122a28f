"""One host for each site of the tests, kept by the process that outlives a run's workers.

Workers share what is served there: a site is built by the first test that asks for it, and has
the same address for all.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from support.hosts import hosted
from support.sites import Shared, served

Host = Callable[[Path, float], AbstractContextManager[str]]
"""Serves a folder; each answer waits up to so many seconds, but for the plain host's."""

LATEST = 0.9  # seconds that an answer of a late host waits at most

BELOW = "some/sub/path/"


def _host(under: str = "/", *, lasting: bool = False) -> Host:
    """A host that keeps a book below a path."""
    return lambda folder, late: hosted(folder, under, lasting=lasting, late=late)


@contextmanager
def _plain(folder: Path, _late: float) -> Iterator[str]:
    """Serve a folder by Python's own server, and give an address some folders below its top."""
    with served(folder) as address:
        yield address + BELOW


# Sites lie at the top of their host or in a folder: every test of pages is one of both places.
HOSTS: Mapping[str, Host] = {
    "mkdocs": _host(lasting=True),
    "zensical": _host("/books/c/", lasting=True),
    "plain": _plain,
    "programs": _host(),
    "all-programs": _host(),
    "questions": _host("/asked/here/"),
    "kept": _host(),
    "practice": _host("/to/practise/"),
    "review": _host("/days/later/"),
    "teaching": _host("/to/teach/"),
    "explainer": _host("/some/where/"),
    "explainer-zensical": _host("/there/"),
}
SHARED = pytest.StashKey[Shared]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the sites' files be late, to find tests and pages that count on their coming at once."""
    parser.addoption(
        "--late", action="store_true", help="the sites' files come late, each by chance"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Serve an empty folder for each site; a worker hears where they are instead."""
    if worker := getattr(config, "workerinput", None):
        config.stash[SHARED] = Shared(worker["hosts"])
        return
    late = LATEST if config.getoption("--late") else 0
    running = ExitStack()
    config.add_cleanup(running.close)
    top = Path(running.enter_context(TemporaryDirectory(prefix="workbook-sites-")))
    places: dict[str, tuple[str, str]] = {}
    for name, host in HOSTS.items():
        (top / name / "site").mkdir(parents=True)
        places[name] = str(top / name), running.enter_context(host(top / name / "site", late))
    config.stash[SHARED] = Shared(places)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker where the sites are."""
    node.workerinput["hosts"] = dict(node.config.stash[SHARED].places)


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Shared:
    """The sites of this run, each made once."""
    return request.config.stash[SHARED]
