"""Every rule has a name, an explanation, texts that break it and texts that do not."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from cexplain import explain
from cexplain.clauses import CLAUSES, EXTENSIONS, FILE_SCOPE, WARNINGS
from cexplain.command.cli import main
from cexplain.rules.catalogue import GROUPS, example, rules, shown, weight
from cexplain.rules.rule import Rule

TOOLS = Path(__file__).resolve().parents[2] / "tools" / "cexplain"
# Which argument of these calls is a rule's name.
REPORTING = {"fail": 0, "warn": 0, "report": 0, "diagnostic": 1, "Diagnostic": 1, "finding": 0,
             "Note": 0}  # fmt: skip
# These are about files, headers and sentences, or cannot be made to happen: other tests do.
WITHOUT_EXAMPLE = frozenset(
    (
        "compile-commands cpp encoding english file header internal lookup macro missing-body "
        "syntax too-long"
    ).split()
)


def labelled(one: Rule | str) -> str:
    """A test's name: the rule's, and the text, cut off where it is long."""
    return one.name if isinstance(one, Rule) else one[:60]


WRONG = [(rule, text) for rule in rules().values() for text in rule.wrong]
RIGHT = [(rule, text) for rule in rules().values() for text in rule.right]


def said(text: str) -> set[str]:
    """The rules that a text breaks and the notes that it gets."""
    declaration, std = example(text)
    explanation = explain(declaration, std=std)
    notes = {note.rule for reading in explanation.readings for note in reading.notes}
    return notes | {diagnostic.rule for diagnostic in explanation.diagnostics}


@pytest.mark.parametrize(("rule", "text"), WRONG, ids=labelled)
def test_what_breaks_a_rule_is_reported_by_its_name(rule: Rule, text: str) -> None:
    assert rule.name in said(text)


@pytest.mark.parametrize(("rule", "text"), RIGHT, ids=labelled)
def test_the_legal_neighbour_of_a_rule_is_accepted(rule: Rule, text: str) -> None:
    assert rule.name not in said(text)
    declaration, std = example(text)
    assert explain(declaration, std=std).ok


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert bool(rule.wrong) == bool(rule.right) == (rule.name not in WITHOUT_EXAMPLE)
    for text in (rule.title, rule.reason, rule.repair):
        assert text
    assert shown(rule).startswith(f"{rule.name}: {rule.title}\n")


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule, text in WRONG if rule.name in CLAUSES],
    ids=labelled,
)
def test_a_finding_has_the_weight_and_the_clause_that_its_rule_states(
    rule: Rule, text: str
) -> None:
    declaration, std = example(text)
    found = [one for one in explain(declaration, std=std).diagnostics if one.rule == rule.name]
    assert {one.clause for one in found} == {CLAUSES[rule.name]}
    warning = weight(rule).startswith("A warning") or (rule.name in EXTENSIONS and std is None)
    assert {one.severity for one in found} == {"warning" if warning else "error"}
    assert all(one.advice and one.message for one in found)


@pytest.mark.parametrize("name", sorted(EXTENSIONS))
def test_an_extension_is_allowed_by_gnu_and_only_warned_of_without_a_standard(name: str) -> None:
    for text in rules()[name].wrong:
        declaration, std = example(text)
        assert std is not None
        assert explain(declaration, std=std.replace("c", "gnu")).ok
        assert name not in {
            d.rule for d in explain(declaration).diagnostics if d.severity == "error"
        }


def test_no_rule_is_documented_twice() -> None:
    names = [rule.name for _, _, group in GROUPS for rule in group]
    assert len(names) == len(set(names))


def test_every_rule_that_the_engine_names_is_documented() -> None:
    named = {name for path in TOOLS.rglob("*.py") for name in reported(ast.parse(path.read_text()))}
    assert named - set(rules()) == set()
    assert (CLAUSES.keys() | EXTENSIONS | WARNINGS | FILE_SCOPE) - set(rules()) == set()


def reported(tree: ast.Module) -> Iterator[str]:
    """The rules' names in a module: whatever looks like one where one is passed on."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = REPORTING.get(called)
        if place is None or len(node.args) <= place:
            continue
        for part in ast.walk(node.args[place]):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                name = part.value
                if "-" in name and name.replace("-", "").isalpha() and name.islower():
                    yield name


def test_the_command_prints_a_rule_and_offers_the_nearest_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rule", "array-of-void"]) == 0
    assert capsys.readouterr().out == shown(rules()["array-of-void"])
    assert main(["rule", "aray-of-void"]) == 1
    assert "did you mean 'array-of-void'?" in capsys.readouterr().err


def test_the_command_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    listed = capsys.readouterr().out
    assert [name for name in rules() if f"  {name} " not in listed] == []


@pytest.mark.parametrize(
    ("options", "status"), [((), 0), (("--std", "gnu23"), 0), (("--std", "c23"), 1)]
)
def test_an_extension_is_an_error_where_a_standard_is_asked_for(
    options: tuple[str, ...], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "int a[0];"]) == status
    assert ("zero is an extension" in capsys.readouterr().err) == ("gnu23" not in options)
