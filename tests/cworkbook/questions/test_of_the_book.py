"""The book's own questions: each is proved, and a wrong one among them is found."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cworkbook.questions.asking import Asked
from cworkbook.questions.book_questions import questions_of
from cworkbook.questions.kind import plain
from cworkbook.questions.kinds.choice import is_fixed, ordered
from cworkbook.questions.prove import faults
from cworkbook.questions.total import AFTER, BEFORE, WITHIN, Total, places, questions_html, totals
from support.sites import ROOT

MANY = 100
SLACK = 0.1
NAMED, BELIEFS = 140, 44
HINTS = 2
LEAST = {BEFORE: 1, WITHIN: 2, AFTER: 3}
CHAPTERS = (
    "declarations", "volatile", "ownership", "leaks", "exhaustion", "cleanup", "glib", "costs",
    "symbols", "slicing", "xs", "xen",
)  # fmt: skip
# These two have no program; history has nothing that a machine could judge.
WITHOUT = ("docs/xen/index.md", "docs/xen/history.md")


def test_every_key_is_right_and_every_distractor_wrong() -> None:
    assert faults(ROOT, Asked()) == []


def test_every_page_of_a_chapter_asks_before_within_and_after() -> None:
    found, _ = questions_of(ROOT)
    counted = places(found, ROOT)
    pages = [
        page.relative_to(ROOT).as_posix()
        for chapter in CHAPTERS
        for page in sorted((ROOT / "docs" / chapter).glob("*.md"))
    ]
    assert len(pages) > 25
    for page in pages:
        if page.endswith("exercises.md"):
            assert counted[page][AFTER] >= LEAST[AFTER], page
        elif page not in WITHOUT:
            assert all(counted[page][place] >= least for place, least in LEAST.items()), page


def test_no_page_has_a_fold_for_a_choice_any_more() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert "??? choice" not in text, page
        assert "??? answer" not in text, page
        assert ".cw-pieces" not in text, page


def test_neither_place_nor_length_tells_which_choice_is_right() -> None:
    places: list[float] = []
    lengths: list[float] = []
    for each in questions_of(ROOT)[0]:
        if each.kind_name != "choice" or each.block.options.get("pick") or is_fixed(each.block):
            continue
        shown = ordered(each.block)
        right = next(number for number, part in enumerate(shown) if part.word == "right")
        sizes = [len(plain(part.label)) for part in shown]
        longer = sum(size > sizes[right] for size in sizes)
        places.append(right / (len(shown) - 1))
        lengths.append(longer / (len(shown) - 1))
    assert len(places) > MANY
    # 0 is the first or longest, 1 the last or shortest; chance gives a half, give or take 0.04.
    assert abs(sum(places) / len(places) - 0.5) < SLACK
    assert abs(sum(lengths) / len(lengths) - 0.5) < SLACK


def test_the_proof_counts_what_the_questions_claim() -> None:
    every = sum(totals(ROOT).values(), Total())
    assert every.questions > 190
    assert every.proved > 0.95 * every.questions
    assert every.refuted > 3 * every.argued
    html = re.sub(r' data-label="[^"]*"', "", questions_html(ROOT))
    assert f"<td>{every.questions}</td><td>{every.proved}</td><td>{every.refuted}</td>" in html


def test_wrong_answers_lead_to_beliefs_and_to_many_different_ones() -> None:
    """A slip needs none (docs/decisions/0011-questions.md), so this is a floor, not a share."""
    parts = [part for each in questions_of(ROOT)[0] for part in each.block.parts]
    named = [part.options["belief"] for part in parts if "belief" in part.options]
    assert len(named) >= NAMED
    assert len(set(named)) >= BELIEFS


def test_a_program_to_write_has_two_hints() -> None:
    for each in questions_of(ROOT)[0]:
        if each.kind_name == "program":
            hints = sum(part.word == "hint" for part in each.block.parts)
            assert hints >= HINTS, each.block.identity


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page of the book, with its programs and its names."""
    root = tmp_path_factory.mktemp("book")
    page = "docs/declarations/index.md"
    (root / page).parent.mkdir(parents=True)
    shutil.copy(ROOT / page, root / page)
    shutil.copytree(ROOT / "snippets/declarations", root / "snippets/declarations")
    names = [
        line for line in (ROOT / page).read_text(encoding="utf-8").splitlines() if "id=" in line
    ]
    known = ", ".join(f'"{line.partition(chr(34))[2].partition(chr(34))[0]}"' for line in names)
    (root / "docs/questions.toml").write_text(f"known = [{known}]\n", encoding="utf-8")
    return root


def proved(root: Path) -> subprocess.CompletedProcess[str]:
    """What the command says of a book."""
    command = [sys.executable, "-m", "cworkbook.questions"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_command_says_that_all_is_proved(copied: Path) -> None:
    done = proved(copied)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("6 questions: 6 keys proved, ")


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ('{key="1200"} 1200', '{key="600"} 600', '/// right {key="600"', "'600' is there twice"),
        ('{key="1200"}', '{key="1199"}', '{key="1199"}', "this is not right, or its proof is not"),
        (
            '{key="8"} 8 bytes',
            '{key="1200"} 8 bytes',
            '/// right {key="1200"',
            "'1200' is there twice",
        ),
        (
            "/// wrong 150",
            "/// wrong 8\n8 is\n\n/// wrong 150",
            "/// wrong 8",
            "'8' is there twice",
        ),
        (
            "/// right 8\n",
            "/// right 9\n",
            "/// right 9",
            "it does not hold that 'sizeof(char (*)[10][15]) == 9'",
        ),
        (
            "/// wrong double **rows[4];",
            "/// wrong double *(*rows)[2 + 2];",
            "*(*rows)[2 + 2]",
            "this is not wrong, or its proof is not",
        ),
        (
            'id="declarations-bytes"',
            'id="declarations-octets"',
            "declarations-octets",
            "is not in docs/questions.toml",
        ),
    ],
    ids=["key", "key by record", "distractor", "size twice", "size", "distractor by type", "name"],
)
def test_what_is_broken_on_purpose_fails_with_page_and_line(
    old: str, new: str, at: str, message: str, copied: Path
) -> None:
    """The line is the one that has `at` in the broken page: of two equal keys, the second."""
    page = copied / "docs/declarations/index.md"
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    broken = text.replace(old, new)
    line = next(n for n, each in enumerate(broken.splitlines(), 1) if at in each)
    try:
        page.write_text(broken, encoding="utf-8")
        done = proved(copied)
    finally:
        page.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if message in line]
    assert told, done.stderr
    assert told[0].startswith(f"docs/declarations/index.md:{line}: error: "), told[0]
    assert "Traceback" not in done.stderr
