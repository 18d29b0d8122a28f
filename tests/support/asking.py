"""Turns what the engine answered into questions for the compilers, or into complaints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cexplain import explain
from support.compilers import COMPILERS, Compiler
from support.declarations import Declared
from support.oracle import Answer, Question, accepted, judge


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read, or not as the compilers read it."""

    text: str
    std: str
    judge: str
    message: str
    respelled: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.judge}: {self.message}", f"    {self.std}: {self.text!r}"]
        return "\n".join([*lines, *(f"    became: {text}" for text in self.respelled)])


def answered(declared: Declared, record: Mapping[str, Any]) -> Question | Failure:
    """Return the question that an answer of `cexplain --json` raises, or why there is none."""
    errors = [found for found in record["diagnostics"] if found["severity"] == "error"]
    if errors:
        return Failure(declared.text, declared.std.name, "engine", errors[0]["message"])
    names = tuple(one["name"] for one in record["declarations"] if one["name"] is not None)
    return _question(declared, names, tuple(one["c"] for one in record["declarations"]))


def explained(declared: Declared) -> Question | Failure:
    """Return the question that `cexplain.explain` raises, or why there is none."""
    explanation = explain(declared.text, std=declared.std.name)
    for found in explanation.diagnostics:
        if found.severity == "error":
            return Failure(declared.text, declared.std.name, "engine", found.message)
    readings = explanation.readings
    names = tuple(one.declaration.name for one in readings if one.declaration.name is not None)
    return _question(declared, names, tuple(one.c for one in readings))


def _question(
    declared: Declared, names: tuple[str, ...], respelled: tuple[str, ...]
) -> Question | Failure:
    # A declaration of a tag alone has no name of its own; some say the tag's.
    if declared.names and names != declared.names:
        message = f"declares {declared.names}, read as {names}"
        return Failure(declared.text, declared.std.name, "engine", message, respelled)
    return Question(declared, respelled)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a set of answers: who confirmed how many, and every failure."""

    legal: int
    confirmed: dict[str, int]
    failures: tuple[Failure, ...]


def settle(
    answers: Sequence[Question | Failure],
    declared: Sequence[Declared],
    compilers: Iterable[Compiler] = COMPILERS,
) -> Verdict:
    """Return what the compilers say; inputs that a compiler itself refuses do not count."""
    compilers = tuple(compilers)
    questions = [answer for answer in answers if isinstance(answer, Question)]
    findings = judge(questions, compilers)
    suspects = [
        one for one, answer in zip(declared, answers, strict=True) if isinstance(answer, Failure)
    ]
    suspects += [questions[number].declared for number in sorted({f.number for f in findings})]
    illegal = {
        (id(suspects[number]), compiler.name)
        for compiler in compilers
        for number in accepted(suspects, compiler)
    }
    unfit = {key for key, _ in illegal}
    failures = [
        answer
        for one, answer in zip(declared, answers, strict=True)
        if isinstance(answer, Failure) and id(one) not in unfit
    ]
    against = {compiler.name: len(failures) for compiler in compilers}
    counted: set[tuple[str, int]] = set()
    for finding in findings:
        if id(questions[finding.number].declared) in unfit:
            continue
        failures.append(_failure(questions[finding.number], finding))
        for name in against if finding.judge == "tokens" else (finding.judge,):
            if (name, finding.number) not in counted:
                counted.add((name, finding.number))
                against[name] += 1
    legal = len(declared) - len(unfit)
    return Verdict(legal, {name: legal - bad for name, bad in against.items()}, tuple(failures))


def _failure(question: Question, finding: Answer) -> Failure:
    one = question.declared
    return Failure(one.text, one.std.name, finding.judge, finding.message, question.respelled)
