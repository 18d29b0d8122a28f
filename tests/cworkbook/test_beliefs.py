"""Beliefs about C: the data is checked, the pages show it, and the book's own is complete."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook import beliefs, book, records, tables
from cworkbook.beliefs.data import of_file
from cworkbook.beliefs.pages import markdown
from cworkbook.options import OptionError
from cworkbook.proof import CLAIMS
from support.golden import Compare
from support.sites import ROOT

DATA = """\
[groups.memory]
title = "Memory"

[beliefs.free-twice]
group = "memory"
name = "Freeing `p` twice"
belief = "It does nothing."
tempting = "It mostly does."
truth = "It is undefined."
snippet = "memory/free.c"
page = "memory/index.md#the-rule"
sources = ["[a manual](https://example.org/free)"]
"""
FEWEST = 55
SUBJECTS = ("declarations", "arrays", "integers", "expressions", "scope", "memory", "library")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a program and a page."""
    for name, text in {
        "snippets/memory/free.c": "int x;\n",
        "docs/memory/index.md": "# Memory\n\n## The rule\n",
        "docs/misconceptions/memory.md": '```beliefs {group="memory"}\n```\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def loaded(text: str, root: Path) -> beliefs.Beliefs:
    """The beliefs of a project whose file has a text."""
    (root / beliefs.FILE).write_text(text, encoding="utf-8")
    return of_file(tables.read(root / beliefs.FILE, root), root)


def complaint(text: str, root: Path) -> str:
    """What is said of such a file, behind its name."""
    with pytest.raises(tables.DataError) as raised:
        loaded(text, root)
    return str(raised.value).removeprefix(f"{beliefs.FILE}:")


def test_a_belief_has_a_place_and_a_name_for_where_no_code_can_be(root: Path) -> None:
    (belief,) = loaded(DATA, root).of("memory")
    assert belief.place == "misconceptions/memory.md#free-twice"
    assert belief.plain_name == "Freeing p twice"
    assert belief.line == 4


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('group = "memory"', 'group = "memry"', "5: error: group: 'memry' is not known here"),
        ("tempting", "temptng", "8: error: unknown key 'temptng'; did you mean 'tempting'?"),
        ("memory/free.c", "memory/fre.c", "10: error: there is no program 'memory/fre.c'"),
        ("#the-rule", "#the-rul", "11: error: memory/index.md has no anchor 'the-rul'"),
        ("memory/index.md", "memory/i.md", "11: error: there is no page 'memory/i.md'"),
        ("https://example", "example", "12: error: sources: 'example.org/free' is no address"),
        ("[beliefs.free-twice]", "[beliefs.Free]", "4: error: 'Free' is no identity"),
        ('sources = ["[a manual](https://example.org/free)"]\n', "", "4: error: a belief needs"),
        ("sources = ", 'clauses = ["7.2"]\nsources = ', "12: error: clauses: '7.2' will not do"),
        ("sources = ", 'show = "outpt"\nsources = ', "12: error: show: 'outpt' is not known here"),
        ("sources = ", 'also = ["x.c"]\nsources = ', "12: error: there is no program 'x.c'"),
        ("[groups.memory]", "[group.memory]", "1: error: 'group' is not known at the top"),
        (
            "[groups.memory]",
            'retired = ["free-twice"]\n[groups.memory]',
            "5: error: 'free-twice' was retired",
        ),
        ("[groups.memory]", "retired = 3\n[groups.memory]", "1: error: retired: write a list"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, old: str, new: str, told: str) -> None:
    assert old in DATA
    assert complaint(DATA.replace(old, new, 1), root).startswith(told)


def test_an_identity_that_is_there_twice_is_told(root: Path) -> None:
    again = DATA[DATA.index("[beliefs") :]
    assert "twice" in complaint(DATA + again, root)


def test_a_book_without_the_file_says_so(root: Path) -> None:
    with pytest.raises(tables.DataError, match=r"beliefs\.toml: error: there is no such file"):
        beliefs.load(root)


def test_a_question_finds_a_belief_by_its_identity(root: Path) -> None:
    loaded('retired = ["free-once"]\n' + DATA, root)
    assert beliefs.find("free-twice", root).place == "misconceptions/memory.md#free-twice"


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        ("free-twise", "there is no belief 'free-twise'; did you mean 'free-twice'?"),
        ("x", f"there is no belief 'x'; {beliefs.FILE} has them all"),
        ("free-once", "the belief 'free-once' was retired; name another one"),
    ],
)
def test_a_question_that_names_no_belief_is_told_which_there_is(
    root: Path, identity: str, told: str
) -> None:
    loaded('retired = ["free-once"]\n' + DATA, root)
    with pytest.raises(ValueError, match=re.escape(told)):
        beliefs.find(identity, root)


def test_a_changed_file_is_read_anew(root: Path) -> None:
    path = root / beliefs.FILE
    path.write_text(DATA, encoding="utf-8")
    assert beliefs.load(root).all["free-twice"].truth == "It is undefined."
    path.write_text(DATA.replace("It is undefined.", "Undefined, it is."), encoding="utf-8")
    assert beliefs.load(root).all["free-twice"].truth == "Undefined, it is."


