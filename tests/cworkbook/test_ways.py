"""The survey of ways to make a function replaceable: the tables say what its runs said."""

from pathlib import Path

import pytest

from cworkbook import ways
from cworkbook.tables import DataError
from cworkbook.ways import Column
from support.sites import ROOT

GROUPS = ("attributes", "options", "exports", "files")
HEAD = """\
[groups.one]
title = "One"

"""


def column(version: str, family: str = "clang", **said: str) -> Column:
    """What a compiler made of the ways, at one level."""
    return Column(family, (version,), "-O2", said)


def rows(group: str) -> list[list[str]]:
    """The rows of a table of the book, its head first."""
    lines = ways.markdown({"group": group}, "symbols/repairs.md", ROOT)
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]


def of_text(root: Path, text: str) -> ways.Survey:
    """The survey of a book with this file of ways."""
    path = root / ways.FILE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return ways.load(root)


def test_a_line_of_the_survey_is_a_way_and_what_became_of_the_mock() -> None:
    assert ways.outcomes("weak: used\nno-semantic: not asked\n") == {
        "weak": "used",
        "no-semantic": "not asked",
    }


def test_every_compiler_says_something_of_every_way() -> None:
    survey = ways.load(ROOT).ways
    assert len(survey) == 20
    for one in ways.of_book(ROOT):
        compiled = {name for name, way in survey.items() if way.is_compiled_only}
        is_page = (one.family, one.versions[0]) == ways.OF_PAGE
        assert set(one.outcomes) == (compiled if is_page else set(survey))
        assert set(one.outcomes.values()) <= set(ways.OUTCOMES)


def test_the_ways_are_all_in_the_tables_in_the_order_of_the_file() -> None:
    named = [row[0] for group in GROUPS for row in rows(group)[1:]]
    assert named == [way.name for way in ways.load(ROOT).ways.values()]


def test_what_the_page_says_of_the_tables_is_in_them() -> None:
    """Of all attributes, one is obeyed by every compiler; the trick with a variable is none."""
    obeyed = [row[0] for row in rows("attributes")[1:] if set(row[1:]) == {"used"}]
    assert obeyed == ["`weak`", "`noinline`, and returns a `volatile` variable"]
    head, *lines = rows("options")
    assert head[1:] == [
        "gcc 12<br>`-O2`",
        "clang 14, 19, 22<br>`-O2`",
        "gcc 12<br>`-O0`",
        "clang 14, 19<br>`-O0`",
    ]
    noipa = next(line for line in lines if line[0].startswith("`noipa`"))
    assert noipa[1:] == ["used", "**not asked**", "used", "**not asked**"]


def test_compilers_of_a_family_that_agree_share_a_column() -> None:
    columns = [column("14", a="used", b="used"), column("19", a="used", b="ignored")]
    assert [one.versions for one in ways.folded(columns, ["a"])] == [("14", "19")]
    assert [one.versions for one in ways.folded(columns, ["a", "b"])] == [("14",), ("19",)]


def test_compilers_of_two_families_share_none() -> None:
    columns = [column("12", "gcc", a="used"), column("14", a="used")]
    assert [one.head for one in ways.folded(columns, ["a"])] == [
        "gcc 12<br>`-O2`",
        "clang 14<br>`-O2`",
    ]


def test_a_compiler_that_tried_none_of_the_ways_has_no_column() -> None:
    columns = [column("14", a="used"), column("22", b="used")]
    assert [one.versions for one in ways.folded(columns, ["a"])] == [("14",)]
    both = ways.folded(columns, ["a", "b"])
    assert [one.outcomes for one in both] == [
        {"a": "used", "b": "\N{EN DASH}"},
        {"a": "\N{EN DASH}", "b": "used"},
    ]


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({}, 'write group="…", one of: attributes options exports files'),
        ({"group": "exprts"}, "'exprts' is not known here; did you mean 'exports'?"),
        ({"grup": "files"}, "unknown option 'grup'; did you mean 'group'?"),
    ],
)
def test_a_fence_that_names_no_group_is_told_which_there_are(
    options: dict[str, str], advice: str
) -> None:
    with pytest.raises(ValueError, match=advice.replace("?", r"\?")):
        ways.markdown(options, "symbols/repairs.md", ROOT)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('[ways.a]\nname = "a"\n', r"\[ways.a\] has no 'group'"),
        ('[ways.a]\ngroup = "two"\nname = "a"\n', "group: 'two'"),
        ('[ways.a]\ngroup = "one"\nname = "a"\napart = false\n', "apart: write true"),
        ('[ways.a]\ngroup = "one"\nname = "a"\nlevel = 2\n', "unknown key 'level'"),
    ],
)
def test_a_way_that_cannot_be_is_told_with_its_place(tmp_path: Path, text: str, error: str) -> None:
    with pytest.raises(DataError, match=rf"{ways.FILE}:\d+: error: .*{error}"):
        of_text(tmp_path, HEAD + text)


def test_a_book_without_the_survey_has_no_ways(tmp_path: Path) -> None:
    assert ways.load(tmp_path) == ways.Survey({}, {})
