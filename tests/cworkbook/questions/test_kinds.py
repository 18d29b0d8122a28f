"""Each kind: what it claims, what it refuses, and what stands on the page for it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cworkbook.page_lines import LineError
from cworkbook.questions.kinds import KINDS
from cworkbook.questions.question import Question, questions
from cworkbook.questions.total import counted
from support.questions import PAGE, prepare
from support.sites import ROOT


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with a question of each kind."""
    return prepare(tmp_path_factory.mktemp("book"), {"asked.md": PAGE}, assets=False)


@pytest.fixture(scope="module")
def asked() -> dict[str, Question]:
    """The questions of that book by their names."""
    return {each.identity: each for each in questions(PAGE.splitlines(), "docs/asked.md")}


def claims(question: Question, root: Path) -> set[tuple[str, bool]]:
    """What a question claims: proofs, and whether each must hold."""
    return {(claim.proof, claim.holds) for claim in question.claims(root)}


def data(question: Question, root: Path) -> dict[str, Any]:
    """What scripts are told of it."""
    return question.kind.control(question.block, root).data


def test_the_page_has_every_kind_and_scripts_know_each() -> None:
    found = {each.kind_name for each in questions(PAGE.splitlines(), "docs/asked.md")}
    assert found == set(KINDS)
    text = (ROOT / "tools/browser/src/questions/kinds.ts").read_text(encoding="utf-8")
    table = text[text.index("KINDS: ") :]
    assert set(re.findall(r"^  (\w+)(?:: \w+)?,$", table, re.MULTILINE)) == set(KINDS)


def test_a_choices_template_is_filled_with_each_key(asked: dict[str, Question], root: Path) -> None:
    assert claims(asked["demo-bytes"], root) == {
        ("sizes.c prints 'a 80'", False),
        ("sizes.c prints 'a 8'", False),
        ("sizes.c prints 'a 1200'", True),
    }


def test_numbers_rise_and_other_choices_are_mixed_by_their_names(
    asked: dict[str, Question], root: Path
) -> None:
    (listed,) = asked["demo-bytes"].kind.control(asked["demo-bytes"].block, root).elements
    assert [item.get("data-choice") for item in listed] == ["8", "80", "1200"]
    (words,) = asked["demo-words"].kind.control(asked["demo-words"].block, root).elements
    order = [item.get("data-choice") for item in words]
    assert set(order) == {"alpha", "omega", "gamma", "delta"}
    swapped = PAGE.replace("/// right alpha", "/// right  alpha")
    again = next(q for q in questions(swapped.splitlines(), "") if q.identity == "demo-words")
    (words,) = again.kind.control(again.block, root).elements
    assert [item.get("data-choice") for item in words] == order


def test_the_place_of_the_right_choice_says_nothing() -> None:
    places = {0: 0, 1: 0, 2: 0}
    for number in range(300):
        text = (
            f'/// question {{id="demo-{number}" judged="by argument"}}\nWhich?\n\n'
            "/// right one\nx\n/// wrong two\nx\n/// wrong three\nx\n///\n"
        )
        (question,) = questions(text.splitlines(), "")
        (listed,) = question.kind.control(question.block, Path()).elements
        places[[item.get("data-choice") for item in listed].index("one")] += 1
    assert min(places.values()) > 70, places


def test_an_order_that_means_something_is_kept() -> None:
    text = (
        '/// question {id="demo-fixed" order="fixed" judged="by argument"}\nWhich?\n\n'
        "/// right never\nx\n/// wrong once\nx\n/// wrong always\nx\n///\n"
    )
    (question,) = questions(text.splitlines(), "")
    control = question.kind.control(question.block, Path())
    assert [item.get("data-choice") for item in control.elements[0]] == ["never", "once", "always"]
    assert control.data["fixed"] is True


