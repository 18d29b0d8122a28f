"""A question about a moment of a run: what it claims, and what stands on the page for it."""

from pathlib import Path

import pytest

from cworkbook.page_lines import LineError
from cworkbook.questions.question import Question, questions
from support.questions import PAGE, prepare


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with such questions."""
    return prepare(tmp_path_factory.mktemp("book"), {"asked.md": PAGE}, assets=False)


@pytest.fixture(scope="module")
def asked() -> dict[str, Question]:
    """The questions of that book by their names."""
    return {each.identity: each for each in questions(PAGE.splitlines(), "docs/asked.md")}


def claims(question: Question, root: Path) -> set[tuple[str, bool]]:
    """What a question claims: proofs, and whether each must hold."""
    return {(claim.proof, claim.holds) for claim in question.claims(root)}


def moment(part: str) -> str:
    """A question of one part."""
    head = 'id="demo-x" kind="moment" of="pointed.c" moment="set" arrow="p"'
    return f"/// question {{{head}}}\nAsked?\n\n{part}///\n"


def test_a_moment_claims_what_its_run_answers_and_nothing_else(
    asked: dict[str, Question], root: Path
) -> None:
    assert claims(asked["demo-moment"], root) == {
        ("pointed.c at 'set' points 'p' to 'row[0]'", True),
        ("pointed.c at 'set' points 'p' to 'row'", False),
        ("pointed.c at 'set' points 'p' to 'row[1]'", False),
        ("pointed.c at 'set' points 'p' to 'null'", False),
    }
    assert claims(asked["demo-moment-value"], root) == {
        ("pointed.c at 'set' reads '*p' as '3'", True),
        ("pointed.c at 'set' reads '*p' as '4'", False),
    }
    writer = claims(asked["demo-moment-writer"], root)
    assert ("pointed.c at 'set' has 'p' from '4'", True) in writer
    assert {holds for proof, holds in writer if "'4'" not in proof} == {False}
    assert len(writer) == 6  # each line with code


def test_a_moment_is_a_picture_with_a_list_for_paper(
    asked: dict[str, Question], root: Path
) -> None:
    question = asked["demo-moment"]
    picture, _, _, choices = question.kind.control(question.block, root).elements
    assert [item.get("data-choice") for item in choices] == ["row", "row[0]", "row[1]", "null"]
    assert picture.find(".//svg[@role='img']") is not None
    assert "points to ?" in "".join(picture.itertext())
    told = question.kind.control(question.block, root).data
    assert [spot["name"] for spot in told["spots"]] == ["row", "row[0]", "row[1]"]
    assert told["start"]["name"] == "p"


def test_what_the_picture_of_a_moment_does_not_have_cannot_be_picked(root: Path) -> None:
    part = '/// right {at="column"}\nx\n'
    (question,) = questions(moment(part).splitlines(), "docs/asked.md")
    with pytest.raises(LineError, match=r"no 'column' to pick; there are: row, row\[0\]"):
        list(question.claims(root))
