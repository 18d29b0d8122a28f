"""Completion scripts for bash, zsh and fish, made from the command's own parser.

What a word may be is decided in one table (`Completed`), each shell's script
is a way of writing it down (docs/decisions/0003-terminal-and-editor.md).
"""

import argparse
from collections.abc import Iterator
from typing import Literal

from cexplain.command.options import COMMANDS, SHELLS, parser
from cexplain.values import dataclass

Kind = Literal["nothing", "words", "files", "folders"]

HEADERS = "/usr/include"
"""Where `lookup` finds the headers that it offers."""

_FOLDERS, _FILES = frozenset({"-I"}), frozenset({"--file", "--svg"})

COMMAND_HELP = {
    "lookup": "find a name in a real header and read it",
    "declare": "write the C that a sentence means",
    "cast": "write a cast",
    "rule": "explain a rule by its name",
    "drill": "practise C, or print a sheet of questions",
    "completion": "print a script for a shell",
    "man": "print the manual page",
    "lsp": "serve editors",
}
"""What each command does, in the words that zsh and fish show beside it."""


@dataclass(frozen=True, slots=True)
class Completed:
    """An option: how it is written, what it does, and what its value may be."""

    spellings: tuple[str, ...]
    meaning: str
    value: Kind | None
    words: tuple[str, ...] = ()


def options() -> tuple[Completed, ...]:
    """Return the options as the parser knows them."""
    return tuple(_completed(action) for action in parser()._actions if action.option_strings)


def _completed(action: argparse.Action) -> Completed:
    spellings = tuple(action.option_strings)
    meaning = (action.help or "").partition(":")[0].partition(";")[0]
    meaning = "show the program's version" if "--version" in spellings else meaning
    if action.nargs == 0:
        return Completed(spellings, meaning, None)
    if action.choices:
        return Completed(spellings, meaning, "words", tuple(map(str, action.choices)))
    named: Kind = "nothing"
    if _FOLDERS & {*spellings}:
        named = "folders"
    elif _FILES & {*spellings}:
        named = "files"
    return Completed(spellings, meaning, named)


def script(shell: str) -> str:
    """Return the completion script for a shell of SHELLS; raises KeyError for another."""
    return "".join(f"{line}\n" for line in _WRITERS[shell]())


# -- bash ----------------------------------------------------------------------


def _bash() -> Iterator[str]:
    """Yield the lines for bash, which knows words only."""
    yield '# bash completion for cexplain:  eval "$(cexplain completion bash)"'
    yield "_cexplain() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i"
    yield "    # readline takes --std=c99 for three words"
    yield "    if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then"
    yield "        before=${COMP_WORDS[COMP_CWORD-2]}; fi"
    yield "    for ((i = 1; i < COMP_CWORD; i++)); do"
    yield "        case ${COMP_WORDS[i]} in"
    yield f"            {'|'.join(COMMANDS)}) command=${{COMP_WORDS[i]}}; break ;;"
    yield "        esac"
    yield "    done"
    yield "    case $before in"
    for option in options():
        if option.value is not None:
            yield f"        {'|'.join(option.spellings)}) {_bash_value(option)}; return ;;"
    yield "    esac"
    every = " ".join(spelling for option in options() for spelling in option.spellings)
    yield "    if [[ $word == -* ]]; then"
    yield f"        COMPREPLY=($(compgen -W '{every}' -- \"$word\")); return"
    yield "    fi"
    yield "    case $command,$before in"
    yield f"        completion,*) COMPREPLY=($(compgen -W '{' '.join(SHELLS)}' -- \"$word\")) ;;"
    yield "        lookup,lookup)"
    yield f"            mapfile -t COMPREPLY < <(cd {HEADERS} && compgen -f -X '!*.h' -- \"$word\""
    yield f'                cd {HEADERS} && compgen -d -S / -- "$word")'
    yield "            [[ ${COMPREPLY[0]} == */ ]] && compopt -o nospace ;;"
    yield f"        ,*) COMPREPLY=($(compgen -W '{' '.join(COMMANDS)}' -- \"$word\")) ;;"
    yield "    esac"
    yield "}"
    yield "complete -F _cexplain cexplain"


