"""The words that a snippet's header may use, and what each accepts as its value."""

import re
import shlex
import signal
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from cexplain.arguments import misleading

STEPS = ("preprocess", "compile", "assemble", "link", "run")
"""What `do:` may ask for, each step including those before it."""

C_STANDARDS = tuple(p + y for p in ("c", "gnu") for y in ("89", "99", "11", "17", "23"))
CPP_STANDARDS = tuple(
    p + y for p in ("c++", "gnu++") for y in ("98", "11", "14", "17", "20", "23", "26")
)
STANDARDS = C_STANDARDS + CPP_STANDARDS
C_COMPILERS = ("gcc", "clang", "clang-19", "arm-gcc")
CPP_COMPILERS = ("g++", "clang++", "clang++-19")
COMPILERS = C_COMPILERS + CPP_COMPILERS
ANALYSERS = ("clang-tidy",)
"""What reads a program and makes none; each has a directive of its name that asks for it."""
LEVELS = ("-O0", "-O1", "-O2", "-O3", "-Os", "-Og", "-Oz", "-Ofast")
SANITIZERS = ("address", "undefined", "thread", "leak", "memory")
SEVERITIES = ("error", "warning", "note")
VARYING = ("output", "stderr", "exit")
VALGRIND = ("all-freed", "none-lost", "leaks", "no-errors")

Check = Callable[[str], None]
"""Accepts a directive's value or raises ValueError with a sentence of advice."""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return the advice for a word that is not known: the nearest, or all of them."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else f"one of: {' '.join(known)}"


def duration(value: str) -> float:
    """Return the seconds that `2s`, `500ms` or `2` means; ValueError for anything else."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(ms|s|)", value)
    if match is None or float(match[1]) == 0:
        raise ValueError(f"'{value}' is not a time; write 2s or 500ms")
    return float(match[1]) / (1000 if match[2] == "ms" else 1)


def exit_status(value: str) -> int | None:
    """Return the exit status that `exit:` names, 128 + n for a signal, None for `nonzero`."""
    if value == "nonzero":
        return None
    if re.fullmatch(r"\d{1,3}", value) and int(value) <= 255:
        return int(value)
    names = tuple(s.name for s in signal.Signals)
    if value in names:
        return 128 + signal.Signals[value]
    raise ValueError(
        f"'{value}' is no exit status; write 0 to 255, nonzero, or a signal such as SIGSEGV"
        + (f"; {nearest(value, names)}" if value.startswith("SIG") else "")
    )


def _choice(*known: str) -> Check:
    """Return a check for exactly one of the known words."""

    def check(value: str) -> None:
        if value not in known:
            raise ValueError(f"'{value}' is not known; {nearest(value, known)}")

    return check


def _words(*known: str) -> Check:
    """Return a check for one or several of the known words, none of them twice."""

    def check(value: str) -> None:
        words = value.split()
        if not words:
            raise ValueError(f"a value is missing; {nearest('', known)}")
        for word in words:
            _choice(*known)(word)
        if len(set(words)) < len(words):
            raise ValueError("a word stands there twice; name each once")

    return check


def _names(value: str) -> None:
    """Accept one or several names of C functions."""
    if not value.split() or not all(re.fullmatch(r"[A-Za-z_]\w*", n) for n in value.split()):
        raise ValueError(f"'{value}' is not a function's name")


def _packages(value: str) -> None:
    """Accept names as Debian spells its packages."""
    if not value.split() or not all(
        re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", n) for n in value.split()
    ):
        raise ValueError(f"'{value}' is not a Debian package's name")


def _tidy_checks(value: str) -> None:
    """Accept names of clang-tidy's checks, `*` in them standing for anything."""
    for name in value.split(","):
        if not re.fullmatch(r"-?[a-z][\w.*-]*", name.strip()):
            raise ValueError(
                f"'{name.strip()}' is no check's name; write names such as "
                "cppcoreguidelines-slicing, with commas between them"
            )


def _file_names(value: str) -> None:
    """Accept paths that stay inside the snippet's folder, and that no tool takes for an option."""
    names = value.split()
    if not names or any(n.startswith("/") or ".." in n.split("/") for n in names):
        raise ValueError(f"'{value}' must name files inside the snippet's folder")
    for name in names:
        file_name(name)


def file_name(name: str) -> None:
    """Accept a file's name; ValueError where a tool could take it for an option."""
    if misleading(name):
        raise ValueError(
            f"compilers take '{name}' for an option or a file of options; "
            "begin its name with a letter, a digit or '_'"
        )


def _shell_words(value: str) -> None:
    """Accept what a shell would split into words."""
    try:
        words = shlex.split(value)
    except ValueError as error:
        raise ValueError(f"{error} in '{value}'; close the quotation") from None
    if not words:
        raise ValueError("a value is missing; remove the directive or write the words")


def _pattern(value: str) -> None:
    """Accept a regular expression as Python's `re` understands it."""
    if not value:
        raise ValueError("a regular expression is missing")
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"'{value}' is no regular expression: {error}") from None


