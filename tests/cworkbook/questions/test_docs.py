"""docs/authoring/questions.md and the tables say the same, and its examples are accepted."""

import re

import pytest

from cworkbook.questions import kind, said_of_c, said_of_moments, said_of_runs
from cworkbook.questions.kinds import KINDS
from cworkbook.questions.kinds.verdict import VERDICTS
from cworkbook.questions.question import questions
from support.sites import ROOT

TEXT = (ROOT / "docs/authoring/questions.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"\n### (\S+)\n(.*?)(?=\n##|\Z)", TEXT, re.DOTALL))
EXAMPLES = re.findall(r"````markdown\n(.*?)````", TEXT, re.DOTALL)
VERBS = [
    *(" ".join(words) for words in said_of_runs.VERBS),
    *said_of_c.VERBS,
    *(before for before, _ in said_of_moments.FORMS),
    *(f"is {word}" for word in (*said_of_runs.VERDICTS, "legal", "illegal")),
    "sometimes",
]


def test_every_kind_is_documented_and_nothing_else_is() -> None:
    assert sorted(CHAPTERS) == sorted(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_every_option_of_a_kind_is_named_where_it_is_described(name: str) -> None:
    of_parts = {option for options in KINDS[name].parts.values() for option in options}
    options = {*KINDS[name].options, *of_parts} - {*kind.RIGHT, *kind.WRONG}
    said = CHAPTERS[name]
    assert [option for option in options if option not in said] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_a_proof_is_described(verb: str) -> None:
    tables = TEXT[TEXT.index("## What proves a key") :]
    assert re.search(rf"\b{re.escape(verb)}\b", tables)


def test_every_verdict_is_named() -> None:
    assert [word for word in VERDICTS if f"`{word}`" not in CHAPTERS["verdict"]] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_accepted(example: str) -> None:
    assert len(questions(example.splitlines(), "docs/authoring/questions.md")) == 1