def test_a_page_of_a_group_has_each_belief_with_its_program(root: Path) -> None:
    loaded(DATA.replace("sources = ", 'show = "code"\nsources = '), root)
    text = "\n".join(markdown({"group": "memory"}, "misconceptions/memory.md", root))
    assert "## “Freeing `p` twice” { #free-twice }" in text
    assert '```c {snippet="memory/free.c" show="code"}' in text
    assert "In this book: [The rule (memory)](../memory/index.md#the-rule)" in text


def test_a_belief_that_no_chapter_treats_says_here_and_links_nowhere(root: Path) -> None:
    here = DATA.replace("memory/index.md#the-rule", beliefs.HERE)
    (belief,) = loaded(here, root).of("memory")
    assert belief.page == beliefs.HERE
    text = "\n".join(markdown({"group": "memory"}, "misconceptions/memory.md", root))
    assert "In this book" not in text
    assert "[a manual](https://example.org/free)." in text


ASKED = """\
# Memory

/// question {id="memory-first" judged="by argument"}
What is true?

/// right this
It is.

/// wrong that
It is not.
///

/// question {id="memory-twice" judged="by argument"}
And what of `free`?

/// right undefined
It is.

/// wrong {belief="free-twice"} nothing
It is not.

/// wrong {belief="free-twice"} something
It is not.
///
"""


def test_a_belief_names_the_questions_whose_wrong_answers_come_from_it(root: Path) -> None:
    loaded(DATA, root)
    page = "misconceptions/memory.md"
    assert "Asked in" not in "\n".join(markdown({"group": "memory"}, page, root))
    (root / "docs/memory/asked.md").write_text(ASKED, encoding="utf-8")
    lines = markdown({"group": "memory"}, page, root)
    at = lines.index("Asked in")
    assert lines[at + 3 : at + 5] == [
        "- Memory: [question 2](../memory/asked.md#q-memory-twice)",
        "",
    ]
    (root / "docs/memory/asked.md").write_text("/// question {", encoding="utf-8")
    assert "Asked in" not in markdown({"group": "memory"}, page, root)  # told on its own page


def test_the_list_leads_to_the_pages_and_has_the_same_anchors(root: Path) -> None:
    loaded(DATA, root)
    text = "\n".join(markdown({}, "misconceptions/index.md", root))
    html = Markdown(extensions=["attr_list"]).convert(text)
    assert '<li id="free-twice"><a href="memory.md#free-twice">' in html


@pytest.mark.parametrize("options", [{"group": "memry"}, {"groups": "memory"}])
def test_a_fence_for_what_is_not_there_is_refused(root: Path, options: dict[str, str]) -> None:
    loaded(DATA, root)
    with pytest.raises(OptionError):
        markdown(options, "misconceptions/memory.md", root)


def test_a_program_in_the_data_is_shown_by_the_page_of_its_group(root: Path) -> None:
    (root / beliefs.FILE).write_text(DATA, encoding="utf-8")
    (shown,) = book.references(root)
    assert (shown.page, shown.line, shown.path) == ("misconceptions/memory.md", 1, "memory/free.c")


# What follows holds the book's own beliefs.


def test_the_book_refutes_enough_and_of_every_subject() -> None:
    known = beliefs.load(ROOT)
    assert len(known.all) >= FEWEST
    assert set(SUBJECTS) <= {group for group in known.groups if known.of(group)}


@pytest.mark.parametrize("group", beliefs.load(ROOT).groups)
def test_every_group_has_its_page(group: str) -> None:
    page = ROOT / "docs" / beliefs.load(ROOT).groups[group].page
    assert f'```beliefs {{group="{group}"}}' in page.read_text(encoding="utf-8")


def test_no_identity_is_lost(golden: Compare) -> None:
    """Readers' answers are kept by it: one that goes is retired, and this list has both."""
    known = beliefs.load(ROOT)
    golden("beliefs.txt", "".join(f"{name}\n" for name in sorted({*known.all, *known.retired})))


@pytest.mark.parametrize("identity", beliefs.load(ROOT).all)
def test_a_belief_is_refuted_by_something_that_can_fail(identity: str) -> None:
    """Compiling alone is no refutation: a message, an output, a finding has to be announced."""
    name = beliefs.load(ROOT).all[identity].snippet.partition(":")[0]
    path = next(
        p
        for p in [ROOT / "snippets" / name, *(ROOT / "snippets" / name).parents]
        if book.snippet_path(p if p.is_file() else p / "snippet", ROOT / "snippets")
    )
    program = book.load(path, ROOT)
    assert program.expectations or any(d.name in CLAIMS for d in program.directives)
    assert records.load(program) is not None


def test_a_belief_names_the_chapter_that_treats_it_or_says_that_none_does() -> None:
    for belief in beliefs.load(ROOT).all.values():
        assert belief.page is not None, f"{belief.identity}: name a page, or '{beliefs.HERE}'"
        assert not belief.page.startswith(f"{beliefs.PAGES}/"), belief.identity


def test_a_truth_is_told_in_words_and_not_by_yes_or_no() -> None:
    for belief in beliefs.load(ROOT).all.values():
        assert not re.match(r"(Yes|No|Right|Wrong)\b", belief.truth), belief.identity
