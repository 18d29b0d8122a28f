"""Readings as JSON: the fields that programs rely on."""

import json
from typing import Any

import pytest

from cexplain import explain
from cexplain.render.record import KINDS, json_line, node, record
from support.classics import CLASSICS
from support.declarations import declarations
from support.golden import Compare


def parsed(source: str) -> Any:
    return json.loads(json_line(explain(source)))


@pytest.mark.parametrize("name", CLASSICS)
def test_each_classic_is_recorded_as_before(name: str, golden: Compare) -> None:
    golden(
        f"cexplain/json/{name}.json",
        json.dumps(record(explain(CLASSICS[name])), indent=2, ensure_ascii=False) + "\n",
    )


@pytest.mark.parametrize("source", CLASSICS.values(), ids=CLASSICS.keys())
def test_the_fields_are_the_fixed_ones(source: str) -> None:
    found = parsed(source)
    assert {"input", "declarations", "diagnostics"} <= found.keys()
    assert found["input"] == source
    for declaration in found["declarations"]:
        fixed = {"name", "reading", "cdecl", "c", "type", "storage", "steps", "notes"}
        assert fixed <= declaration.keys()
        assert {"rule", "message"} == {key for note in declaration["notes"] for key in note} or (
            declaration["notes"] == []
        )
    for diagnostic in found["diagnostics"]:
        fixed = {"severity", "rule", "message", "line", "column", "advice"}
        assert fixed <= diagnostic.keys()


def test_steps_make_the_reading_and_their_spans_lie_in_the_input() -> None:
    for declared in declarations(150, seed=4):
        for declaration in parsed(declared.text)["declarations"]:
            steps = declaration["steps"]
            assert " ".join(step["text"] for step in steps) == declaration["reading"]
            for step in steps:
                for start, end in [step["span"], *step["spans"]]:
                    assert 0 <= start <= end <= len(declared.text)


def test_a_step_that_no_token_says_stands_where_the_one_before_ended() -> None:
    steps = parsed("f(void);")["declarations"][0]["steps"]
    assert (steps[-1]["text"], steps[-1]["span"], steps[-1]["spans"]) == ("an int", [7, 7], [])


def test_the_type_is_the_tree_in_iso_words() -> None:
    assert parsed("char *const a[3];")["declarations"][0]["type"] == {
        "kind": "array",
        "element": {
            "kind": "pointer",
            "referenced": {"kind": "basic type", "name": "char", "qualifiers": []},
            "qualifiers": ["const"],
            "attributes": [],
        },
        "size": "3",
        "qualifiers": [],
        "static": False,
    }


def test_every_node_of_the_tree_has_a_word() -> None:
    for declared in declarations(200, seed=6):
        for reading in explain(declared.text, std=declared.std.name).readings:
            json.dumps(node(reading.declaration.type))
    assert len(set(KINDS.values())) == len(KINDS)


@pytest.mark.parametrize(
    "source",
    [f"int {'(*' * 250}p{')(void)' * 250};", f"int {'*' * 500}p;", f"int p{'[2]' * 500};"],
    ids=["functions", "pointers", "arrays"],
)
def test_the_deepest_declarator_that_is_read_is_written_too(source: str) -> None:
    (declaration,) = parsed(source)["declarations"]
    assert declaration["name"] == "p"


def test_one_line_holds_any_input() -> None:
    line = json_line(explain("int é;\n/* \u2028 \x1b */ int y;"), {"line": 7})
    assert "\n" not in line
    assert line.isascii()
    assert json.loads(line)["line"] == 7
