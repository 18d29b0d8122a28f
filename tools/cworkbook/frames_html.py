"""A program's output as steps: each is shown, and a reader with scripts goes from one to the next.

The program marks where a step begins by printing a line that starts with `== `.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from cworkbook.options import OptionError
from cworkbook.records import Run
from cworkbook.said_html import has_run, listed

MARKER = "== "
FEWEST = 2
BUTTONS = {
    "Previous": 'aria-disabled="true"',
    "Next": 'aria-disabled="false"',
    "All": 'aria-pressed="false"',
}
"""The buttons by their names, with the state in which they begin."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One step of an output: its title, its lines, and which of them (from 0) are new in it."""

    title: str
    lines: tuple[str, ...]
    changed: frozenset[int]


def frames(output: str) -> tuple[Frame, ...]:
    """Return the steps of a program's output; OptionError where it has none."""
    parts: list[tuple[str, list[str]]] = []
    for line in output.splitlines():
        if line.startswith(MARKER):
            parts.append((line.removeprefix(MARKER).strip(), []))
        elif parts:
            parts[-1][1].append(line)
        elif line:
            raise OptionError(f"option show: steps begin with '{MARKER}'; '{line}' stands before")
    if len(parts) < FEWEST:
        raise OptionError(
            f"option show: the output has no steps; each begins with a line '{MARKER}title'"
        )
    before: list[list[str]] = [parts[0][1], *(lines for _, lines in parts)]
    return tuple(
        Frame(title, tuple(lines), _changed(old, lines))
        for old, (title, lines) in zip(before, parts, strict=False)
    )


def _changed(old: Sequence[str], new: Sequence[str]) -> frozenset[int]:
    """Return which lines of `new` are not those of the step before; none where all are others."""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    changed = frozenset(
        index
        for kind, _, _, start, end in matcher.get_opcodes()
        if kind in ("replace", "insert")
        for index in range(start, end)
    )
    return changed if len(changed) < len(new) else frozenset()


def frames_html(runs: Sequence[Run]) -> str:
    """Return the steps that all runs printed; OptionError where they differ."""
    ran = [run for run in runs if has_run(run)]
    outputs = {run.stdout for run in ran}
    if len(outputs) != 1:
        raise OptionError("option show: steps are shown of one output, and these runs differ")
    told = frames(outputs.pop())
    who = escape(listed(run.compiler for run in ran))
    body = "".join(_frame(number, frame) for number, frame in enumerate(told, start=1))
    buttons = bar([frame.title for frame in told])
    return (
        '<div class="cw-said cw-said--output cw-frames" role="group" aria-label="Steps">'
        f'<p class="cw-said__who"><b>{who}</b> built it: it prints these {len(told)} steps</p>'
        f'{buttons}<ol class="cw-frames__list">{body}</ol></div>'
    )


def bar(titles: Sequence[str]) -> str:
    """Return the buttons of steps with titles; the style sheet shows them where scripts will come.

    They stand in the page from the beginning, so that nothing moves when the script has loaded.
    """
    buttons = "".join(
        f'<button type="button" class="cw-button" {state}>{name}</button>'
        for name, state in BUTTONS.items()
    )
    title = f'<span class="cwx-offscreen">: {escape(titles[0])}</span>'
    status = f"1 of {len(titles)}{title}"
    return (
        f'<div class="cw-steps cw-frames__bar">{buttons}'
        f'<p class="cw-steps__status" aria-live="polite">{status}</p></div>'
    )


def _frame(number: int, frame: Frame) -> str:
    lines = "\n".join(
        f"<mark>{escape(line)}</mark>" if index in frame.changed and line.strip() else escape(line)
        for index, line in enumerate(frame.lines)
    )
    title = escape(frame.title)
    now = " is-now" if number == 1 else ""
    return (
        f'<li class="cw-frame{now}" data-frame="{number}">'
        f'<p class="cw-frame__title"><span class="cw-frame__number">{number}</span> {title}</p>'
        f'<pre class="cw-said__text no-copy" tabindex="0" aria-label="Step {number}: {title}">'
        f"<code>{lines}</code></pre></li>"
    )
