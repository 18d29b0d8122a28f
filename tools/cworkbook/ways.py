"""The fence that shows which ways of building let a mock replace a function: a survey's record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cworkbook import options as opt
from cworkbook import records, snippet, tables
from cworkbook.tables import DataFile, Key

SURVEY = "symbols/ways"
"""The snippet whose program builds a library in each way, and runs it with the mock."""

FILE = f"snippets/{SURVEY}/ways.toml"

IN_PAGE = "snippets/symbols/recorded/page.txt"
"""What the page's compiler makes of the same files, in the same lines: tests/step/test_ways.py."""

OUTCOMES = {"used": "used", "ignored": "**ignored**", "not asked": "**not asked**"}
"""What becomes of the mock, as the survey says it and as tables do."""

COMPILERS = {"gcc": ("gcc", "12"), "clang": ("clang", "14"), "clang-19": ("clang", "19")}
"""The survey's compilers: family and version."""

OF_PAGE = ("clang", "22")
"""The page's own compiler, which makes no programs for this machine: its code was read."""

PAGE_LEVEL = "-O2"

_UNTRIED = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to build the library: its group, its name on the page, and what is done."""

    identity: str
    group: str
    name: str
    mockable: str = ""
    answer: str = "false"
    options: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    apart: bool = False
    wrapped: bool = False

    @property
    def is_compiled_only(self) -> bool:
        """Whether the compiler decides alone, in one file: its code can be read for it."""
        return not (self.linked or self.apart or self.wrapped)


@dataclass(frozen=True, slots=True)
class Survey:
    """The titles of the groups and the ways, both by identity, in the order of the file."""

    groups: Mapping[str, str]
    ways: Mapping[str, Way]


@dataclass(frozen=True, slots=True)
class Column:
    """What one or several compilers of a family made of each way at a level."""

    family: str
    versions: tuple[str, ...]
    level: str
    outcomes: Mapping[str, str]

    @property
    def head(self) -> str:
        """The column's head."""
        return f"{self.family} {', '.join(self.versions)}<br>`{self.level}`"


def _flag(value: object) -> None:
    if value is not True:
        raise ValueError("write true, or leave it out")


def of_file(file: DataFile, _root: Path) -> Survey:
    """Return what the data file holds; DataError for what it cannot hold."""
    file.only("groups", "ways")
    groups: dict[str, str] = {}
    for identity, table in file.tables("groups"):
        file.check(f"groups.{identity}", table, {"title": Key(tables.text, required=True)})
        groups[identity] = table["title"]
    keys = {
        "group": Key(tables.one_of(*groups), required=True),
        "name": Key(tables.text, required=True),
        "mockable": Key(tables.text),
        "answer": Key(tables.text),
        "options": Key(tables.texts),
        "linked": Key(tables.texts),
        "apart": Key(_flag),
        "wrapped": Key(_flag),
    }
    ways: dict[str, Way] = {}
    for identity, table in file.tables("ways"):
        file.check(f"ways.{identity}", table, keys)
        lists = {name: tuple(table.get(name, ())) for name in ("options", "linked")}
        ways[identity] = Way(identity, **table | lists)
    return Survey(groups, ways)


load = tables.kept(FILE, of_file, lambda: Survey({}, {}))
"""Returns the ways of the book at a root, none without the file; DataError if wrong."""


def outcomes(text: str) -> dict[str, str]:
    """Return what the lines of a survey say of each way."""
    return dict(line.split(": ") for line in text.splitlines())


def of_book(root: Path) -> list[Column]:
    """Return what every compiler made of the ways; ValueError where a record is missing."""
    survey = snippet.load(root / "snippets" / SURVEY, root / "snippets")
    record = records.load(survey)
    if record is None:
        raise ValueError(f"{SURVEY} has no record; run make bless")
    try:
        page = (root / IN_PAGE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"{IN_PAGE} is missing; run pytest --update-goldens") from None
    columns = []
    for run in record.runs:
        family, version = COMPILERS[run.compiler]
        columns.append(Column(family, (version,), run.level, outcomes(run.stdout)))
    family, version = OF_PAGE
    columns.append(Column(family, (version,), PAGE_LEVEL, outcomes(page)))
    # What a reader looks for first is what optimization does, and a telephone shows two columns.
    return sorted(columns, key=lambda column: column.level, reverse=True)


def folded(columns: list[Column], ways: list[str]) -> list[Column]:
    """Return the columns, those of a family and a level that agree about these ways as one."""
    made: list[Column] = []
    for column in columns:
        said = {way: column.outcomes.get(way, _UNTRIED) for way in ways}
        alike = [
            place
            for place, other in enumerate(made)
            if (other.family, other.level, other.outcomes) == (column.family, column.level, said)
        ]
        if alike:
            versions = (*made[alike[0]].versions, *column.versions)
            made[alike[0]] = Column(column.family, versions, column.level, said)
        else:
            made.append(Column(column.family, column.versions, column.level, said))
    return [column for column in made if set(column.outcomes.values()) != {_UNTRIED}]


def markdown(options: Mapping[str, str], _page: str, root: Path) -> list[str]:
    """Return the lines of one group's table."""
    survey = load(root)
    opt.check(options, {"group": opt.one_of(*survey.groups)})
    if "group" not in options:
        raise ValueError(f'write group="…", one of: {" ".join(survey.groups)}')
    chosen = [way for way in survey.ways.values() if way.group == options["group"]]
    columns = folded(of_book(root), [way.identity for way in chosen])
    return list(_table(survey.groups[options["group"]], chosen, columns))


def _table(title: str, chosen: list[Way], columns: list[Column]) -> Iterator[str]:
    yield f"| {' | '.join([title, *(column.head for column in columns)])} |"
    yield "|---" * (len(columns) + 1) + "|"
    for way in chosen:
        words = (column.outcomes[way.identity] for column in columns)
        yield f"| {' | '.join([way.name, *(OUTCOMES.get(word, word) for word in words)])} |"
    yield ""
