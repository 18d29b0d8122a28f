"""What the command line asks for, and the parser of it.

argparse is imported only when an option or a command is there: a declaration
alone is the common case, and starts faster without.
"""

import io
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from cexplain.values import dataclass

if TYPE_CHECKING:
    import argparse
    from typing import BinaryIO

    from cexplain.command.drill_options import DrillOptions

Command = Literal[
    "explain", "lookup", "declare", "cast", "rule", "drill", "completion", "man", "lsp", "converse"
]
Style = Literal["prose", "cdecl"]
When = Literal["auto", "always", "never"]

COMMANDS: tuple[Command, ...] = (
    "lookup", "declare", "cast", "rule", "drill", "completion", "man", "lsp"
)  # fmt: skip
"""What may stand as the first word; `converse` is what no arguments at all ask for."""

MOST_JOBS = 256
"""Processes at most: more only take each other's time and memory."""

SHELLS = ("bash", "zsh", "fish")

CXX_YEARS = ("98", "11", "14", "17", "20", "23")

STANDARDS = {
    **{name: name for name in ("c89", "c99", "c11", "c17", "c23")},
    **{f"gnu{year}": f"gnu{year}" for year in ("89", "99", "11", "17", "23")},
    "ansi": "c89",
    "c90": "c89",
    "c18": "c17",
    "c2x": "c23",
    "gnu90": "gnu89",
    "gnu18": "gnu17",
    "gnu2x": "gnu23",
    **{f"{name}++{year}": f"{name}++{year}" for name in ("c", "gnu") for year in CXX_YEARS},
    "c++03": "c++98",
    "gnu++03": "gnu++98",
    "c++2a": "c++20",
    "c++2b": "c++23",
}
"""What --std accepts, and the name under which the engine knows it."""

DESCRIPTION = "Reads C declarations aloud, and writes C from English."

EXAMPLES = (
    ("cexplain 'char *(*fp)(int, float *);'", "read a declaration, a cast, a type, a struct"),
    ("cexplain --steps 'int *a[10][15];'", "step by step, each marked in the source"),
    ("cexplain - < declarations.txt", "one declaration a line"),
    ("cexplain --file demo.c -I include", "every declaration of a file"),
    ("cexplain lookup stdlib.h qsort", "find a name in a real header and read it"),
    ("cexplain lookup --expand glib.h GHashFunc", "and say what its typedef names stand for"),
    ("cexplain declare 'fp as pointer to function (int) returning char'", "write the C"),
    ("cexplain cast 'p into pointer to const char'", "write a cast"),
    ("cexplain --svg path.svg 'char *str[10]'", "draw the way through a declaration"),
    ("cexplain", "ask one after the other, on a terminal"),
    ("cexplain drill --kind read", "practise: be asked what declarations say"),
    ("cexplain drill --sheet --seed 7b --key", "print a sheet of questions and its key"),
    ("cexplain --jobs 4 --json - < declarations.txt", "a large input, on four processors"),
)