def _bash_value(option: Completed) -> str:
    """Return the command that offers an option's values."""
    match option.value:
        case "words":
            return f"COMPREPLY=($(compgen -W '{' '.join(option.words)}' -- \"$word\"))"
        case "folders":
            return 'compopt -o nospace; mapfile -t COMPREPLY < <(compgen -d -S / -- "$word")'
        case "files":
            return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word")'
        case _:
            return ":"


# -- zsh -----------------------------------------------------------------------

_ZSH_VALUES = {"nothing": ": ", "files": ":_files", "folders": ":_files -/"}


def _zsh() -> Iterator[str]:
    """Yield the lines for zsh: the function _cexplain, as a file of $fpath or for eval."""
    yield "#compdef cexplain"
    yield "# zsh completion for cexplain: save it as _cexplain in a folder of $fpath, or"
    yield '# after compinit:  eval "$(cexplain completion zsh)"'
    yield "_cexplain() {"
    yield "    local context state state_descr line curcontext=$curcontext"
    yield "    typeset -A opt_args"
    yield "    _arguments -s -C \\"
    for option in options():
        for spelling in option.spellings:
            yield f"        {_zsh_option(option, spelling)} \\"
    yield "        '1: :->first' '*:: :->rest'"
    yield "    case $state in"
    yield "        first)"
    yield "            local -a commands=("
    for command in COMMANDS:
        yield f"                {_quoted(f'{command}:{COMMAND_HELP[command]}')}"
    yield "            )"
    yield "            _describe command commands ;;"
    yield "        rest)"
    yield "            case $words[1],$CURRENT in"
    yield f"                lookup,2) _files -W {HEADERS} -g '*.h(-.)' ;;"
    yield f"                completion,2) compadd {' '.join(SHELLS)} ;;"
    yield "                *) _message declaration ;;"
    yield "            esac ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _cexplain "$@"'
    yield "else compdef _cexplain cexplain; fi"


def _zsh_option(option: Completed, spelling: str) -> str:
    """Return one spelling of an option as _arguments takes it."""
    meaning = option.meaning.replace("[", "(").replace("]", ")")
    repeated = "*" if option.value in {"files", "folders", "nothing"} else ""
    if option.value is None:
        return _quoted(f"{spelling}[{meaning}]")
    joined = "=" if spelling.startswith("--") else "+"
    offered = f":({' '.join(option.words)})" if option.words else _ZSH_VALUES[option.value]
    return _quoted(f"{repeated}{spelling}{joined}[{meaning}]:{spelling.lstrip('-')}{offered}")


def _quoted(text: str) -> str:
    """Return a word as both zsh and fish read it; neither table holds a single quote alone."""
    return "'" + text.replace("'", "'\\''") + "'"


# -- fish ----------------------------------------------------------------------


def _fish() -> Iterator[str]:
    """Yield the lines for fish: one `complete` for each thing that may stand there."""
    yield "# fish completion for cexplain:  cexplain completion fish | source"
    yield "complete -c cexplain -f"
    for option in options():
        words = ["complete -c cexplain"]
        words += [
            f"{'-l' if spelling.startswith('--') else '-s'} {spelling.lstrip('-')}"
            for spelling in option.spellings
        ]
        words.append(f"-d {_quoted(option.meaning)}")
        match option.value:
            case "words":
                words.append(f"-x -a '{' '.join(option.words)}'")
            case "files":
                words.append("-r -F")
            case "folders":
                words.append("-x -a '(__fish_complete_directories)'")
            case "nothing":
                words.append("-x")
            case None:
                pass
        yield " ".join(words)
    first = f"not __fish_seen_subcommand_from {' '.join(COMMANDS)}"
    for command in COMMANDS:
        meaning = _quoted(COMMAND_HELP[command])
        yield f"complete -c cexplain -n '{first}' -a {command} -d {meaning}"
    seen = "__fish_seen_subcommand_from"
    yield f"complete -c cexplain -n '{seen} completion' -a '{' '.join(SHELLS)}'"
    # The third word of the line is the header.
    third = "test (count (commandline -opc)) -eq 2"
    headers = f"(cd {HEADERS}; and __fish_complete_suffix .h)"
    yield f"complete -c cexplain -n '{seen} lookup; and {third}' -a '{headers}'"


_WRITERS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
