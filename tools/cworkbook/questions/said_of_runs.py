"""What a proof can say of a snippet's recorded runs: each verb is a row of a table."""

import re
from collections.abc import Callable

from cworkbook.announcements import spoken
from cworkbook.assembly import listing
from cworkbook.questions.clauses import ProofError, Word
from cworkbook.records import Run
from cworkbook.snippet import Snippet

_FOUND = re.compile(r"runtime error:|ERROR: \w+Sanitizer|WARNING: \w+Sanitizer")

Words = tuple[Word, ...]
Verb = Callable[[Snippet, Run, Words], bool]
"""Returns whether it holds of one run; ProofError where the words after the verb are wrong."""


def _texts(words: Words, verb: str) -> list[str]:
    """Return quoted texts as lines, of which there is at least one."""
    if not words or not all(word.quoted for word in words):
        raise ProofError(f"'{verb}' takes texts in quotation marks")
    return [_spaced(line) for word in words for line in word.text.split("\n")]


def _spaced(line: str) -> str:
    """Return a line with single spaces: columns that a program lines up are no part of a key."""
    return " ".join(line.split())


def _numbers(words: Words, verb: str) -> set[int]:
    if not words or not all(word.text.isdecimal() for word in words):
        raise ProofError(f"'{verb}' takes the numbers of lines")
    return {int(word.text) for word in words}


def _none(words: Words, verb: str) -> None:
    if words:
        raise ProofError(f"nothing may follow '{verb}'")


def _prints(_: Snippet, run: Run, words: Words) -> bool:
    wanted = _texts(words, "prints")
    lines = [_spaced(line) for line in run.stdout.splitlines()]
    return any(lines[n : n + len(wanted)] == wanted for n in range(len(lines) - len(wanted) + 1))


def _prints_only(_: Snippet, run: Run, words: Words) -> bool:
    return [_spaced(line) for line in run.stdout.splitlines()] == _texts(words, "prints only")


def _never_prints(snippet: Snippet, run: Run, words: Words) -> bool:
    return not _prints(snippet, run, words)


def _prints_nothing(_: Snippet, run: Run, words: Words) -> bool:
    _none(words, "prints nothing")
    return run.stdout == ""


def _writes(_: Snippet, run: Run, words: Words) -> bool:
    return all(text in run.stderr for text in _texts(words, "writes"))


def _says(_: Snippet, run: Run, words: Words) -> bool:
    wanted = _texts(words, "says")
    return all(any(text in spoken(d) for d in run.diagnostics) for text in wanted)


def _severities(run: Run) -> set[str]:
    return {d.severity for d in run.diagnostics}


VERDICTS: dict[str, Callable[[Run], bool]] = {
    "accepted": lambda run: not _severities(run) & {"error", "warning"},
    "warned": lambda run: "warning" in _severities(run) and "error" not in _severities(run),
    "refused": lambda run: "error" in _severities(run),
    "undefined": lambda run: bool(run.exit and _FOUND.search(run.stderr)),
    "defined": lambda run: run.exit is not None and not _FOUND.search(run.stderr),
}
"""What compilers or sanitizers made of a run, in one word each."""


def _is(snippet: Snippet, run: Run, words: Words) -> bool:
    if len(words) != 1 or words[0].text not in VERDICTS:
        raise ProofError(f"'is' takes one of: {' '.join(VERDICTS)}")
    verdict = words[0].text
    if verdict in ("defined", "undefined") and snippet.one("sanitize", run.key) is None:
        raise ProofError(
            f"{snippet.name} runs under no sanitizer, so nobody looked whether it is {verdict}"
        )
    return VERDICTS[verdict](run)


def _lines_of(run: Run, severities: set[str]) -> set[int]:
    return {d.line for d in run.diagnostics if d.severity in severities and d.line}


def _marking(verb: str, severities: set[str], *, only: bool) -> Verb:
    """Return the verb for lines that compilers speak of, all of them with `only`."""

    def check(_: Snippet, run: Run, words: Words) -> bool:
        wanted, found = _numbers(words, verb), _lines_of(run, severities)
        return wanted == found if only else wanted <= found

    return check


