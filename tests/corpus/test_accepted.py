"""What people really paste is read, and spelled again in a form that stays as it is."""

import pytest

from cexplain import explain
from support.corpus import Accepted, accepted

ACCEPTED = list(accepted())
NAMELESS = ("tag", "type", "cast")


@pytest.mark.parametrize("one", ACCEPTED, ids=lambda one: one.text)
def test_a_declaration_is_read(one: Accepted) -> None:
    explanation = explain(one.text)
    assert explanation.ok, explanation.diagnostics[0].message
    reading = explanation.readings[0]
    declared = (
        None if reading.declaration.kind in ("tag", "type", "cast") else reading.declaration.name
    )
    assert declared == one.name
    assert reading.prose
    assert reading.prose == " ".join(phrase.text for phrase in reading.phrases)


@pytest.mark.parametrize("one", ACCEPTED, ids=lambda one: one.text)
def test_what_is_spelled_again_reads_the_same(one: Accepted) -> None:
    for reading in explain(one.text).readings:
        if reading.declaration.kind == "definition":
            continue  # its body is not spelled
        closed = reading.declaration.kind not in ("type", "cast")
        again = explain(reading.c + ";" * closed)
        assert again.ok, reading.c
        assert [one.c for one in again.readings] == [reading.c]
        assert [one.prose for one in again.readings] == [reading.prose]
