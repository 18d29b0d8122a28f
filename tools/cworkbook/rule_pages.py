"""The pages of the rules, written from the rules themselves: python -m cworkbook.rule_pages."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cexplain import Diagnostic, explain
from cexplain.render.terminal import Look, diagnostics_text
from cexplain.rules.catalogue import GROUPS, Kind, example, source, weight
from cexplain.rules.rule import Rule
from cworkbook.rule_chapters import chapter_of

FOLDER = Path("docs/rules")
_LONGEST = 100  # columns; an example that is longer proves something and teaches nothing

_BOOST = 0.25
"""How much a page of a rule counts in the search: a chapter that has the words comes first."""

_ALSO = {
    "variable-size": ("VLA", "variable length array"),
    "implicit-int": ("implicit int", "missing type"),
    "no-prototype": ("K&R",),
    "old-style": ("K&R",),
    "array-of-incomplete": ("incomplete type",),
    "alignment-value": ("alignas",),
    "noreturn-without-function": ("noreturn",),
}
"""What else somebody may search for who needs a rule."""

_INTRODUCTION = """\
# Rules

Each message of `cexplain` and of the [explainer](../explainer/index.md) has a rule behind it, and
each rule has a page here. `cexplain rule NAME` prints the same page in a terminal. The tests read
every example: what is under *Wrong* is reported by that rule, what is under *Right* is accepted.
gcc and clang were asked with `-pedantic-errors`, standard by standard, whether they agree.
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule among its neighbours: its part, and the rules before and after it, if there are."""

    rule: Rule
    kind: Kind
    part: str
    rules: tuple[Rule, ...]
    before: Rule | None
    after: Rule | None


def placed() -> Iterator[Placed]:
    """Yield every rule in the order of the list."""
    ordered = [
        (part, kind, tuple(_by_name(rules)), rule)
        for part, kind, rules in GROUPS
        for rule in _by_name(rules)
    ]
    for place, (part, kind, rules, rule) in enumerate(ordered):
        before = ordered[place - 1][-1] if place else None
        after = ordered[place + 1][-1] if place + 1 < len(ordered) else None
        yield Placed(rule, kind, part, rules, before, after)


def pages() -> dict[str, str]:
    """Return each page's text by its name in the folder."""
    return {"index.md": index()} | {f"{one.rule.name}.md": page(one) for one in placed()}


def index() -> str:
    """Return the list of all rules."""
    pieces = [
        _head("What the messages of cexplain and of the explainer mean.", "messages", "errors")
        + _INTRODUCTION
    ]
    pieces.append("\n".join(f"- [{title}](#{_anchor(title)})" for title, _, _ in GROUPS) + "\n")
    for title, _, rules in GROUPS:
        lines = [f"- {_link(rule)} `{rule.name}`" for rule in _by_name(rules)]
        pieces.append("\n".join([f"## {title} {{ #{_anchor(title)} }}", "", *lines]) + "\n")
    return "\n".join(pieces)


def page(one: Placed) -> str:
    """Return a rule's page."""
    rule = one.rule
    clause = source(rule)
    about = f"`{rule.name}`. {weight(rule)}" + ("" if clause is None else f" Clause: {clause}.")
    description = f"{rule.title}: why, and what to write instead."
    lines = [
        f"{_head(description, rule.name, *_ALSO.get(rule.name, ()))}# {_text(rule.title)}",
        *("", about, "", "## Why", "", _text(rule.reason), "", "## Repair", "", _text(rule.repair)),
    ]
    note = one.kind == "note"
    wrong, right = ("Gets it", "Does not") if note else ("Wrong", "Right")
    lines += _examples(wrong, rule.wrong)
    lines += _try(rule)
    answers = _answers(rule, note=note)
    if answers:
        lines += ["", "What `cexplain` says to the first one:", "", "```text", *answers, "```"]
    lines += _examples(right, rule.right)
    return "\n".join([*lines, "", *_onwards(one)]) + "\n"


def _head(description: str, *also: str) -> str:
    """Return a page's front matter, in which JSON serves as YAML."""
    words = json.dumps(also, ensure_ascii=False)
    told = json.dumps(description, ensure_ascii=False)
    search = f"search:\n  words: {words}\n  boost: {_BOOST}\n"
    return f"---\ndescription: {told}\n{search}---\n\n"


def _by_name(rules: Iterable[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: rule.name)


def _anchor(title: str) -> str:
    """Return the anchor of a part in the list."""
    return "-".join(title.replace("++", "pp").replace(",", "").lower().split())


def _link(rule: Rule) -> str:
    return f"[{_text(rule.title)}]({rule.name}.md)"


def _try(rule: Rule) -> list[str]:
    """Return the link that opens the first wrong example in the explainer."""
    for text in rule.wrong[:1]:
        declaration, std = example(text)
        if declaration.strip() and len(declaration) <= _LONGEST:
            chosen = f' std="{std}"' if std else ""
            return ["", f'```c {{explain="link"{chosen}}}', declaration, "```"]
    return []


def _onwards(one: Placed) -> list[str]:
    """Return what leads on: the chapter, the neighbours, the part; the search leaves it out."""
    chapter = chapter_of(one.rule, one.part)
    steps = [f"Before: {_link(one.before)}"] if one.before else []
    steps += [f"Next: {_link(one.after)}"] if one.after else []
    return [
        '<nav class="cw-onwards" aria-label="From here" markdown="1" data-search-exclude="true">',
        "",
        f"- The chapter on this: [{chapter.words}](../{chapter.place})",
        *(f"- {step}" for step in steps),
        f"- All rules of this part: [{one.part}](index.md#{_anchor(one.part)})",
        "",
        "</nav>",
    ]


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
    return re.sub(r"[][*_]", r"\\\g<0>", text)


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
