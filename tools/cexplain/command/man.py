"""The manual page, made from the command's own parser: `cexplain man > cexplain.1`."""

import argparse
from collections.abc import Iterable, Iterator

from cexplain.command.drill_options import drill_parser
from cexplain.command.options import DESCRIPTION, EXAMPLES, STATUSES, parser
from cexplain.drills.table import KINDS

SYNOPSIS = (
    "cexplain [OPTION]... DECLARATION... | -",
    "cexplain [OPTION]... --file FILE",
    "cexplain [OPTION]... lookup HEADER NAME",
    "cexplain [OPTION]... declare ENGLISH | -",
    "cexplain [OPTION]... cast ENGLISH | -",
    "cexplain rule [NAME]...",
    "cexplain drill [DRILL-OPTION]...",
    "cexplain completion bash | zsh | fish",
    "cexplain man",
    "cexplain lsp",
)

ABOUT = (
    "A declaration is read from one line, without its headers: names of types that nobody"
    " declared are the normal case. Several declarations, casts, types alone and struct bodies"
    " are read too. The English of declare and cast is cexplain's own prose, that of the cdecl"
    " programs, and mixtures of the two.",
    "Without arguments on a terminal, cexplain asks for one declaration after the other:"
    " it completes words and types, shows the reading while you type, and ? lists what it"
    " understands. The extra cexplain[interactive] brings the line editor for that.",
    "rule explains what a finding's or a note's rule says, why, and how to repair it; without a"
    " name it lists all rules.",
    "drill asks questions about C, one after the other: harder ones after right answers, easier"
    " ones after wrong ones. A seed gives everybody the same questions, on every machine.",
    "completion prints a script for a shell; man prints this page; lsp is a language server"
    " on standard input and output, for editors.",
    "Errors go to standard error as NAME:LINE:COLUMN: error: MESSAGE, with the line, a caret"
    " and advice. NAME is <input> for arguments and for standard input.",
)

ENVIRONMENT = (
    ("NO_COLOR", "if set to anything, no colours without --color"),
    ("COLUMNS", "the width of the terminal, if it is not what the terminal says"),
    ("XDG_STATE_HOME", "where cexplain/history keeps what was asked; ~/.local/state if unset"),
)


def page() -> str:
    """Return the manual page in the macros of man(7)."""
    return "".join(f"{line}\n" for line in _lines())


def option_table() -> list[tuple[str, str]]:
    """Return each option as it is written, and what it does."""
    return _table(parser())


def _table(of: argparse.ArgumentParser) -> list[tuple[str, str]]:
    actions = (action for action in of._actions if action.option_strings)
    return [(_usage(action), _help(action)) for action in actions]


def _lines() -> Iterator[str]:
    """Yield the page's lines."""
    yield '.TH CEXPLAIN 1 "" "C Concepts Workbook" "User Commands"'
    yield from (".SH NAME", rf"cexplain \- {_roff(DESCRIPTION[0].lower() + DESCRIPTION[1:-1])}")
    yield ".SH SYNOPSIS"
    for index, usage in enumerate(SYNOPSIS):
        yield from ([".br"] if index else [])
        yield _roff(usage)
    yield ".SH DESCRIPTION"
    for paragraph in ABOUT:
        yield from (".PP", _roff(paragraph))
    yield ".SH OPTIONS"
    for usage, meaning in option_table():
        yield from (".TP", rf"\fB{_roff(usage)}\fR", _roff(meaning))
    yield ".SH OPTIONS OF DRILL"
    for usage, meaning in _table(drill_parser()):
        yield from (".TP", rf"\fB{_roff(usage)}\fR", _roff(meaning))
    yield ".PP"
    yield _roff("The kinds: " + ", ".join(KINDS) + ".")
    yield ".SH EXIT STATUS"
    for status, meaning in STATUSES:
        yield from (".TP", f"\\fB{status}\\fR", _roff(meaning))
    yield ".SH ENVIRONMENT"
    for name, meaning in ENVIRONMENT:
        yield from (".TP", f"\\fB{name}\\fR", _roff(meaning))
    yield ".SH EXAMPLES"
    yield from _examples(EXAMPLES)
    yield from (".SH SEE ALSO", ".BR cdecl (1),", ".BR cpp (1)")


def _examples(examples: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each example with what it does."""
    for command, meaning in examples:
        yield from (".TP", rf"\fB{_roff(command)}\fR", _roff(meaning))


def _usage(action: argparse.Action) -> str:
    """Return an option as it is written on the command line."""
    value = action.metavar or ("|".join(action.choices) if action.choices else "")
    if isinstance(action, argparse._AppendAction):
        value = value or action.dest.upper()
    return f"{', '.join(action.option_strings)} {value}".rstrip()


def _help(action: argparse.Action) -> str:
    """Return what an option does."""
    text = "show the program's version" if action.dest == "version" else action.help or ""
    return text[0].upper() + text[1:] + "."


def _roff(text: str) -> str:
    """Return text in which nothing is taken for a request or an escape."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
