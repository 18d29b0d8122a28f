"""The survey of defects: its programs are all in the tables, which say what it found."""

from cworkbook import defects
from support.sites import ROOT

SAID = """\
one: ASan says heap-buffer-overflow
one: alone says signal 11
two, repaired: clang-tidy says some.Check
three: no tool says a word
"""


def rows(**options: str) -> list[list[str]]:
    """The rows of a table of the book."""
    lines = defects.markdown(options, "leaks/tools.md", ROOT)
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]


def test_a_line_of_the_survey_is_a_defect_a_tool_and_its_words() -> None:
    assert defects.seen(SAID) == [
        defects.Seen("one", "ASan", "heap-buffer-overflow", false_alarm=False),
        defects.Seen("one", "alone", "signal 11", false_alarm=False),
        defects.Seen("two", "clang-tidy", "some.Check", false_alarm=True),
    ]


def test_each_program_of_the_survey_has_a_name_and_a_group() -> None:
    folder = ROOT / "snippets" / defects.SURVEY
    programs = {path.name for path in folder.iterdir() if path.suffix in {".c", ".cpp"}}
    assert {each.file for each in defects.load(ROOT).defects.values()} == programs
    assert len(programs) == 37


def test_each_tool_of_the_survey_is_in_the_tables_and_sees_something() -> None:
    found = defects.of_book(ROOT)
    assert {each.tool for each in found} == set(defects.TOOLS)
    assert {each.defect for each in found} <= set(defects.load(ROOT).defects)


def test_the_table_of_tools_has_the_sum_of_each_row() -> None:
    head, _, *tools = rows(show="tools")
    assert head[:3] == ["tool", "all /37", "[leaks /8](#leaks)"]
    for _, total, *counts in tools:
        assert int(total.strip("*")) == sum(int(count) for count in counts if count.isdigit())


def test_the_page_says_how_many_the_tools_see() -> None:
    every = {row[0]: row[1].strip("*") for row in rows(show="tools")}
    assert every["valgrind"] == "23"
    assert every["ASan, LSan and UBSan, one build"] == "25"
    assert every["any of these"] == "33"
    assert every["gcc's warnings"] == "12"


def test_what_nobody_names_is_said_to_be_so() -> None:
    named = {row[0]: row[1] for row in rows(group="objects")}
    assert named["string in a structure"] == "**nobody**"
    assert named["array in a structure"] == "UBSan, Step"