def test_an_output_claims_what_its_program_prints(asked: dict[str, Question], root: Path) -> None:
    assert claims(asked["demo-output"], root) == {
        (r"sizes.c prints 'a 1200\nb 80'", True),
        (r"sizes.c prints 'a 8\nb 8'", False),
    }
    assert data(asked["demo-output"], root)["parts"][0]["given"] == "a 1200\nb 80"


@pytest.mark.parametrize(
    ("asks", "label"),
    [('of="sizes.c"', "What it prints"), ("proof=\"sizes.c prints 'a {}'\"", "Your answer")],
)
def test_a_short_answer_is_not_called_a_programs_output(asks: str, label: str, root: Path) -> None:
    head = f'/// question {{id="demo-short" kind="output" {asks}}}'
    text = f"{head}\nHow many?\n\n/// right 3\nx\n///\n"
    (question,) = questions(text.splitlines(), "")
    control = question.kind.control(question.block, root)
    assert control.elements[0].findtext("span") == label
    assert control.data["prints"] is (label == "What it prints")


def test_a_reading_claims_what_the_declaration_says(asked: dict[str, Question], root: Path) -> None:
    right = "'int *row[3];'[c23] declares 'row is an array of 3 pointers to int'"
    assert (right, True) in claims(asked["demo-reading"], root)


def test_what_is_written_claims_to_declare_the_sentence(
    asked: dict[str, Question], root: Path
) -> None:
    wanted = "pick is a pointer to a function taking an int and returning a pointer to char"
    assert claims(asked["demo-write"], root) == {
        (f"'char *(*pick)(int);'[c23] declares '{wanted}'", True),
        (f"'char *(pick)(int);'[c23] declares '{wanted}'", False),
    }


def test_a_hole_is_filled_for_the_proof(asked: dict[str, Question], root: Path) -> None:
    right = "'char *const p;'[c23] declares 'p is a const pointer to char'"
    assert (right, True) in claims(asked["demo-fill"], root)


def test_an_order_claims_the_text_that_its_pieces_make(
    asked: dict[str, Question], root: Path
) -> None:
    found = {
        proof.split("' declares")[0]: right for proof, right in claims(asked["demo-order"], root)
    }
    assert found == {"'char * (*pick) (int) ;": True, "'(*pick) char * (int) ;": False}


def test_a_click_claims_that_every_other_place_is_wrong(
    asked: dict[str, Question], root: Path
) -> None:
    token = {proof[-2:].strip(): right for proof, right in claims(asked["demo-token"], root)}
    assert token == {"1": False, "5": False, "6": False, "9": True, "12": False}
    line = claims(asked["demo-line"], root)
    assert ("refused.c rejects 2", True) in line
    assert {right for proof, right in line if proof != "refused.c rejects 2"} == {False}
    assert len(line) == 3


def test_a_verdict_has_fixed_words(asked: dict[str, Question], root: Path) -> None:
    assert claims(asked["demo-verdict"], root) == {
        ("refused.c is refused", True),
        ("refused.c is accepted", False),
    }


def test_a_program_claims_that_the_model_does_it_and_the_start_does_not(
    asked: dict[str, Question], root: Path
) -> None:
    assert claims(asked["demo-program"], root) == {
        ("seven.c prints only '7'", True),
        (r"seven.c prints only 'a 1200\nb 81'", False),
        ("sizes.c prints only '7'", False),
    }


CHECKED = """\
/// question {id="demo-checked" kind="program" start="sizes.c" model="seven.c"}
Let it print 7.

/// right {input="1"} 7
So does the model.

/// check {input="2\\n3"} 8

/// check {assert="sizeof(int) == 4"} An `int` is 4 bytes

/// check {declares="main is a function taking no parameters and returning an int"}

/// check {clean="memory"}

/// wrong {program="leaks.c" fails="memory"}
It leaks.

/// hint
Print.

/// hint
Print 7.
///
"""