STATUSES = (
    (0, "everything was read"),
    (1, "something could not be read, or breaks a constraint of C"),
    (2, "wrong usage"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    command: Command = "explain"
    words: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    define: tuple[str, ...] = ()
    std: str = "c23"
    std_given: bool = False
    style: Style = "prose"
    json: bool = False
    steps: bool = False
    svg: str | None = None
    color: When = "auto"
    expand: bool = False
    jobs: int = 1
    drill: "DrillOptions | None" = None

    @property
    def cpp_options(self) -> list[str]:
        """-I and -D as cpp takes them: `_misuse` has looked at their values."""
        from cexplain.arguments import path  # noqa: PLC0415 - most runs need none

        return [*(f"-I{path(folder)}" for folder in self.include), *(f"-D{m}" for m in self.define)]

    @property
    def cpp_standard(self) -> str:
        """The standard for cpp: with GNU's extensions, unless one was asked for.

        A strict one hides from a header what is not ISO C's: fileno, strdup.
        """
        return self.std if self.std_given else "gnu23"


def parse(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for; ends the process with status 2 if they are wrong."""
    if arguments and arguments[0] == "drill":
        from cexplain.command.drill_options import parse_drill  # noqa: PLC0415 - see above

        asked = parse_drill(arguments[1:])
        return Options("drill", color=asked.color, drill=asked)
    plain = all(word == "-" or not word.startswith("-") for word in arguments)
    if arguments and plain and arguments[0] not in COMMANDS:
        return Options(words=tuple(arguments))
    return _parsed(arguments)


def parser() -> "argparse.ArgumentParser":
    """Return the parser of the command line; the manual page is made from it too."""
    import argparse  # noqa: PLC0415 - see above

    from cexplain.command.parsers import Parser, Version  # noqa: PLC0415 - see above

    made = Parser(
        prog="cexplain",
        usage="%(prog)s [OPTION]... DECLARATION... | -\n"
        "       %(prog)s [OPTION]... --file FILE\n"
        "       %(prog)s [OPTION]... lookup HEADER NAME\n"
        "       %(prog)s [OPTION]... declare ENGLISH | -\n"
        "       %(prog)s [OPTION]... cast ENGLISH | -\n"
        "       %(prog)s rule [NAME]...\n"
        "       %(prog)s drill [--help]\n"
        "       %(prog)s completion bash|zsh|fish\n"
        "       %(prog)s man\n"
        "       %(prog)s lsp",
        description=DESCRIPTION,
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = made.add_argument
    add(
        "words",
        nargs="*",
        metavar="DECLARATION",
        help="C to read; - reads lines from standard input",
    )
    add(
        "--file",
        action="append",
        default=[],
        help="read every declaration of a C file, preprocessed by cpp",
    )
    add(
        "-I",
        dest="include",
        action="append",
        default=[],
        metavar="DIR",
        help="search DIR for headers",
    )
    add(
        "-D",
        dest="define",
        action="append",
        default=[],
        metavar="NAME[=VALUE]",
        help="define a macro",
    )
    add(
        "--std",
        choices=sorted(STANDARDS),
        metavar="STD",
        help="the standard: c89, c99, c11, c17, c23, or gnu89 to gnu23 (default: c23); "
        "c++98, c++11, c++14, c++17, c++20, c++23, or gnu++98 to gnu++23 for C++",
    )
    add(
        "--style",
        choices=("prose", "cdecl"),
        default="prose",
        help="the English: natural, or as the cdecl programs write it",
    )
    add(
        "--expand",
        action="store_true",
        help="with lookup: say also what it really is, without typedef names",
    )
    add("--json", action="store_true", help="one JSON object a line, for each input")
    add(
        "--steps",
        action="store_true",
        help="number the steps of a reading, and mark each in the source",
    )
    add(
        "--svg",
        metavar="FILE",
        help="write the path picture to FILE; further readings to FILE-2, FILE-3",
    )
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="when to use colours (default: auto, on a terminal, and never if NO_COLOR is set);"
        " --color alone means always",
    )
    add(
        "--jobs",
        type=int,
        default=1,
        metavar="N",
        help="read lines and files in N processes; the output keeps the input's order",
    )
    add("--version", action=Version)
    return made


def _epilog() -> str:
    """Return the examples and exit statuses as --help shows them."""
    examples = "".join(f"  {command}\n      {does}\n" for command, does in EXAMPLES)
    statuses = "".join(f"  {status}  {meaning}\n" for status, meaning in STATUSES)
    return f"examples:\n{examples}\nexit status:\n{statuses}"


def _parsed(arguments: Sequence[str]) -> Options:
    """Return the options that argparse finds, checked against each other."""
    made = parser()
    # "--color int*p" must not take the declaration for a value, so the value is tied on here.
    tied: list[str] = []
    given, operands = _operands(arguments)
    for word in given:
        if tied and tied[-1] == "--color":
            tied[-1] = (
                f"--color={word}" if word in {"auto", "always", "never"} else "--color=always"
            )
            if tied[-1] == f"--color={word}":
                continue
        tied.append(word)
    if tied and tied[-1] == "--color":
        tied[-1] = "--color=always"
    found = made.parse_intermixed_args(tied)
    words: list[str] = [*found.words, *operands]
    command: Command = "explain"
    if words and words[0] in COMMANDS and not found.file:
        command = next(name for name in COMMANDS if name == words[0])
        words = words[1:]
    if command == "explain" and not words and not found.file:
        if on_terminal():
            command = "converse"
        elif _has_input():
            words = ["-"]
    reason = _misuse(command, words, found)
    if reason:
        made.print_usage(sys.stderr)
        made.exit(2, f"cexplain: error: {reason}\n")
    return Options(
        command,
        tuple(words),
        tuple(found.file),
        tuple(found.include),
        tuple(found.define),
        STANDARDS[found.std] if found.std else "c23",
        found.std is not None,
        found.style,
        found.json,
        found.steps,
        found.svg,
        found.color,
        found.expand,
        found.jobs,
    )


def _operands(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the arguments before --, and those behind it, which are no options.

    argparse's parser of intermixed arguments forgets that -- was there.
    """
    if "--" not in arguments:
        return arguments, ()
    place = arguments.index("--")
    return arguments[:place], arguments[place + 1 :]


def _misuse(command: Command, words: Sequence[str], found: "argparse.Namespace") -> str | None:
    """Return what is wrong with the usage, or None."""
    if found.file and words:
        return "--file reads files; give no declarations beside it"
    if not 1 <= found.jobs <= MOST_JOBS:
        return f"--jobs needs a number of processes, 1 or more and at most {MOST_JOBS}"
    if found.jobs > 1 and found.svg:
        return "--svg numbers its pictures in turn, so it cannot go with --jobs"
    if command == "drill":
        return "drill comes before its options, as in: cexplain drill --sheet --seed 7b"
    if command == "completion" and (len(words) != 1 or words[0] not in SHELLS):
        return f"completion needs a shell: {', '.join(SHELLS)}"
    if command in {"man", "lsp"} and words:
        return f"{command} takes no words"
    if command == "lookup" and len(words) < 2 and not _is_known(words):
        return "lookup needs a header and a name, as in: cexplain lookup stdlib.h qsort"
    if command in {"declare", "cast"} and not words:
        return f"{command} needs the English, or - for lines from standard input"
    if "++" in (found.std or "") and command in {"lookup", "lsp"}:
        return f"{command} reads C; give C++ as words, as a --file, or - for lines of it"
    if command == "explain" and not words and not found.file:
        return "nothing to read: give a declaration, - or --file FILE"
    return _unfit(found.include, found.define)


def _is_known(words: Sequence[str]) -> bool:
    """Whether the words are a name alone whose header is known by heart."""
    from cexplain.files.iso_names import header_of  # noqa: PLC0415 - most runs need none

    return bool(words) and header_of(words[0]) is not None


def _unfit(folders: Sequence[str], macros: Sequence[str]) -> str | None:
    """Return what is wrong with the values of -I and -D, or None."""
    from cexplain import arguments  # noqa: PLC0415 - most runs need none

    for option, check, values in (("-I", arguments.path, folders), ("-D", arguments.macro, macros)):
        for value in values:
            try:
                check(value)
            except arguments.UnfitError as error:
                return f"{option} {value!r}: {error}"
    return None


def on_terminal() -> bool:
    """Return whether a person types what is read and reads what is written."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _has_input() -> bool:
    """Return whether a pipe or a file is standard input."""
    import os  # noqa: PLC0415 - most runs need neither
    import stat  # noqa: PLC0415 - see above

    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    if not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)):
        return False
    return isinstance(sys.stdin, io.TextIOWrapper) and bool(_peeked(sys.stdin.buffer))


def _peeked(stream: "BinaryIO") -> bytes:
    """Return what comes next, without taking it."""
    return stream.peek(1) if isinstance(stream, io.BufferedReader) else b""
