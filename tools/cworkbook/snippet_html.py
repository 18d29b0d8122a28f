"""A snippet on a page: its code, what compilers and the program said, its assembly."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from cworkbook.asm_html import assembly_html, functions_of, tied
from cworkbook.code_html import code_html, span_of
from cworkbook.frames_html import frames_html
from cworkbook.numbering import numbered, numbered_lines
from cworkbook.options import OptionError
from cworkbook.records import Record, Run
from cworkbook.runnable import Elsewhere, Here, runnable
from cworkbook.runnable_html import elsewhere_html, with_program
from cworkbook.said_html import diagnostics_html, has_run, listed, outputs_html
from cworkbook.snippet import Lines, Snippet, SnippetFile

LANGUAGE_NAMES = {"c": "C", "c++": "C++", "cpp": "C++", "asm": "assembly"}


@dataclass(frozen=True, slots=True)
class Request:
    """What a page asks to see; empty means everything there is."""

    show: tuple[str, ...] = ()
    compilers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    title: str | None = None
    identity: str = "cw"


def snippet_html(
    snippet: Snippet, file: SnippetFile, lines: Lines, record: Record, request: Request
) -> str:
    """Return the figure of a snippet; OptionError for evidence that the record does not hold."""
    record, lines = numbered(snippet, record), numbered_lines(file, lines)
    runs = chosen(record, request)
    show = request.show or _default(runs)
    _require(show, runs, lines, request, snippet.name)
    ties = tied(lines, runs) if "asm" in show else {}
    label = escape(f"{snippet.name}, {LANGUAGE_NAMES.get(file.language, file.language)}")
    compared = _one_standard(runs)
    here = runnable(snippet, record) if "code" in show else None

    def code() -> str:
        return code_html(lines, file.language, ties, label, len(file.lines))

    parts: dict[str, Callable[[], str]] = {
        "code": lambda: with_program(code(), here, file.name) if isinstance(here, Here) else code(),
        "output": lambda: outputs_html(runs, snippet),
        "steps": lambda: frames_html(runs),
        "diagnostics": lambda: diagnostics_html(runs),
        "asm": lambda: assembly_html(compared, lines, request.functions, ties, request.identity),
    }
    body = "".join(render() for name, render in parts.items() if name in show)
    elsewhere = elsewhere_html(here) if isinstance(here, Elsewhere) else ""
    return (
        f'<figure class="cw-evidence" data-snippet="{escape(snippet.name)}">'
        f"{_caption(snippet, file, lines, runs, request)}{body}"
        f"{elsewhere}{_commands(runs, record)}</figure>"
    )


def chosen(record: Record, request: Request) -> tuple[Run, ...]:
    """Return the runs that the page asks for, in the page's order of compilers and levels."""
    _known("compilers", request.compilers, [run.compiler for run in record.runs], record.snippet)
    _known("levels", request.levels, [run.level for run in record.runs], record.snippet)
    _known("std", request.standards, [run.std for run in record.runs], record.snippet)
    runs = [
        run
        for run in record.runs
        if run.compiler in (request.compilers or (run.compiler,))
        and run.level in (request.levels or (run.level,))
        and run.std in (request.standards or (run.std,))
    ]
    if not runs:
        raise OptionError(f"no run of {record.snippet} fits these compilers, levels and std")
    if request.compilers:
        runs.sort(key=lambda run: request.compilers.index(run.compiler))
    return tuple(runs)


def _known(option: str, asked: Sequence[str], recorded: list[str], name: str) -> None:
    for word in asked:
        if word not in recorded:
            there = " ".join(dict.fromkeys(recorded))
            raise OptionError(f"option {option}: {name} has no run with '{word}'; it has: {there}")


def _default(runs: Iterable[Run]) -> tuple[str, ...]:
    """Return what a page shows that does not say: the code and all that was said."""
    runs = tuple(runs)
    said = ["code"]
    if any(has_run(run) and (run.stdout or run.stderr or run.exit or run.hangs) for run in runs):
        said.append("output")
    if any(run.diagnostics for run in runs):
        said.append("diagnostics")
    return tuple(said)


def _require(
    show: Sequence[str], runs: Sequence[Run], lines: Lines, request: Request, name: str
) -> None:
    """Raise OptionError where the page asks for what was never recorded."""
    if {"output", "steps"} & set(show) and not any(has_run(run) for run in runs):
        raise OptionError(f"option show: {name} is not run, so there is no output")
    if "asm" not in show:
        return
    if not any(functions_of(run, lines, request.functions) for run in runs):
        raise OptionError(
            f"option show: no assembly is recorded for these lines of {name}; "
            "write 'record: assembly' in its header and run make bless"
        )
    recorded = {function.function for run in runs for function in run.assembly}
    for function in request.functions:
        if function not in recorded:
            there = " ".join(sorted(recorded))
            raise OptionError(f"option functions: {name} has no '{function}'; it has: {there}")


def _one_standard(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs of the first standard: assembly is compared across levels, not standards."""
    return tuple(run for run in runs if run.std == runs[0].std)


def _caption(
    snippet: Snippet, file: SnippetFile, lines: Lines, runs: Sequence[Run], request: Request
) -> str:
    shown = snippet.name if not snippet.is_folder else f"{snippet.name}/{file.name}"
    if 0 < len(lines) < len(file.lines):
        shown = f"{span_of(lines)} of {shown}"
    title = ""
    if request.title:
        title = f'<span class="cw-evidence__title">{escape(request.title)}</span>'
    facts = (
        listed(run.compiler for run in runs),
        listed(run.std for run in runs),
        listed(run.level for run in runs),
    )
    how = " · ".join(escape(fact) for fact in facts if fact)
    return (
        f'<figcaption class="cw-evidence__caption">{title}'
        f'<span class="cw-evidence__file">{escape(shown)}</span>'
        f'<span class="cw-evidence__runs">{how}</span></figcaption>'
    )


def _commands(runs: Sequence[Run], record: Record) -> str:
    """Return the command lines and the tools' versions, folded away."""
    commands = "".join(
        f"<li><code>{escape(run.command)}</code></li>"
        for run in {run.command: run for run in runs}.values()
    )
    versions = dict.fromkeys(_named(name, version) for name, version in record.tools.items())
    tools = "".join(f"<li>{escape(version)}</li>" for version in versions)
    return (
        '<details class="cw-how"><summary>Commands and versions</summary>'
        f"<ul>{commands}</ul><ul>{tools}</ul></details>"
    )


def _named(name: str, version: str) -> str:
    """Return a tool's version with its name, which that of a Debian package leaves out."""
    return f"{name} {version}" if version[:1].isdigit() else version
