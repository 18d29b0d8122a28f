"""Every input that ever reached new code is answered still, and large ones in time."""

import pytest

from fuzz.corpus import inputs
from fuzz.harness import ask

C, ENGLISH = b"\x00", b"\x03"
UNITS = [
    b"int x;", b"*", b"int (*", b"[1]", b"const ", b"a(b) ", b"__attribute__((x)) ",
    b"struct s {", b"f(int,", b"\\\n", b"/*", b'"', b"'", b"foo_t ", b"pointer to ",
    b'\\"', "é@".encode(), b"a::", b"(int)x;",
]  # fmt: skip


def test_the_corpus_is_answered() -> None:
    kept = inputs()
    assert kept
    for data in kept:
        ask(data)


@pytest.mark.parametrize("language", [C, ENGLISH])
@pytest.mark.parametrize("unit", UNITS)
def test_64_kib_of_anything_are_answered_in_time(unit: bytes, language: bytes) -> None:
    ask(language + unit * (65536 // len(unit)))
