"""What compilers and programs said of a snippet, each saying once for all runs that agree."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from html import escape

from cworkbook.records import CompilerDiagnostic, Run
from cworkbook.snippet import Snippet

SIGNALLED = 128
"""A shell's exit status for a program that signal n ended is 128 + n."""

NUMBERED_FROM = 40
"""An output of so many lines has them numbered: the text beside it speaks of single ones."""


def has_run(run: Run) -> bool:
    """Return whether a program was run, and not only compiled."""
    return run.exit is not None or run.hangs


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them, each once."""
    each = list(dict.fromkeys(word for word in words if word))
    return " and ".join(each) if len(each) < 3 else ", ".join(each[:-1]) + " and " + each[-1]


def _grouped(runs: Iterable[Run], key: Callable[[Run], Hashable]) -> list[list[Run]]:
    """Return the runs that said the same together, in order of their first."""
    groups: dict[Hashable, list[Run]] = {}
    for run in runs:
        groups.setdefault(key(run), []).append(run)
    return list(groups.values())


def _who(group: Sequence[Run], runs: Sequence[Run]) -> str:
    """Return which runs these are, naming no more than what tells them from the others."""
    if len(group) == len(runs):
        return listed(run.compiler for run in runs)
    names: list[str] = []
    for members in _grouped(group, lambda run: run.compiler):
        every = [run for run in runs if run.compiler == members[0].compiler]
        words = [members[0].compiler]
        if len(members) < len(every):
            for field in ("std", "level"):
                mine = {getattr(run, field) for run in members}
                if mine != {getattr(run, field) for run in every}:
                    words.append(listed(getattr(run, field) for run in members))
        names.append(" ".join(words))
    return listed(names)


def _said(kind: str, who: str, verb: str, body: str) -> str:
    return (
        f'<div class="cw-said cw-said--{kind}"><p class="cw-said__who">'
        f"<b>{escape(who)}</b> {verb}</p>{body}</div>"
    )


def outputs_html(runs: Sequence[Run], snippet: Snippet) -> str:
    """Return what the program printed and how it ended, once for all runs that agree."""
    ran = [run for run in runs if has_run(run)]
    varies = snippet.one("varies")
    note = ""
    if varies is not None:
        note = '<p class="cw-said__note">One run of many: this differs from run to run.</p>'
    groups = _grouped(ran, lambda run: (run.stdout, run.stderr, run.exit, run.hangs))
    return "".join(
        _said("output", _who(group, ran), _ending(group[0]), _printed(group[0]) + note)
        for group in groups
    )


def _ending(run: Run) -> str:
    """Return how the program ended, after the names of who built it."""
    if run.hangs:
        return "built it: it does not end"
    if run.exit and run.exit > SIGNALLED:
        return f"built it: signal {run.exit - SIGNALLED} ends it"
    if run.exit:
        return f"built it: exit status {run.exit}"
    return "built it: it prints" if run.stdout else "built it: it prints nothing"


def _printed(run: Run) -> str:
    streams = (("Standard output", run.stdout), ("Standard error", run.stderr))
    return "".join(
        f'<pre class="cw-said__text no-copy" tabindex="0" aria-label="{label}">'
        f"<code>{_rows(text)}</code></pre>"
        for label, text in streams
        if text
    )


def _rows(text: str) -> str:
    """Return the text; a long one in rows, which the style sheet numbers outside of the text."""
    lines = text.splitlines(keepends=True)
    if len(lines) < NUMBERED_FROM:
        return escape(text)
    return "".join(f'<span class="cw-row">{escape(line)}</span>' for line in lines)


def diagnostics_html(runs: Sequence[Run]) -> str:
    """Return what each compiler complained of, once for all runs that complain alike."""
    groups = _grouped(runs, lambda run: run.diagnostics)
    return "".join(
        _said("diagnostics", _who(group, runs), _says(group), _messages(group[0].diagnostics))
        if group[0].diagnostics
        else _said("silence", _who(group, runs), f"{_says(group)} nothing", "")
        for group in groups
    )


def _says(group: Sequence[Run]) -> str:
    """Return the verb for one compiler or for several."""
    return "says" if len({run.compiler for run in group}) == 1 else "say"


def _messages(diagnostics: Iterable[CompilerDiagnostic]) -> str:
    return f'<ul class="cw-messages">{"".join(_message(each) for each in diagnostics)}</ul>'


def _message(diagnostic: CompilerDiagnostic) -> str:
    place = f"{diagnostic.file}:{diagnostic.line}" if diagnostic.file else f"line {diagnostic.line}"
    where = f'<span class="cw-message__line">{escape(place)}</span> ' if diagnostic.line else ""
    option = f" <code>{escape(diagnostic.option)}</code>" if diagnostic.option else ""
    # A line of another file is tied to none of these.
    line = f' data-line="{diagnostic.line}"' if diagnostic.line and not diagnostic.file else ""
    return (
        f'<li class="cw-message cw-message--{diagnostic.severity}"{line}>'
        f'{where}<span class="cw-message__severity">{diagnostic.severity}:</span> '
        f"{escape(diagnostic.message)}{option}</li>"
    )