def _exits(_: Snippet, run: Run, words: Words) -> bool:
    if len(words) != 1 or not words[0].text.isdecimal():
        raise ProofError("'exits' takes a status, such as 66")
    return run.exit == int(words[0].text)


def _hangs(_: Snippet, run: Run, words: Words) -> bool:
    _none(words, "hangs")
    return run.hangs


def _loads(snippet: Snippet, run: Run, words: Words) -> bool:
    """Return what the header says of the functions' loops, which the snippet's own proof holds."""
    if not words:
        raise ProofError("'loads in each round of' takes the names of functions")
    return all(_loads_in(snippet, run, word.text) for word in words)


def _loads_nothing(snippet: Snippet, run: Run, words: Words) -> bool:
    if not words:
        raise ProofError("'loads nothing in any round of' takes the names of functions")
    return not any(_loads_in(snippet, run, word.text) for word in words)


def _loads_in(snippet: Snippet, run: Run, function: str) -> bool:
    for directive, answer in (("load-in-loop", True), ("no-load-in-loop", False)):
        for found in snippet.all(directive, run.key):
            if function in found.text.split():
                return answer
    raise ProofError(f"{snippet.name} says nothing of the loops of '{function}' for {run.key.name}")


def _assembly(run: Run, words: Words, verb: str) -> tuple[str, str]:
    """Return a pattern, and the function's assembly in which to look for it."""
    if len(words) != 3 or not words[0].quoted or words[1] != Word("in"):
        raise ProofError(f"'{verb}' reads: {verb} 'PATTERN' in FUNCTION")
    found = tuple(f for f in run.assembly if f.function == words[2].text)
    if not found:
        known = " ".join(f.function for f in run.assembly) or "no assembly"
        raise ProofError(f"there is no assembly of '{words[2].text}'; recorded is: {known}")
    return words[0].text, listing(found)


def _has(_: Snippet, run: Run, words: Words) -> bool:
    pattern, text = _assembly(run, words, "has")
    return re.search(pattern, text, re.MULTILINE) is not None


def _lacks(snippet: Snippet, run: Run, words: Words) -> bool:
    return not _has(snippet, run, words)


_TOKENS = re.compile(r"\w+|[^\w\s]")


def _contains(snippet: Snippet, _: Run, words: Words) -> bool:
    """Return whether the text is in one of the files, or in a line of the first, however spaced."""
    texts = [[line.text for line in file.lines] for file in snippet.files]
    if words[-3:-1] == (Word("on"), Word("line")):
        number = min(_numbers(words[-1:], "contains 'text' on line"))
        words, texts = words[:-3], [texts[0][number - 1 : number]]
    wanted = [token for text in _texts(words, "contains") for token in _TOKENS.findall(text)]
    for lines in texts:
        tokens = [token for line in lines for token in _TOKENS.findall(line)]
        if any(tokens[n : n + len(wanted)] == wanted for n in range(len(tokens))):
            return True
    return False


ERRORS, ALL = {"error"}, {"error", "warning"}
VERBS: dict[tuple[str, ...], Verb] = {
    ("prints",): _prints,
    ("prints", "only"): _prints_only,
    ("prints", "nothing"): _prints_nothing,
    ("never", "prints"): _never_prints,
    ("writes",): _writes,
    ("says",): _says,
    ("is",): _is,
    ("rejects",): _marking("rejects", ERRORS, only=False),
    ("rejects", "only"): _marking("rejects only", ERRORS, only=True),
    ("flags",): _marking("flags", ALL, only=False),
    ("flags", "only"): _marking("flags only", ALL, only=True),
    ("exits",): _exits,
    ("hangs",): _hangs,
    ("loads", "in", "each", "round", "of"): _loads,
    ("loads", "nothing", "in", "any", "round", "of"): _loads_nothing,
    ("has",): _has,
    ("lacks",): _lacks,
    ("contains",): _contains,
}
"""Every verb by its words; docs/authoring/questions.md describes each."""
