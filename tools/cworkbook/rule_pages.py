"""The pages of the rules, written from the rules themselves: python -m cworkbook.rule_pages."""

import sys
from collections.abc import Iterable
from pathlib import Path

from cexplain import Diagnostic, explain
from cexplain.render.terminal import Look, diagnostics_text
from cexplain.rules.catalogue import GROUPS, Kind, example, source, weight
from cexplain.rules.rule import Rule

FOLDER = Path("docs/rules")
_LONGEST = 100  # columns; an example that is longer proves something and teaches nothing

_INTRODUCTION = """\
# Rules

What `cexplain` reports has a name, and each name has a page here. `cexplain rule NAME` prints the
same in a terminal. Every example is read by the tests: what stands under *Wrong* is reported by
that name, and what stands under *Right* is accepted. Whether a declaration is accepted at all was
asked of gcc and clang with `-pedantic-errors`, standard by standard.
"""


def pages() -> dict[str, str]:
    """Return each page's text by its name in the folder."""
    found = {"index.md": index()}
    for _, kind, rules in GROUPS:
        found.update({f"{rule.name}.md": page(rule, kind) for rule in rules})
    return found


def index() -> str:
    """Return the list of all rules."""
    pieces = [_INTRODUCTION]
    for title, _, rules in GROUPS:
        ordered = sorted(rules, key=lambda rule: rule.name)
        lines = [f"- [`{rule.name}`]({rule.name}.md): {_text(rule.title)}" for rule in ordered]
        pieces.append("\n".join([f"## {title}", "", *lines]) + "\n")
    return "\n".join(pieces)


def page(rule: Rule, kind: Kind) -> str:
    """Return a rule's page."""
    lines = [f"# {rule.name}", "", f"**{rule.title}.** {weight(rule)}"]
    clause = source(rule)
    if clause is not None:
        lines += ["", f"Clause: {clause}."]
    lines += ["", "## Why", "", _text(rule.reason), "", "## Repair", "", _text(rule.repair)]
    note = kind == "note"
    wrong, right = ("Gets it", "Does not") if note else ("Wrong", "Right")
    lines += _examples(wrong, rule.wrong)
    answers = _answers(rule, note=note)
    if answers:
        lines += ["", "What `cexplain` says to the first one:", "", "```text", *answers, "```"]
    lines += _examples(right, rule.right)
    return "\n".join(lines) + "\n"


def _examples(heading: str, texts: Iterable[str]) -> list[str]:
    lines = []
    for text in texts:
        declaration, std = example(text)
        if declaration.strip() and len(declaration) <= _LONGEST:
            behind = "" if std is None else f"  /* --std {std} */"
            lines.append(f"{declaration}{behind}")
    return ["", f"## {heading}", "", "```c", *lines, "```"] if lines else []


def _answers(rule: Rule, *, note: bool) -> list[str]:
    """Return what is said to the first example, as the command prints it."""
    for text in rule.wrong[:1]:
        declaration, std = example(text)
        if not declaration.strip() or len(declaration) > _LONGEST:
            return []
        explanation = explain(declaration, std=std)
        if note:
            found = [one for reading in explanation.readings for one in reading.notes]
            return [f"note: {one.message}" for one in found if one.rule == rule.name]
        return diagnostics_text(explanation, _place, Look(False)).splitlines()
    return []


def _place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    return "<input>", diagnostic.line, diagnostic.column


def _text(text: str) -> str:
    """Return prose as Markdown: words of C that hold its signs are set apart."""
    return text.replace("*", "\\*").replace("[", "\\[").replace("_", "\\_")


def main() -> int:
    """Write the pages into the folder; pages of rules that are gone are taken away."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
