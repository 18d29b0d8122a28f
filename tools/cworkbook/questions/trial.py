"""Tries the programs of exercises by every check, with gcc and with clang.

A model passes all of them, what a reader begins with fails one at least, and a wrong solution fails
first at the check that the page names.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cexplain.processes import Finished, Runner, run
from cexplain.within import declared_in
from cworkbook.build import COMPILE_TIMEOUT
from cworkbook.execute import LONGEST
from cworkbook.page_lines import LineError
from cworkbook.questions import checks
from cworkbook.questions.book_questions import Fault
from cworkbook.questions.checks import Check, checks_of, wrong_programs
from cworkbook.questions.kind import of, typed
from cworkbook.questions.kinds.program import loaded, text_of
from cworkbook.questions.question import Question
from cworkbook.snippet import Snippet
from cworkbook.toolchain import COMPILERS, environment

KIND = "program"
_BOTH = {"c": ("gcc", "clang"), "c++": ("g++", "clang++")}
_SANITIZED = {
    checks.UNDEFINED: "-fsanitize=undefined",
    checks.MEMORY: "-fsanitize=address",
}
_AT_THE_END = {"LSAN_OPTIONS": "use_stacks=0:use_registers=0"}
"""What main's variables pointed to is lost when it has returned, whatever is left of them."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A program of a book, and one of the compilers that try it."""

    text: str
    file: str
    compiler: str
    std: str
    level: str

    def command(self, *options: str) -> list[str]:
        """Return how the program is compiled in the folder that has it."""
        tool = COMPILERS[self.compiler]
        std = f"-std={tool.standard(self.std)}"
        return [tool.executable, std, self.level, "-w", *options, self.file]


def attempts(program: Snippet) -> Iterator[Attempt]:
    """Yield a program with each compiler that tries it."""
    key = program.keys[0]
    for compiler in _BOTH[program.language]:
        yield Attempt(text_of(program), program.path.name, compiler, key.std, key.level)


def failed(attempt: Attempt, all_: Iterable[Check], runner: Runner = run) -> dict[str, str]:
    """Return the names of the checks that a program fails, in their order, with what was found.

    A program that does not compile fails all of them.
    """
    found: dict[str, str] = {}
    every = tuple(all_)
    with tempfile.TemporaryDirectory(prefix="exercise-") as made:
        folder = Path(made)
        for one in every:
            said = _TRIED[one.kind](attempt, one, every, folder, runner)
            if said:
                found[one.name] = said
    return found


def _made(attempt: Attempt, folder: Path, runner: Runner, *options: str) -> Finished | None:
    """Return how the compiler failed, None where the program `made` lies in the folder."""
    (folder / attempt.file).write_text(f"{attempt.text}\n", encoding="utf-8")
    command = attempt.command("-o", "made", *options)
    done = runner(command, cwd=folder, timeout=COMPILE_TIMEOUT, env=environment())
    return done if done.status else None


def _ran(folder: Path, given: str, runner: Runner) -> Finished:
    env = environment(folder) | _AT_THE_END
    return runner(["./made"], cwd=folder, stdin=given, timeout=LONGEST, env=env)


def _lines(text: str) -> list[str]:
    """Return lines as pages compare them: spaces between words do not count."""
    return [" ".join(line.split()) for line in text.strip().split("\n")]


def _output(
    attempt: Attempt, one: Check, _: tuple[Check, ...], folder: Path, runner: Runner
) -> str:
    if refused := _made(attempt, folder, runner):
        return refused.stderr
    done = _ran(folder, one.given, runner)
    if done.status or _lines(done.stdout) != _lines(one.wanted):
        return f"status {done.status}, {done.stdout!r}"
    return ""


def _assert(
    attempt: Attempt, one: Check, _: tuple[Check, ...], folder: Path, runner: Runner
) -> str:
    word = "static_assert" if "++" in attempt.std else "_Static_assert"
    text = f'{attempt.text}\n{word}({one.given}, "");\n'
    (folder / attempt.file).write_text(text, encoding="utf-8")
    command = attempt.command("-fsyntax-only")
    done = runner(command, cwd=folder, timeout=COMPILE_TIMEOUT, env=environment())
    return done.stderr if done.status else ""


def _declares(
    attempt: Attempt, one: Check, _: tuple[Check, ...], _folder: Path, _runner: Runner
) -> str:
    found = declared_in(attempt.text, one.given, attempt.std)
    return "" if found.right else found.says


def _clean(
    attempt: Attempt, one: Check, every: tuple[Check, ...], folder: Path, runner: Runner
) -> str:
    """Return what a sanitizer says of a run with any of the inputs that the question has."""
    options = (_SANITIZED[one.kind], "-fno-sanitize-recover=all", "-g")
    if refused := _made(attempt, folder, runner, *options):
        return refused.stderr
    for given in dict.fromkeys(each.given for each in every if each.kind == checks.OUTPUT):
        done = _ran(folder, given, runner)
        if "runtime error:" in done.stderr or "Sanitizer" in done.stderr:
            return done.stderr
    return ""


_Tried = Callable[[Attempt, Check, tuple[Check, ...], Path, Runner], str]
"""Returns what was found where a program fails a check, "" where it passes."""

_TRIED: dict[str, _Tried] = {
    checks.OUTPUT: _output,
    checks.ASSERT: _assert,
    checks.DECLARES: _declares,
    checks.UNDEFINED: _clean,
    checks.MEMORY: _clean,
}


def all_checks(question: Question) -> tuple[Check, ...]:
    """Return what is checked of a program: its output alone, where the page has no list."""
    block = question.block
    (right,) = of(block, "right")
    given = checks.lines_of(right.options.get("input", ""))
    alone = Check(checks.OUTPUT, checks.OUTPUT, given, typed(right), "", right.line)
    return checks_of(block) or (alone,)


def faults(question: Question, root: Path, runner: Runner = run) -> Iterator[Fault]:
    """Yield what is wrong with the programs of one exercise, with the page's line."""
    block, every = question.block, all_checks(question)
    try:
        model, start = (loaded(block.options[name], block, root) for name in ("model", "start"))
        for one in attempts(model):
            for name, said in failed(one, every, runner).items():
                line = next(check.line for check in every if check.name == name)
                yield Fault(
                    question.page, line, f"{model.name} fails '{name}' with {one.compiler}: {said}"
                )
        for one in attempts(start):
            if not failed(one, every, runner):
                message = f"{start.name} passes every check already, with {one.compiler}"
                yield Fault(question.page, block.line, message)
        for wrong in wrong_programs(block):
            for one in attempts(loaded(wrong.program, block, root)):
                first = next(iter(failed(one, every, runner)), "none")
                if first != wrong.fails:
                    message = (
                        f"{wrong.program} fails '{first}' first with {one.compiler}, "
                        f"not '{wrong.fails}'"
                    )
                    yield Fault(question.page, wrong.line, message)
    except LineError as fault:
        yield Fault(question.page, fault.line, str(fault))


def exercises(found: Iterable[Question]) -> list[Question]:
    """Return the questions in which a program is written."""
    return [question for question in found if question.kind_name == KIND]
