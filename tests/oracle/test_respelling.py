"""What cexplain spells again is the same declaration to gcc and to clang."""

import pytest

from support.asking import Failure, explained, settle
from support.declarations import declarations
from support.trivia import ONE_LINE, Trivia

SEEDS = (101, 102, 103)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("trivia", [ONE_LINE, Trivia()], ids=["one-line", "many-lines"])
def test_generated_declarations_are_read_as_both_compilers_read_them(
    seed: int, trivia: Trivia
) -> None:
    made = list(declarations(150, seed, trivia=trivia))
    verdict = settle([explained(one) for one in made], made)
    assert verdict.legal >= len(made) * 0.99
    assert not verdict.failures, shortest(verdict.failures)


def shortest(failures: tuple[Failure, ...]) -> str:
    """Return the failures, the shortest inputs first: they say most."""
    return "\n".join(str(one) for one in sorted(failures, key=lambda one: len(one.text))[:10])