def test_a_program_says_what_is_checked_and_tells_scripts(root: Path) -> None:
    (one,) = questions(CHECKED.splitlines(), "docs/asked.md")
    control = one.kind.control(one.block, root)
    assert [(each["name"], each["given"]) for each in control.data["checks"]] == [
        ("output", "1\n"),
        ("output 2", "2\n3\n"),
        ("assert", "sizeof(int) == 4"),
        ("declares", "main is a function taking no parameters and returning an int"),
        ("memory", ""),
    ]
    listed = next(each for each in control.elements if each.get("class") == "cw-checks")
    said = ["".join(row[1].itertext()) for row in listed.iter("li")]
    assert said == [
        "For the input 1 it prints 7",
        "For the input 2\n3 it prints 8",
        "An `int` is 4 bytes",
        "cexplain reads: main is a function taking no parameters and returning an int",
        "No misuse of memory, and no leak",
    ]
    assert control.data["parts"][1]["fails"] == "memory"
    assert "7" in control.data["model"]


def test_a_wrong_program_is_tried_and_not_proved(root: Path) -> None:
    (one,) = questions(CHECKED.splitlines(), "docs/asked.md")
    found = {claim.proof: claim.tried for claim in one.claims(root)}
    assert found == {"seven.c prints only '7'": False, "": True}
    assert counted(one, root).refuted == 1
    assert counted(one, root).argued == 0


MOMENT = 'kind="moment" of="pointed.c" moment="set" arrow="p"'


def block(head: str, parts: str) -> str:
    return f'/// question {{id="demo-one" {head}}}\nAsked.\n\n{parts}///\n'


def program(parts: str) -> str:
    return block('kind="program" start="x.c" model="y.c"', f"/// right 7\nx\n{parts}")


