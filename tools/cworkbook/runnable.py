"""What of a snippet a page can compile and run by itself, or why it cannot.

The page's compiler is clang for WebAssembly with WASI: one thread, no processes,
no signals from outside, and of the sanitizers UBSan alone. Anything else is run on the
reader's own machine, with the commands that were recorded.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from cworkbook.directives import LEVELS, browser_words
from cworkbook.numbering import shown_files
from cworkbook.records import Record, Run
from cworkbook.shown import SnippetFile, language_of
from cworkbook.snippet import RunKey, Snippet

LANGUAGES = ("c", "c++")

HERE_TOO = {"undefined"}
"""The sanitizers that a page has: tools/browser/runtime."""

PREFERRED = ("clang-19", "clang++-19", "clang", "clang++", "gcc", "g++")
"""Whose recorded answers the page's own are compared with: the relatives of its compiler first."""

ELSEWHERE_HEADERS = {
    "pthread.h": "needs threads",
    "threads.h": "needs threads",
    "thread": "needs threads",
    "ucontext.h": "switches between stacks",
    "sys/wait.h": "starts other processes",
    "sys/mman.h": "maps memory",
    "sys/socket.h": "opens sockets",
    "sys/ioctl.h": "asks the kernel",
    "sys/syscall.h": "asks the kernel",
    "linux/": "asks the kernel",
    "asm/": "asks the kernel",
    "cpuid.h": "asks an x86 processor",
    "immintrin.h": "needs an x86 processor",
    "xen": "needs Xen's headers",
    "glib.h": "needs GLib",
    "EXTERN.h": "needs Perl",
    "dlfcn.h": "loads libraries",
}
"""What a program that includes a header (whose name begins so) does that a page cannot."""

_INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>\n]+)>", re.MULTILINE)
_CALLS = {
    r"\b(?:fork|vfork|execl|execv|waitpid|posix_spawn)\s*\(": "starts other processes",
    r"\b(?:alarm|setitimer|sigaction|sigprocmask|sigsuspend|kill)\s*\(": "needs signals",
    r"\b(?:__asm__|__asm|asm)\b(?:\s+(?:__)?volatile(?:__)?)?\s*\(\s*\"[^\"]": (
        "has a processor's own instructions in it"
    ),
}
_KEPT_OPTION = re.compile(
    r"-(?:[WDU]\w.*|pedantic.*|fno-(?!pie|pic).*|f(?!sanitize|pic|PIC|pie).*)"
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A program that a page cannot run: `reason` ends "This program …", `commands` run it."""

    reason: str
    commands: tuple[str, ...]
    packages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """How a recorded run ended, for the page to compare its own with."""

    compiler: str
    std: str
    level: str
    stdout: str
    exit: int | None
    hangs: bool


@dataclass(frozen=True, slots=True)
class Here:
    """A program that the page's compiler takes: its files by name, those compiled, and how.

    The files have the lines that a page shows and no others, so that all count alike. `runs` is
    false for what is only to be compiled; `differs` is the declared reason why the page's own
    result is another than the recorded one, "" without one.
    """

    files: dict[str, str] = field(hash=False)
    units: tuple[str, ...]
    runs: bool
    std: str
    level: str
    options: tuple[str, ...]
    args: tuple[str, ...]
    stdin: str
    ubsan: bool
    varies: bool
    differs: str
    recorded: tuple[Recorded, ...]


def runnable(snippet: Snippet, record: Record) -> Here | Elsewhere | None:
    """Return what the page can do with a snippet; None for what is neither compiled nor run."""
    if snippet.step == "preprocess":
        return None
    said = snippet.one("browser")
    word, reason = browser_words(said.text) if said else ("", next(_obstacles(snippet), ""))
    if word == "no" or (not word and reason):
        return _elsewhere(snippet, record, reason) if snippet.step == "run" else None
    return _here(snippet, record, reason)


def _obstacles(snippet: Snippet) -> Iterator[str]:
    """Yield what keeps a snippet from the page, the plainest reason first."""
    if (
        any(language_of(file.name) == "perl" for file in snippet.files)
        or "xs" in PurePath(snippet.name).suffix
    ):
        yield "needs Perl"
    if snippet.language not in LANGUAGES:
        yield "needs a script as well"
    if snippet.one("script") or not any(key.compiler in PREFERRED for key in snippet.keys):
        yield "is built by a script of its own"
    for directive in snippet.all("requires"):
        yield f"needs the Debian package {directive.words[0]}"
    text = "\n".join(map(_text, shown_files(snippet).values()))
    for header in _INCLUDE.findall(text):
        for beginning, reason in ELSEWHERE_HEADERS.items():
            if header == beginning or (beginning[-2:] != ".h" and header.startswith(beginning)):
                yield reason
    if snippet.step == "run":
        yield from (reason for calls, reason in _CALLS.items() if re.search(calls, text))
    if any("-pthread" in d.words for d in (*snippet.all("options"), *snippet.all("libraries"))):
        yield "needs threads"
    if snippet.step == "run" and _sanitizers(snippet) - HERE_TOO:
        yield "runs under a sanitizer"
    if any(word != "-lm" for d in snippet.all("libraries") for word in d.words):
        yield "is linked with other libraries"


def _elsewhere(snippet: Snippet, record: Record, reason: str) -> Elsewhere:
    packages = tuple(word for d in snippet.all("requires") for word in d.words)
    folder = snippet.name if snippet.is_folder else snippet.name.rpartition("/")[0]
    scripted = snippet.one("script") is not None
    command = f"python -m pytest snippets/{snippet.name}" if scripted else record.runs[0].command
    commands = (command,) if scripted else (f"cd snippets/{folder}", command)
    return Elsewhere(reason, commands, packages)


def _here(snippet: Snippet, record: Record, differs: str) -> Here:
    compilers = [name for name in PREFERRED if any(run.compiler == name for run in record.runs)]
    runs = [run for run in record.runs if run.compiler == compilers[0]]
    key = runs[0].key
    stdin, args = snippet.one("stdin", key), snippet.one("args", key)
    compiled = [file.name for file in snippet.files if language_of(file.name) in LANGUAGES]
    named = snippet.one("files")
    files = shown_files(snippet)
    return Here(
        files={name: _text(file) for name, file in files.items()},
        units=tuple(name for name in (named.words if named else compiled) if is_unit(name)),
        runs=snippet.step == "run",
        std=key.std,
        level=key.level,
        options=tuple(_options(snippet, key)),
        args=args.words if args else (),
        stdin=stdin.text if stdin else "",
        ubsan=snippet.step == "run" and "undefined" in _sanitizers(snippet),
        varies=snippet.one("varies", key) is not None,
        differs=differs,
        recorded=tuple(map(_recorded, runs)) if snippet.step == "run" else (),
    )


def _text(file: SnippetFile) -> str:
    return "".join(f"{line.text}\n" for line in file.lines)


def _sanitizers(snippet: Snippet) -> set[str]:
    return {word for directive in snippet.all("sanitize") for word in directive.words}


def is_unit(name: str) -> bool:
    """Return whether a file is compiled by itself, as headers are not."""
    return language_of(name) in LANGUAGES and not name.endswith((".h", ".hpp", ".hh"))


def _recorded(run: Run) -> Recorded:
    return Recorded(run.compiler, run.std, run.level, run.stdout, run.exit, run.hangs)


def _options(snippet: Snippet, key: RunKey) -> Iterator[str]:
    """Yield the options that mean something to the page's compiler."""
    kept: Callable[[str], object] = _KEPT_OPTION.fullmatch
    for directive in snippet.all("options", key):
        yield from (word for word in directive.words if word not in LEVELS and kept(word))
