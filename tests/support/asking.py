"""Turns what the engine answered into questions for the compilers, or into complaints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cexplain import explain
from support.compilers import COMPILERS, STRICT, Compiler
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
    errors = [f["message"] for f in record["diagnostics"] if f["severity"] == "error"]
    found = record["declarations"]
    names = tuple(one["name"] for one in found if one["name"] is not None)
    return _question(declared, names, tuple(one["c"] for one in found), errors)


def explained(declared: Declared) -> Question | Failure:
    """Return the question that `cexplain.explain` raises, or why there is none."""
    explanation = explain(declared.text, std=declared.std.name)
    errors = [found.message for found in explanation.diagnostics if found.severity == "error"]
    readings = explanation.readings
    names = tuple(one.declaration.name for one in readings if one.declaration.name is not None)
    return _question(declared, names, tuple(one.c for one in readings), errors)


def _question(
    declared: Declared,
    names: tuple[str, ...],
    respelled: tuple[str, ...],
    errors: Sequence[str],
) -> Question | Failure:
    objection = errors[0] if errors else ""
    if not respelled:
        return Failure(declared.text, declared.std.name, "engine", objection)
    # A declaration of a tag alone has no name of its own; some say the tag's.
    if declared.names and names != declared.names:
        message = f"declares {declared.names}, read as {names}"
        return Failure(declared.text, declared.std.name, "engine", message, respelled)
    return Question(declared, respelled, objection)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a set of answers: who confirmed how many, and every failure."""

    legal: int
    confirmed: dict[str, int]
    objections: int
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
    mistaken = _mistaken(questions)
    failures += mistaken
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
    confirmed = {name: legal - bad for name, bad in against.items()}
    objections = sum(bool(one.objection) for one in questions) - len(mistaken)
    return Verdict(legal, confirmed, objections, tuple(failures))


def _mistaken(questions: Iterable[Question]) -> list[Failure]:
    """Return the objections that no compiler shares.

    In ISO's own editions an extension breaks a constraint, and a compiler told
    to be strict must say so too; in GNU's editions it is the language.
    """
    objected = [one for one in questions if one.objection]
    strict = [one for one in objected if not one.declared.std.has("gnu")]
    declared = [one.declared for one in strict]
    shared = {id(strict[n]) for compiler in STRICT for n in accepted(declared, compiler)}
    return [
        Failure(one.declared.text, one.declared.std.name, "engine", one.objection, one.respelled)
        for one in objected
        if id(one) not in shared
    ]


def _failure(question: Question, finding: Answer) -> Failure:
    one = question.declared
    return Failure(one.text, one.std.name, finding.judge, finding.message, question.respelled)