def _section_name(value: str) -> None:
    """Accept the name of a section: letters, digits, '-' and '_'."""
    if not re.fullmatch(r"[\w-]+", value):
        raise ValueError(f"'{value}' is no section's name; use letters, digits, '-' and '_'")


def _section_end(value: str) -> None:
    """Accept nothing, or the name of the section that ends."""
    if value:
        _section_name(value)


def moment_words(value: str) -> tuple[str, int]:
    """Return a moment's name and which time of its line it is, from 1; ValueError with advice."""
    match = re.fullmatch(r"([A-Za-z][\w-]*)(?:, ([1-9]\d*)(?:st|nd|rd|th) time)?", value)
    if match is None:
        raise ValueError(f"'{value}' is not a moment; write a name, or 'name, 2nd time'")
    return match[1], int(match[2] or 1)


def _moment(value: str) -> None:
    moment_words(value)


def _diagnostic(value: str) -> None:
    """Accept `error: text`, `warning: text` or `note: text`."""
    severity, colon, text = value.partition(":")
    if not colon or severity not in SEVERITIES or not text.strip():
        raise ValueError(f"'{value}' must read 'error: text', 'warning: text' or 'note: text'")


def _duration(value: str) -> None:
    duration(value)


def _exit_status(value: str) -> None:
    exit_status(value)


def browser_words(value: str) -> tuple[str, str]:
    """Return the word of `browser:` and the reason behind it; ValueError if either is missing."""
    word, _, reason = value.partition(" ")
    if word == "yes" and not reason:
        return word, ""
    if word not in ("no", "differs") or not reason.strip():
        raise ValueError(
            f"'{value}' must read 'yes', 'no REASON' or 'differs REASON': why a page cannot run "
            "the program, or why it ends differently there"
        )
    return word, reason.strip()


def _browser(value: str) -> None:
    browser_words(value)


def _text(_value: str) -> None:
    """Accept anything."""


@dataclass(frozen=True, slots=True)
class DirectiveKind:
    """What the header may say under one name.

    `block`: the value may stand in the `//|` lines below; `repeats`: every one
    that applies counts, otherwise the most narrowly selected one does;
    `selectable`: it may be limited to runs by words in brackets.
    """

    check: Check
    block: bool = False
    repeats: bool = False
    selectable: bool = True


DIRECTIVES: dict[str, DirectiveKind] = {
    "do": DirectiveKind(_choice(*STEPS), selectable=False),
    "std": DirectiveKind(_words(*STANDARDS), selectable=False),
    "compilers": DirectiveKind(_words(*COMPILERS), selectable=False),
    "levels": DirectiveKind(_words(*LEVELS), selectable=False),
    "options": DirectiveKind(_shell_words, repeats=True),
    "libraries": DirectiveKind(_shell_words, repeats=True),
    "requires": DirectiveKind(_packages, repeats=True, selectable=False),
    "sanitize": DirectiveKind(_words(*SANITIZERS)),
    "files": DirectiveKind(_file_names, selectable=False),
    "script": DirectiveKind(_text, block=True, selectable=False),
    "under": DirectiveKind(_file_names, selectable=False),
    "clang-tidy": DirectiveKind(_tidy_checks, selectable=False),
    "args": DirectiveKind(_shell_words),
    "stdin": DirectiveKind(_text, block=True),
    "timeout": DirectiveKind(_duration),
    "exit": DirectiveKind(_exit_status),
    "hangs": DirectiveKind(_duration),
    "output": DirectiveKind(_text, block=True),
    "final-newline": DirectiveKind(_choice("yes", "no")),
    "output-contains": DirectiveKind(_pattern, repeats=True),
    "stderr-contains": DirectiveKind(_pattern, repeats=True),
    "diagnostic": DirectiveKind(_diagnostic, repeats=True),
    "scan-assembler": DirectiveKind(_pattern, repeats=True),
    "scan-assembler-not": DirectiveKind(_pattern, repeats=True),
    "load-in-loop": DirectiveKind(_names, repeats=True),
    "no-load-in-loop": DirectiveKind(_names, repeats=True),
    "valgrind": DirectiveKind(_words(*VALGRIND)),
    "varies": DirectiveKind(_words(*VARYING)),
    "browser": DirectiveKind(_browser, selectable=False),
    "record": DirectiveKind(_choice("assembly"), selectable=False),
    "section": DirectiveKind(_section_name, repeats=True, selectable=False),
    "end": DirectiveKind(_section_end, repeats=True, selectable=False),
    "moment": DirectiveKind(_moment, repeats=True, selectable=False),
}
"""Every directive; docs/authoring/snippets.md documents each under its name."""

EXPECTATIONS = ("error", "warning", "note", "reads")
"""What a `//~` mark may announce about its line."""

SELECTOR_WORDS = COMPILERS + ANALYSERS + STANDARDS + LEVELS
"""What a word in brackets is matched against, after '!' and with '*' as a wildcard."""
