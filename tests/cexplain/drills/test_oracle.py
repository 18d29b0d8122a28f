"""gcc and clang agree with a sample of drills, and see a key that is wrong."""

import pytest

from cexplain.drills.drill import LEVELS, Drill
from cexplain.drills.sheet import drill
from cexplain.drills.table import KINDS
from cexplain.values import replace
from support.drill_oracle import drawn, judged, shown


def test_compilers_confirm_every_key_of_a_sample() -> None:
    findings = judged(drawn(300, "sample"))
    assert not findings, shown(findings)


def wrong_keys(kind: str) -> list[Drill]:
    """Drills of a kind whose key names another answer."""
    some = [drill("wrong", kind, level, 0) for level in LEVELS[1::2]]
    return [replace(each, right=(each.right + 1) % len(each.choices)) for each in some]


def test_every_wrong_key_is_seen() -> None:
    broken = [each for kind in KINDS for each in wrong_keys(kind)]
    blamed = {(each.kind, each.identity) for each in (found.drill for found in judged(broken))}
    assert [each for each in broken if (each.kind, each.identity) not in blamed] == []


def test_a_distractor_that_is_right_is_seen() -> None:
    each = drill("second", "size", 1, 0)
    place = (each.right + 1) % len(each.choices)
    twin = replace(each.choices[place], claim=each.answer.claim)
    choices = (*each.choices[:place], twin, *each.choices[place + 1 :])
    (finding, *_) = judged([replace(each, choices=choices)])
    assert f"choice_{place}" in finding.message


def test_a_refusal_for_another_reason_is_seen() -> None:
    each = next(
        found
        for found in (drill("reason", "legal", 1, number) for number in range(50))
        if found.right != 0
    )
    findings = judged([replace(each, setup="int x = ;")])
    assert findings
    assert all("another reason" in found.message for found in findings)


def test_an_answer_without_a_claim_is_no_proof() -> None:
    each = drill("claim", "read", 1, 0)
    bare = tuple(replace(choice, claim="") for choice in each.choices)
    with pytest.raises(AssertionError, match="nothing proves"):
        judged([replace(each, choices=bare)])
