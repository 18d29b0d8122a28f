"""Asks gcc and clang about constant expressions: one program of all of them for each."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from cexplain.processes import Runner, run
from cworkbook.questions.clauses import ProofError, clauses
from cworkbook.questions.evidence import Assertion

COMPILERS = ("gcc", "clang-14")
_OPTIONS = ("-std=c2x", "-w", "-x", "c", "-")
_PRELUDE = "#include <limits.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n"
_TIMEOUT = 60.0


class Asked:
    """The answers of both compilers; all that is expected is asked at once."""

    def __init__(self, runner: Runner = run) -> None:
        self.runner = runner
        self.answers: dict[Assertion, bool] = {}

    def expect(self, proofs: Iterable[str]) -> None:
        """Ask about all assertions of some proofs; those that cannot be read are asked later."""
        found: list[Assertion] = []
        for proof in proofs:
            try:
                read = clauses(proof)
            except ProofError:
                continue
            for clause in read:
                words = clause.words
                if clause.quoted and words[0].text == "holds":
                    found.append(Assertion(clause.subject, words[2].text if len(words) > 2 else ""))
        if found:
            try:
                self.ask(found)
            except ProofError:
                return  # one of them is no C: each is asked alone, and tells of itself

    def ask(self, assertions: Iterable[Assertion]) -> dict[Assertion, bool]:
        """Return whether each is true; ProofError where a compiler refuses one, or they differ."""
        missing = [each for each in dict.fromkeys(assertions) if each not in self.answers]
        if missing:
            first, second = (self._asked(compiler, missing) for compiler in COMPILERS)
            for each, one, other in zip(missing, first, second, strict=True):
                if one is not other:
                    raise ProofError(
                        f"the compilers differ: {COMPILERS[0]} says that '{each.expression}' is "
                        f"{str(one).lower()}, {COMPILERS[1]} says {str(other).lower()}"
                    )
                self.answers[each] = one
        return self.answers

    def _asked(self, compiler: str, assertions: list[Assertion]) -> list[bool]:
        with tempfile.TemporaryDirectory(prefix="questions-") as made:
            program = Path(made) / "asked"
            text = program_of(assertions)
            built = self.runner(
                [compiler, *_OPTIONS, "-o", str(program)], stdin=text, timeout=_TIMEOUT
            )
            if built.status:
                first = next((line for line in built.stderr.splitlines() if "error:" in line), "")
                what = first.partition("error: ")[2]
                raise ProofError(f"{compiler} refuses '{assertions[0].expression}': {what}")
            answers = self.runner([str(program)], timeout=_TIMEOUT).stdout.split()
        return [answer == "1" for answer in answers]


def program_of(assertions: Iterable[Assertion]) -> str:
    """Return C that prints 1 or 0 for each; what is no constant expression does not compile."""
    lines = [
        f"{{ {each.declarations}\n"
        f'  _Static_assert(({each.expression}) || 1, "");\n'
        f'  printf("%d\\n", !!({each.expression})); }}'
        for each in assertions
    ]
    return f"{_PRELUDE}int main(void)\n{{\n" + "\n".join(lines) + "\n}\n"
