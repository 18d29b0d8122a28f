"""What every kind keeps: one right answer, others that differ, reasons, and beliefs that exist."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from cexplain.drills import legality, legality_rows
from cexplain.drills.conversions import common
from cexplain.drills.dice import Dice
from cexplain.drills.drill import LEVELS, Drill
from cexplain.drills.misread import misreadings
from cexplain.drills.models import laid_out
from cexplain.drills.precedence import grouped, spelled
from cexplain.drills.sheet import drill
from cexplain.drills.table import KINDS
from cexplain.drills.types import Brackets, Call, Shape, Star
from cexplain.engine import explain
from cexplain.english.declare import declare
from cexplain.rules.catalogue import rules
from support.drill_rules import SAID

BELIEFS = Path(__file__).resolve().parents[3] / "docs/misconceptions/beliefs.toml"


@cache
def some() -> tuple[Drill, ...]:
    """Drills of every kind and level."""
    return tuple(
        drill("kinds", kind, level, number)
        for kind in KINDS
        for level in LEVELS
        for number in range(12)
    )


def of(kind: str) -> list[Drill]:
    return [each for each in some() if each.kind == kind]


def test_each_has_one_right_answer_and_at_least_two_others() -> None:
    for each in some():
        texts = [choice.plain for choice in each.choices]
        assert 3 <= len(texts) <= 4, each
        assert len(set(texts)) == len(texts), each
        assert 0 <= each.right < len(texts)


def test_the_right_answer_has_no_place_of_its_own() -> None:
    places = {each.right for each in some() if each.kind in ("read", "type")}
    assert places == {0, 1, 2, 3}


def test_each_says_why_and_answers_to_what_a_belief_leads_to() -> None:
    for each in some():
        assert each.ask
        assert each.why
        for choice in each.choices:
            assert choice.why or not choice.belief, each


def test_sentences_begin_and_end_as_sentences() -> None:
    said = {choice.why for each in some() for choice in each.choices if choice.why}
    said |= {each.why for each in some()}
    # A keyword, a name or a number keeps its letters where a sentence begins with it.
    wrong = [
        one
        for one in said
        if not re.fullmatch(r"(?s)[\w`-].*[.?]", one) or ".." in one.replace("...", "")
    ]
    assert wrong == []


def test_code_stands_between_two_backquotes() -> None:
    for each in some():
        for text in (
            each.ask,
            each.why,
            *(c.text for c in each.choices),
            *(c.why for c in each.choices),
        ):
            assert text.count("`") % 2 == 0, text


def test_every_belief_that_is_named_has_its_page() -> None:
    known = tomllib.loads(BELIEFS.read_text(encoding="utf-8"))["beliefs"]
    named = {choice.belief for each in some() for choice in each.choices if choice.belief}
    named |= {row.belief for row in legality_rows.ROWS if row.belief}
    assert named - known.keys() == set()
    assert len(named) > 25


@pytest.mark.parametrize("kind", ["read", "write"])
def test_english_and_c_of_an_answer_are_the_same_declaration(kind: str) -> None:
    for each in of(kind):
        if kind == "write":
            english = each.ask.removeprefix("Write it in C: ").removesuffix(".")
            assert declare(english) == each.answer.plain
            continue
        assert declare(each.answer.text) == each.code
        for choice in each.choices:
            found = re.search(r"Your answer is `(.*)`\.", choice.why)
            assert choice is each.answer or (found and declare(choice.text) == found[1])


def test_a_rule_of_legality_is_the_one_that_this_reader_names() -> None:
    for row in legality_rows.ROWS:
        for template in (*row.illegal, *row.legal):
            code = legality_rows.filled(template, Dice(template))
            found = {
                one.rule for one in explain(code, std="c17").diagnostics if one.severity == "error"
            }
            broken = {row.rule} if template in row.illegal else set()
            if row.rule == "variable-size-file-scope":
                broken = set()  # a line alone may come from a block, so nothing is said about it
            assert found == broken, code


def test_a_rule_is_known_by_its_statement_and_by_what_compilers_say() -> None:
    names = [row.rule for row in legality_rows.ROWS]
    assert len(set(names)) == len(names)
    assert {legality.rule_of(legality.statement(name)) for name in names} == set(names)
    assert legality.rule_of(legality.LEGAL) is None
    assert set(names) == SAID.keys()
    assert set(names) <= rules().keys()


def test_legal_and_illegal_both_come_at_each_level() -> None:
    for level in LEVELS:
        answers = [
            legality.rule_of(drill("both", "legal", level, number).answer.text)
            for number in range(60)
        ]
        assert 10 < answers.count(None) < 50


@pytest.mark.parametrize(
    ("shape", "belief", "misread"),
    [
        (Shape((Brackets(2), Brackets(3), Star()), "int"), "spiral", "int (*x[2])[3];"),
        (Shape((Star(),), "char", const=True), "const-pointer", "char *const x;"),
        (Shape((Brackets(3), Star()), "char"), "arrays-are-pointers", "char **x;"),
        (Shape((Brackets(3), Brackets(2)), "char"), "two-dimensions", "char **x;"),
        (Shape((Brackets(3), Star()), "char"), None, "char (*x)[3];"),
        (Shape((Star(), Call()), "char"), None, "char *x(void);"),
    ],
)
def test_the_usual_misreadings_are_among_the_wrong_ones(
    shape: Shape, belief: str | None, misread: str
) -> None:
    found = {each.shape.declared("x"): each.belief for each in misreadings(shape, Dice("x"))}
    assert found[misread] == belief


@pytest.mark.parametrize(
    ("first", "second", "results"),
    [
        ("char", "short", ("int", "int", "int")),
        ("unsigned int", "long", ("long", "unsigned long", "unsigned long")),
        ("unsigned long", "long long", ("unsigned long long", "long long", "long long")),
        ("unsigned int", "int", ("unsigned int",) * 3),
        ("float", "long", ("float",) * 3),
    ],
)
def test_conversions_depend_on_the_data_model_where_widths_do(
    first: str, second: str, results: tuple[str, str, str]
) -> None:
    assert tuple(common(first, second, model) for model in ("LP64", "ILP32", "LLP64")) == results


def test_members_are_padded_by_the_data_model() -> None:
    members = [Shape((), "char"), Shape((), "long"), Shape((), "short")]
    assert laid_out(members, "LP64") == ([0, 8, 16], 24)
    assert laid_out(members, "LLP64") == ([0, 4, 8], 12)


@pytest.mark.parametrize(
    ("tokens", "parentheses"),
    [
        ("a & b == c", "a & (b == c)"),
        ("a << b + c", "a << (b + c)"),
        ("a || b && c", "a || (b && c)"),
        ("! a == b", "(!a) == b"),
        ("a - b - c", "(a - b) - c"),
        ("a < b ? c : d", "(a < b) ? c : d"),
    ],
)
def test_expressions_are_grouped_as_c_groups_them(tokens: str, parentheses: str) -> None:
    assert spelled(grouped(tokens.split())) == parentheses
