"""What the fuzzer asks of one input: an answer of our own, in time, whatever the bytes are."""

import time

from cexplain import Diagnostic, ReadingError, declare, explain
from cexplain.engine import STANDARDS
from support.diagnosed import assert_well_placed

SECONDS_FOR_64_KIB = 2.0
_SLOW_MACHINE = 5.0  # sanitizers' counters and other work on the machine make everything slower


def ask(data: bytes) -> None:
    """Explain the bytes as C or as English; raise AssertionError for a bad answer.

    The first byte says which, and by which standard; the rest is the text.
    """
    if not data:
        return
    text = data[1:].decode("utf-8", errors="surrogateescape")
    started = time.process_time()
    if data[0] % 4 == 3:  # one input in four
        _english(text)
    else:
        explanation = explain(text, std=STANDARDS[data[0] % len(STANDARDS)])
        assert explanation.readings or not explanation.ok
        assert_well_placed(explanation)
    allowed = SECONDS_FOR_64_KIB * _SLOW_MACHINE * max(1.0, len(data) / 65536)
    assert time.process_time() - started < allowed, f"took too long for {len(data)} bytes"


def _english(text: str) -> None:
    """Declare English; what is refused must say why, and what to do."""
    found: tuple[Diagnostic, ...] = ()
    try:
        assert declare(text).strip()  # a type alone has no semicolon
    except ReadingError as error:
        found = error.diagnostics
    assert all(diagnostic.message and diagnostic.advice for diagnostic in found)