TWO = "/// right a\nx\n/// wrong b\nx\n"
ARGUED = 'judged="by argument"'
REFUSED = {
    "a choice without a right one": (
        block(ARGUED, "/// wrong a\nx\n/// wrong b\nx\n"),
        "no choice is right",
    ),
    "a choice with two": (
        block(ARGUED, "/// right a\nx\n/// right b\nx\n/// wrong c\nx\n"),
        "several are right",
    ),
    "a choice of one": (block(ARGUED, "/// right a\nx\n"), "needs two parts"),
    "the same choice twice": (
        block(ARGUED, "/// right a\nx\n/// wrong a\nx\n"),
        "'a' is there twice",
    ),
    "a choice without words": (
        block(ARGUED, "/// right a\nx\n/// wrong\nx\n"),
        "write what can be chosen",
    ),
    "a right one with a belief": (
        block(ARGUED, '/// right {belief="x"} a\nx\n/// wrong b\nx\n'),
        "unknown option 'belief'",
    ),
    "a part of another kind": (block(ARGUED, TWO + "/// piece c\n"), "has no 'piece'"),
    "an output of nothing": (block('kind="output"', TWO), "say what prints it"),
    "a moment of nothing": (
        block('kind="moment" moment="set" arrow="p"', '/// right {at="x"}\nx\n'),
        "say which moment",
    ),
    "two things of a moment": (
        block(MOMENT + ' value="*p"', '/// right {at="x"}\nx\n'),
        "ask for one of",
    ),
    "an arrow that leads nowhere": (block(MOMENT, "/// right x\nx\n"), "say where it is"),
    "a value without one": (
        block(MOMENT.replace("arrow", "value"), "/// right\nx\n"),
        "write the value behind",
    ),
    "a line without a number": (
        block(MOMENT.replace("arrow", "writer"), '/// right {at="row"}\nx\n'),
        "named by its number",
    ),
    "a verdict of nothing": (
        block('kind="verdict"', "/// right refused\nx\n/// wrong accepted\nx\n"),
        "of a program",
    ),
    "an unknown verdict": (
        block('kind="verdict" of="x.c"', "/// right refusd\nx\n/// wrong accepted\nx\n"),
        "did you mean 'refused'?",
    ),
    "a reading of nothing": (block('kind="reading"', TWO), "write what is to be read"),
    "a reading of what is wrong": (
        block('kind="reading" declaration="int (p;"', TWO),
        "must be one that cexplain reads",
    ),
    "English that nobody understands": (
        block(
            'kind="reading" declaration="int p;"',
            "/// right p is an int\nx\n/// wrong p is to to\nx\n",
        ),
        "cexplain does not understand this",
    ),
    "nothing to write": (block('kind="write"', TWO), "write what it must say"),
    "C that is none": (
        block('kind="write" says="p is an int"', "/// right int (p;\nx\n"),
        "cexplain does not accept",
    ),
    "nothing to begin with": (
        block('kind="program" model="x.c"', "/// right 7\nx\n"),
        'write start="chapter/program.c"',
    ),
    "no model": (block('kind="program" start="x.c"', "/// right 7\nx\n"), "one that does it"),
    "a check of nothing": (
        program("/// check it\n"),
        "a check has exactly one of the options input, assert, declares, clean",
    ),
    "a check of two things": (
        program('/// check {clean="memory" assert="1"} so\n'),
        "exactly one of the options",
    ),
    "an input without an output": (program('/// check {input="1"}\n'), "write what the program"),
    "an assertion without words": (program('/// check {assert="1"}\n'), "say in words"),
    "a declaration that is none": (
        program('/// check {declares="p is to to"}\n'),
        "cexplain does not understand this",
    ),
    "a sanitizer that is none": (
        program('/// check {clean="thread"}\n'),
        "'thread' is not known here",
    ),
    "a wrong program without one": (program('/// wrong {fails="output"} 8\nx\n'), "name a program"),
    "a check that is not there": (
        program('/// check {clean="memory"}\n/// wrong {program="x.c" fails="memry"}\nx\n'),
        "did you mean 'memory'?",
    ),
    "an output that nobody sees": (
        program('/// wrong {program="x.c" fails="output"}\nx\n'),
        "write what this program prints",
    ),
    "a label that answers to nothing": (
        program('/// check {clean="memory"}\n/// wrong {program="x.c" fails="memory"} 8\nx\n'),
        "has no label",
    ),
    "a hint of nothing": (program("/// hint\n"), "write the hint below this line"),
    "no hole": (
        block('kind="fill" code="int p;" says="p is an int"', TWO),
        "write the code with one hole",
    ),
    "a hole for anything": (block('kind="fill" code="int ___ p;"', TWO), "say what makes it right"),
    "an order of one": (
        block(f'kind="order" {ARGUED}', "/// piece a\n/// right\nx\n"),
        "two pieces at least",
    ),
    "a piece too many that belongs there": (
        block(f'kind="order" {ARGUED}', "/// piece a\n/// piece b\n/// extra a\n/// right\nx\n"),
        "it is no extra piece",
    ),
    "a piece that is not there": (
        block(
            f'kind="order" {ARGUED}',
            '/// piece a\n/// piece b\n/// right\nx\n/// wrong {pieces="1 3"}\nx\n',
        ),
        "there are 2 pieces",
    ),
    "nothing to point at": (
        block(f'kind="click" {ARGUED}', '/// right {at="1"}\nx\n'),
        "say what is shown",
    ),
    "a token that is not there": (
        block(f'kind="click" code="int p;" {ARGUED}', '/// right {at="q"}\nx\n'),
        "there are: int p ;",
    ),
    "a proof that says nothing of the line": (
        block(
            """kind="click" of="x.c" proof="x.c contains 'a = 1;'\"""",
            '/// right {at="1"}\nx\n',
        ),
        "contains 'TEXT' on line {}",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_kind_cannot_be_is_refused_with_advice(case: str) -> None:
    text, message = REFUSED[case]
    with pytest.raises(LineError) as raised:
        questions(text.splitlines(), "docs/page.md")
    assert message in str(raised.value)


def test_what_scripts_are_told_is_plain_data(asked: dict[str, Question], root: Path) -> None:
    for question in asked.values():
        told = data(question, root)
        assert json.loads(json.dumps(told)) == told
        assert sum(part["right"] for part in told["parts"]) >= 1
