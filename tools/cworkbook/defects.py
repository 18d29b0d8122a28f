"""The fence that shows which tool sees which defect: a survey's record, as tables of a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown.extensions.toc import slugify

from cworkbook import options as opt
from cworkbook import records, snippet, tables
from cworkbook.tables import DataFile, Key

FILE = "docs/leaks/defects.toml"
SURVEY = "leaks/defects"
"""The snippet whose program builds each defect with each tool."""

STEPPED = "snippets/leaks/recorded/stepped.txt"
"""What the page's stepper says of them, in the same lines: tests/step/test_defects.py."""

TOOLS = {
    "-Wall -Wextra": "gcc's warnings",
    "-fanalyzer": "gcc -fanalyzer",
    "clang-tidy": "clang-tidy",
    "alone": "the program alone",
    "malloc": "malloc, checking",
    "hardened": "hardened",
    "ASan": "ASan",
    "LSan": "LSan",
    "UBSan": "UBSan",
    "MSan": "MSan",
    "valgrind": "valgrind",
    "Step": "Step",
}
"""The tools as the survey calls them, and as pages do, in the order of the tables."""

STOPPING = ("alone", "malloc", "hardened")
"""Those that end the program where they notice something, and name no line of it."""

TOGETHER = {
    "ASan, LSan and UBSan, one build": ("ASan", "LSan", "UBSan"),
    "any of these": tuple(TOOLS),
}
"""What several of them see between them."""

_NONE = "\N{EN DASH}"
_LINE = re.compile(
    r"(?P<defect>[\w-]+)(?P<repaired>, repaired)?: (?P<tool>(?!no tool).+?) says (?P<words>.+)"
)


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of defects: the heading of its table, and the head of its column."""

    title: str
    short: str


@dataclass(frozen=True, slots=True)
class Defect:
    """A program of the survey: its name in a few words, and what is wrong with it."""

    identity: str
    group: str
    file: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a tool said of a defect, or of its repair, which is then a false alarm."""

    defect: str
    tool: str
    words: str
    false_alarm: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """The groups and the defects, both by identity, in the order of the file."""

    groups: Mapping[str, Group]
    defects: Mapping[str, Defect]


def of_file(file: DataFile, root: Path) -> Survey:
    """Return what the data file holds; DataError for a program that is not there."""
    file.only("groups", "defects")
    groups: dict[str, Group] = {}
    for identity, table in file.tables("groups"):
        wanted = {name: Key(tables.text, required=True) for name in ("title", "short")}
        file.check(f"groups.{identity}", table, wanted)
        groups[identity] = Group(**table)
    keys = {
        "group": Key(tables.one_of(*groups), required=True),
        **{name: Key(tables.text, required=True) for name in ("file", "name", "says")},
    }
    defects: dict[str, Defect] = {}
    for identity, table in file.tables("defects"):
        file.check(f"defects.{identity}", table, keys)
        if not (root / "snippets" / SURVEY / table["file"]).is_file():
            message = f"there is no file snippets/{SURVEY}/{table['file']}"
            raise file.error(message, f"defects.{identity}", "file")
        defects[identity] = Defect(identity, **table)
    return Survey(groups, defects)


load = tables.kept(FILE, of_file, lambda: Survey({}, {}))
"""Returns the defects of the book at a root, none without the file; DataError if wrong."""


def seen(text: str) -> list[Seen]:
    """Return what the lines of a survey say; those about what nobody sees say nothing."""
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return [
        Seen(line["defect"], line["tool"], line["words"], line["repaired"] is not None)
        for line in found
        if line
    ]


def of_book(root: Path) -> list[Seen]:
    """Return what every tool said, the stepper included; ValueError where a record is missing."""
    survey = snippet.load(root / "snippets" / SURVEY, root / "snippets")
    record = records.load(survey)
    if record is None:
        raise ValueError(f"{SURVEY} has no record; run make bless")
    try:
        stepped = (root / STEPPED).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"{STEPPED} is missing; run pytest --update-goldens") from None
    return seen(record.runs[0].stdout) + seen(stepped)


def markdown(options: Mapping[str, str], _page: str, root: Path) -> list[str]:
    """Return the lines of the table of tools, or of one group's table and its programs."""
    survey = load(root)
    opt.check(options, {"show": opt.one_of("tools", "alarms"), "group": opt.one_of(*survey.groups)})
    every = of_book(root)
    if group := options.get("group"):
        chosen = [each for each in survey.defects.values() if each.group == group]
        return [*_defects(chosen, every), *_programs(chosen)]
    if options.get("show") == "alarms":
        return list(_alarms(every))
    return list(_tools(survey, every))


def _rows(*rows: list[str]) -> Iterator[str]:
    yield f"| {' | '.join(rows[0])} |"
    yield f"|{'---|' * len(rows[0])}"
    yield from (f"| {' | '.join(row)} |" for row in rows[1:])
    yield ""


def _tools(survey: Survey, every: list[Seen]) -> Iterator[str]:
    """Yield how many of each group's defects each tool sees; heads lead to the groups' tables."""
    sizes = {
        group: sum(each.group == group for each in survey.defects.values())
        for group in survey.groups
    }
    heads = [
        f"[{group.short} /{sizes[identity]}](#{slugify(group.title, '-')})"
        for identity, group in survey.groups.items()
    ]
    rows = [["tool", f"all /{len(survey.defects)}", *heads]]
    every_row = {title: (tool,) for tool, title in TOOLS.items()} | TOGETHER
    for title, tools in every_row.items():
        sees = {each.defect for each in every if each.tool in tools and not each.false_alarm}
        counts = [
            sum(survey.defects[identity].group == group for identity in sees)
            for group in survey.groups
        ]
        rows.append([title, f"**{len(sees)}**", *(str(count or _NONE) for count in counts)])
    yield from _rows(*rows)


def _defects(chosen: list[Defect], every: list[Seen]) -> Iterator[str]:
    """Yield who sees each of a group's defects."""
    rows = [["defect", "named by", "only stopped by"]]
    for defect in chosen:
        said = [each for each in every if each.defect == defect.identity]
        tools = {each.tool for each in said if not each.false_alarm}
        named = [title for tool, title in TOOLS.items() if tool in tools and tool not in STOPPING]
        stopped = [title for tool, title in TOOLS.items() if tool in tools and tool in STOPPING]
        rows.append([defect.name, ", ".join(named) or "**nobody**", ", ".join(stopped) or _NONE])
    yield from _rows(*rows)


def _programs(chosen: list[Defect]) -> Iterator[str]:
    """Yield a fold with the programs of a group, each with its repair."""
    yield from (f'??? proof "These {len(chosen)} programs, each with its repair"', "")
    for defect in chosen:
        language = "cpp" if defect.file.endswith(".cpp") else "c"
        options = f'snippet="{SURVEY}/{defect.file}:defect" show="code"'
        yield from (f"    **{defect.name}**: {defect.says}", "")
        yield from (f"    ```{language} {{{options}}}", "    ```", "")


def _alarms(every: list[Seen]) -> Iterator[str]:
    """Yield what was said of programs that are repaired."""
    alarms: dict[tuple[str, str], int] = {}
    for each in every:
        if each.false_alarm:
            about = (TOOLS[each.tool], each.words)
            alarms[about] = alarms.get(about, 0) + 1
    rows = [[tool, f"`{words}`", str(count)] for (tool, words), count in alarms.items()]
    yield from _rows(["tool", "what it says", "repaired programs"], *rows)
