"""Assembly side by side: a tab for each compiler, a column for each level, tied to the source.

Without scripts the tabs are radio buttons, and each instruction carries the
number and the band of the line of C that it comes from.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby

from cworkbook.code_html import highlighted
from cworkbook.records import AssemblyFunction, AssemblyLine, Run
from cworkbook.snippet import Lines

BANDS = 6
"""How many bands of colour the style sheet has; they repeat from the first."""


def tied(lines: Lines, runs: Iterable[Run]) -> dict[int, int]:
    """Return the band (from 1) of each shown line that some run has instructions for."""
    sources = {line.source for run in runs for function in run.assembly for line in function.lines}
    numbers = [line.number for line in lines if line.number in sources]
    return {number: index % BANDS + 1 for index, number in enumerate(numbers)}


def functions_of(run: Run, lines: Lines, names: Sequence[str]) -> tuple[AssemblyFunction, ...]:
    """Return the functions to show: the named ones, else those that the shown lines are in."""
    if names:
        return tuple(f for f in run.assembly if f.function in names)
    shown = {line.number for line in lines}
    return tuple(
        function
        for function in run.assembly
        if any(line.source in shown for line in function.lines)
    )


def assembly_html(
    runs: Sequence[Run],
    lines: Lines,
    names: Sequence[str],
    ties: Mapping[int, int],
    identity: str,
) -> str:
    """Return the tabs and columns; `identity` makes the page's ids unique."""
    groups = [
        (compiler, tuple(group)) for compiler, group in groupby(runs, key=lambda r: r.compiler)
    ]
    panels = "".join(
        '<div class="cw-tabs__panel">'
        + "".join(_column(run, functions_of(run, lines, names), ties) for run in group)
        + "</div>"
        for _, group in groups
    )
    if len(groups) == 1:
        return f'<div class="cw-asm cw-asm--single">{panels}</div>'
    tabs = "".join(
        f'<input type="radio" name="{identity}" id="{identity}-{number}"'
        f"{' checked' if number == 1 else ''}>"
        f'<label for="{identity}-{number}">{escape(compiler)}</label>'
        for number, (compiler, _) in enumerate(groups, 1)
    )
    return (
        '<fieldset class="cw-asm cw-tabs"><legend>Assembly by</legend>'
        f'{tabs}<div class="cw-tabs__panels">{panels}</div></fieldset>'
    )


def _column(run: Run, functions: Sequence[AssemblyFunction], ties: Mapping[int, int]) -> str:
    """Return one compiler's assembly at one level."""
    name = escape(f"{run.compiler} {run.level}")
    count = sum(is_instruction(line) for function in functions for line in function.lines)
    body = "".join(_function(function, ties) for function in functions)
    if not body:
        body = '<p class="cw-none">No code of its own: inlined or removed.</p>'
    return (
        f'<section class="cw-asm__run" data-run="{name}"><p class="cw-asm__name">{name} '
        f'<span class="cw-asm__count">{count} instruction{"" if count == 1 else "s"}</span></p>'
        f'<div class="cw-asm__scroll" tabindex="0" role="group" aria-label="Assembly of {name}">'
        f"{body}</div></section>"
    )


def _function(function: AssemblyFunction, ties: Mapping[int, int]) -> str:
    shown = highlighted("\n".join(line.text for line in function.lines), "gas")
    rows = "".join(_row(line, html, ties) for line, html in zip(function.lines, shown, strict=True))
    return (
        f'<div class="highlight"><pre class="cw-asm__code no-copy"><code>'
        f'<span class="cw-ins cw-ins--name">{escape(function.function)}:</span>\n'
        f"{rows}</code></pre></div>"
    )


def _row(line: AssemblyLine, html: str, ties: Mapping[int, int]) -> str:
    band = ties.get(line.source) if line.source is not None else None
    kind = "" if is_instruction(line) else " cw-ins--label"
    tie = f" cw-tie-{band}" if band else ""
    source = f' data-line="{line.source}"' if line.source is not None else ""
    return f'<span class="cw-ins{kind}{tie}"{source}>{html}</span>\n'


def is_instruction(line: AssemblyLine) -> bool:
    """Return whether a line makes the processor do something: no label, no directive."""
    text = line.text.strip()
    return bool(text) and not text.endswith(":") and not text.startswith(".")
