"""The table of checks: each compares one kind of directive with what a run yielded."""

import re
from collections.abc import Callable, Iterator

from cworkbook.announcements import check_diagnostics, check_readings
from cworkbook.assembly import listing
from cworkbook.directives import duration, exit_status
from cworkbook.evidence import Evidence, Failure
from cworkbook.loops import loads_in_loops, without_padding

Check = Callable[[Evidence], Iterator[Failure]]


def check_build(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure where the compiler stopped without a message that explains it."""
    errors = any(d.severity == "error" for d in evidence.run.diagnostics)
    if not evidence.built and not errors:
        yield Failure(
            evidence.at(1),
            f"this did not build: {evidence.run.command}",
            "see what it wrote; options and packages are the usual reasons",
            got=evidence.noise or "(nothing was written)",
        )


def check_hangs(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure where a program ended that must not, or the other way round."""
    directive = evidence.snippet.one("hangs", evidence.key)
    if evidence.truncated:
        yield Failure(
            evidence.at(directive.line if directive else 1),
            "the program wrote more than 8 MiB and was ended",
            "let it write less",
        )
    elif directive and evidence.ran:
        yield Failure(
            evidence.at(directive.line),
            f"the program ended with status {evidence.run.exit}; it must still be running "
            f"after {duration(directive.text):g} s of a processor's time",
            "limit 'hangs' to the runs that hang, as in hangs[gcc -O2]: 2s",
        )
    elif directive and evidence.waited:
        yield Failure(
            evidence.at(directive.line),
            "the program waited until the clock ended it, which shows no hang: it might end later",
            "let it end itself, as by alarm(1) and 'exit: SIGALRM'",
            got=evidence.run.stdout,
        )
    elif not directive and evidence.run.hangs:
        limit = evidence.snippet.one("timeout", evidence.key)
        time = limit.text if limit else "10s"
        yield Failure(
            evidence.at(limit.line if limit else 1),
            f"the program waited until the clock ended it, and had not used {time} of a processor"
            if evidence.waited
            else f"the program was still running after {time} of a processor's time",
            "write 'timeout: 30s' if it needs longer, 'hangs: 2s' if it must not end",
            got=evidence.run.stdout,
        )


def check_exit(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure where the program ended with another status than announced."""
    if not evidence.ran or evidence.run.exit is None:
        return
    varies = evidence.snippet.one("varies", evidence.key)
    directive = evidence.snippet.one("exit", evidence.key)
    if directive is None and varies and "exit" in varies.text.split():
        return
    expected = exit_status(directive.text) if directive else 0
    status = evidence.run.exit
    if status != expected and not (expected is None and status != 0):
        yield Failure(
            evidence.at(directive.line if directive else 1),
            f"the program ended with status {status}, not {directive.text if directive else '0'}",
            f"mend the program, or write 'exit: {status}' if that is what it must do",
            got=evidence.stderr or evidence.run.stdout,
        )


def check_output(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure where standard output is not exactly the announced one."""
    directive = evidence.snippet.one("output", evidence.key)
    if directive is None or not _has_output(evidence):
        return
    ending = evidence.snippet.one("final-newline", evidence.key)
    expected = directive.text
    if ending and ending.text == "no":
        expected = expected.removesuffix("\n")
    if evidence.run.stdout != expected:
        advice = "mend the program or the 'output:' block"
        if evidence.run.stdout == expected.removesuffix("\n"):
            advice = "only the last newline is missing; write 'final-newline: no' if that is right"
        yield Failure(
            evidence.at(directive.line),
            "standard output is not the announced one",
            advice,
            expected=expected or "(nothing)",
            got=evidence.run.stdout or "(nothing)",
        )


def _has_output(evidence: Evidence) -> bool:
    """Return whether there is an output to judge: a program's, or the preprocessor's."""
    return evidence.ran or (evidence.snippet.step == "preprocess" and evidence.built)


def check_output_contains(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each pattern that standard output lacks."""
    if _has_output(evidence) or evidence.run.hangs:
        yield from _contains(evidence, "output-contains", evidence.run.stdout, "standard output")


def check_stderr_contains(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each pattern that standard error lacks."""
    if evidence.ran or evidence.run.hangs:
        yield from _contains(evidence, "stderr-contains", evidence.stderr, "standard error")


def _contains(evidence: Evidence, name: str, text: str, what: str) -> Iterator[Failure]:
    for directive in evidence.snippet.all(name, evidence.key):
        if not re.search(directive.text, text, re.MULTILINE):
            yield Failure(
                evidence.at(directive.line),
                f"{what} has nothing that matches",
                f"mend the program or the pattern in '{name}:'",
                expected=directive.text,
                got=text or "(nothing)",
            )


def check_scan_assembler(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each pattern that the assembly lacks, or has and must not have."""
    if not evidence.built:
        return
    text = listing(evidence.run.assembly)
    for directive in evidence.snippet.all("scan-assembler", evidence.key):
        if not re.search(directive.text, text, re.MULTILINE):
            yield Failure(
                evidence.at(directive.line),
                "the assembly has nothing that matches",
                "mend the pattern, or limit it to the runs that have it, as in [gcc -O2]",
                expected=directive.text,
                got=text or "(no function)",
            )
    for directive in evidence.snippet.all("scan-assembler-not", evidence.key):
        if match := re.search(directive.text, text, re.MULTILINE):
            number = text.count("\n", 0, match.start())
            yield Failure(
                evidence.at(directive.line),
                f"the assembly has what it must not have: {directive.text}",
                "mend the pattern, or limit it to the runs that lack it, as in [gcc -O2]",
                got="\n".join(text.splitlines()[max(0, number - 2) : number + 3]),
            )


def check_loops(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure where a function's loops read memory and must not, or the other way round."""
    if evidence.listing is None:
        return
    for name, wanted in (("load-in-loop", True), ("no-load-in-loop", False)):
        for directive in evidence.snippet.all(name, evidence.key):
            for function in directive.text.split():
                yield from _check_loop(evidence, function, directive.line, wanted=wanted)


def _check_loop(evidence: Evidence, function: str, line: int, *, wanted: bool) -> Iterator[Failure]:
    assert evidence.listing is not None
    instructions = evidence.listing.get(function)
    if instructions is None:
        names = " ".join(evidence.listing)
        yield Failure(
            evidence.at(line),
            f"there is no function '{function}' in the object file; it has: {names}",
            "spell it as in the file; a static function may have been inlined",
        )
        return
    loads = loads_in_loops(instructions, evidence.architecture)
    if wanted == bool(loads):
        return
    code = "\n".join(i.text for i in (without_padding(instructions) if wanted else loads))
    yield Failure(
        evidence.at(line),
        f"no loop in '{function}' reads memory in every round"
        if wanted
        else f"a loop in '{function}' reads memory in every round",
        "limit the directive to the runs that it holds for, as in [-O2]",
        got=code or "(no instruction at all)",
    )


_HEAP = {
    "all-freed": ("in_use", False, "are still allocated at the end"),
    "none-lost": ("definitely_lost", False, "are definitely lost"),
    "leaks": ("definitely_lost", True, "are definitely lost"),
    "no-errors": ("errors", False, "errors were found"),
}
"""For each word of `valgrind:` the count, whether it must be above 0, and what it says."""


def check_valgrind(evidence: Evidence) -> Iterator[Failure]:
    """Yield a failure for each word of `valgrind:` that valgrind does not confirm."""
    directive = evidence.snippet.one("valgrind", evidence.key)
    counts = evidence.run.valgrind
    if directive is None or counts is None:
        return
    for word in directive.text.split():
        count, above, what = _HEAP[word]
        if (counts[count] > 0) != above:
            blocks = counts.get(f"{count}_blocks")
            unit = "" if blocks is None else f" bytes in {blocks} blocks"
            yield Failure(
                evidence.at(directive.line),
                f"valgrind does not confirm '{word}': {counts[count]}{unit} {what}",
                "mend the program, or the words of 'valgrind:'",
            )


CHECKS: dict[str, Check] = {
    "build": check_build,
    "diagnostics": check_diagnostics,
    "reads": check_readings,
    "hangs": check_hangs,
    "exit": check_exit,
    "output": check_output,
    "output-contains": check_output_contains,
    "stderr-contains": check_stderr_contains,
    "scan-assembler": check_scan_assembler,
    "load-in-loop": check_loops,
    "valgrind": check_valgrind,
}
"""Every check, in the order in which failures are most useful to read."""


def failures(evidence: Evidence) -> tuple[Failure, ...]:
    """Return all that the checks find."""
    return tuple(failure for check in CHECKS.values() for failure in check(evidence))
