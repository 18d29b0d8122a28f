"""docs/misconceptions/beliefs.toml, read and checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from cworkbook import anchors, tables
from cworkbook.directives import nearest
from cworkbook.options import SNIPPET as FENCE_CHECKS
from cworkbook.tables import DataFile, Key

FILE = "docs/misconceptions/beliefs.toml"
PAGES = "misconceptions"
HERE = "here"
"""As a belief's page: no chapter treats it, so its own page is the place."""
_SNIPPETS = "snippets"

_CLAUSE = r"^C17 (?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)(?:p\d+)?$|^C\+\+20 \[[a-z.]+\]$"
_LINK = re.compile(r"\]\(([^)\s]*)\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Beliefs that share a page: docs/misconceptions/IDENTITY.md."""

    identity: str
    title: str

    @property
    def page(self) -> str:
        """The page's path below docs/."""
        return f"{PAGES}/{self.identity}.md"


@dataclass(frozen=True, slots=True)
class Belief:
    """A belief and what refutes it; texts are Markdown.

    `page` is the chapter's place that treats it, HERE if the book says that none does.
    """

    identity: str
    group: Group
    name: str
    belief: str
    tempting: str
    truth: str
    snippet: str
    also: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict, hash=False)
    moment: str | None = None
    page: str | None = None
    clauses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 1

    @property
    def place(self) -> str:
        """Where its own page has it, as `page.md#anchor` below docs/."""
        return f"{self.group.page}#{self.identity}"

    @property
    def plain_name(self) -> str:
        """The name without marks of code, for a place that takes none."""
        return self.name.replace("`", "")


@dataclass(frozen=True, slots=True)
class Beliefs:
    """All beliefs by their identities, and their groups, both in the file's order.

    `retired` are identities that were used once, and never will be again.
    """

    groups: Mapping[str, Group]
    all: Mapping[str, Belief]
    retired: tuple[str, ...] = ()

    def named(self, identity: str) -> Belief:
        """Return the belief of an identity; ValueError with advice if there is none."""
        if identity in self.all:
            return self.all[identity]
        if identity in self.retired:
            raise ValueError(f"the belief '{identity}' was retired; name another one")
        advice = nearest(identity, tuple(self.all))
        known = advice if advice.startswith("did") else f"{FILE} has them all"
        raise ValueError(f"there is no belief '{identity}'; {known}")

    def of(self, group: str) -> tuple[Belief, ...]:
        """Return the beliefs of a group; KeyError if there is no such group."""
        return tuple(b for b in self.all.values() if b.group == self.groups[group])


def _source(value: Any) -> None:
    tables.texts(value)
    for each in value:
        for address in _LINK.findall(each):
            if not re.match(r"https?://\w", address):
                raise ValueError(f"'{address}' is no address of the web")


def _fence_option(name: str) -> tables.Check:
    def check(value: Any) -> None:
        tables.text(value)
        FENCE_CHECKS[name](value)

    return check


OPTIONS = ("show", "compilers", "levels", "std", "functions")
"""Keys that go into the program's fence as they are."""

GROUP_KEYS = {"title": Key(tables.text, required=True)}


def _keys(groups: Mapping[str, Group]) -> dict[str, Key]:
    return {
        "group": Key(tables.one_of(*groups), required=True),
        **{name: Key(tables.text, required=True) for name in ("name", "belief")},
        **{name: Key(tables.text, required=True) for name in ("tempting", "truth", "snippet")},
        "also": Key(tables.texts),
        **{name: Key(_fence_option(name)) for name in OPTIONS},
        "moment": Key(_fence_option("moment")),
        "page": Key(tables.text),
        "clauses": Key(
            tables.each_like(_CLAUSE, "write 'C17 6.5.2.2p10' or 'C++20 [class.copy.ctor]'")
        ),
        "sources": Key(_source),
    }


def of_file(file: DataFile, root: Path) -> Beliefs:
    """Return the beliefs that a data file holds; programs and pages are looked for at `root`."""
    file.only("groups", "beliefs", "retired")
    groups: dict[str, Group] = {}
    for identity, table in file.tables("groups"):
        file.check(f"groups.{identity}", table, GROUP_KEYS)
        groups[identity] = Group(identity, table["title"])
    keys = _keys(groups)
    found: dict[str, Belief] = {}
    for identity, table in file.tables("beliefs"):
        file.check(f"beliefs.{identity}", table, keys)
        found[identity] = _belief(file, identity, table, groups, root)
    return Beliefs(groups, found, _retired(file, found))


def _missing() -> NoReturn:
    raise tables.DataError(f"{FILE}: error: there is no such file")


load = tables.kept(FILE, of_file, _missing)
"""Returns the beliefs of the book at a root; DataError with file and line for what is wrong."""


def find(identity: str, root: Path) -> Belief:
    """Return the belief that a question names; ValueError with advice if there is none."""
    return load(root).named(identity)


def _retired(file: DataFile, found: Mapping[str, Belief]) -> tuple[str, ...]:
    """Return the identities that are gone; DataError for one that is in use."""
    retired = file.listed("retired")
    for identity in retired:
        if identity in found:
            raise file.error(
                f"'{identity}' was retired; a new belief takes a new one", f"beliefs.{identity}"
            )
    return retired


def _belief(
    file: DataFile, identity: str, table: Mapping[str, Any], groups: Mapping[str, Group], root: Path
) -> Belief:
    name = f"beliefs.{identity}"
    also = tuple(table.get("also", ()))
    for key, program in (("snippet", table["snippet"]), *(("also", each) for each in also)):
        path = program.partition(":")[0]
        if not (root / _SNIPPETS / path).is_file():
            raise file.error(f"there is no program '{path}' in {_SNIPPETS}/", name, key)
    page = table.get("page")
    wrong = anchors.problem(page, root / "docs") if page not in (None, HERE) else None
    if wrong is not None:
        raise file.error(wrong, name, "page")
    if not (table.get("clauses") or table.get("sources")):
        raise file.error("a belief needs clauses or sources: who else says so?", name)
    return Belief(
        identity=identity,
        group=groups[table["group"]],
        name=table["name"].strip(),
        belief=table["belief"].strip(),
        tempting=table["tempting"].strip(),
        truth=table["truth"].strip(),
        snippet=table["snippet"],
        also=also,
        options={key: table[key] for key in OPTIONS if key in table},
        moment=table.get("moment"),
        page=page,
        clauses=tuple(table.get("clauses", ())),
        sources=tuple(table.get("sources", ())),
        line=file.line(name),
    )
