"""Every rule by its name, and how it is shown: `cexplain rule NAME` and the pages."""

from collections.abc import Sequence
from functools import cache
from textwrap import fill
from typing import Literal

from cexplain.clauses import CLAUSES, EXTENSIONS, WARNINGS
from cexplain.cxx_clauses import CXX_ONLY
from cexplain.rules import bodies, cxx, declared, notes, syntax, types
from cexplain.rules.rule import Rule
from cexplain.suggest import nearest

Kind = Literal["constraint", "reading", "note"]

GROUPS: tuple[tuple[str, Kind, tuple[Rule, ...]], ...] = (
    ("Types", "constraint", types.RULES),
    ("Specifiers and initializers", "constraint", declared.RULES),
    ("Members, constants, parameters", "constraint", bodies.RULES),
    ("C++", "constraint", cxx.RULES),
    ("Reading", "reading", (*syntax.RULES, *cxx.READING)),
    ("Notes", "note", notes.RULES),
    ("Notes on C++", "note", cxx.NOTES),
)
"""The rules in the order of the pages: a group's name, what it holds, its rules."""

_LAST_YEAR = "ISO/IEC 9899:2024"
_CXX = "ISO/IEC 14882:2020"


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by name."""
    return {rule.name: rule for _, _, group in GROUPS for rule in group}


def weight(rule: Rule) -> str:
    """Return how a broken rule is reported, as a sentence."""
    if rule in notes.RULES or rule in cxx.NOTES:
        return "A note: the declaration is legal."
    if rule.name in WARNINGS:
        return "A warning: the declaration is legal."
    if rule.name == "implicit-int":
        return "A warning: older code is still read."
    if rule.name in EXTENSIONS:
        return (
            "An error with --std c89 to c23; a warning without --std; "
            "allowed with --std gnu89 to gnu23 and after __extension__."
        )
    return "An error."


def source(rule: Rule) -> str | None:
    """Return the place in the standard that a rule rests on, None for this reader's own."""
    if rule.name in CXX_ONLY:
        return f"{_CXX}, {CXX_ONLY[rule.name]}"
    clause = CLAUSES.get(rule.name)
    return None if clause is None else f"{_LAST_YEAR}, {clause}"


def example(text: str) -> tuple[str, str | None]:
    """Return an example's declaration and the standard under which it is read, if one is named."""
    std, colon, rest = text.partition(": ")
    if colon and std.startswith(("c", "gnu")) and std[-2:].isdigit():
        return rest, std
    return text, None


def answer(names: Sequence[str]) -> tuple[str, str]:
    """Return the rules of these names as text, all names without one, and what is unknown."""
    if not names:
        lines = [
            f"  {rule.name:26} {rule.title}\n" if rule is not None else f"\n{title}\n"
            for title, _, group in GROUPS
            for rule in (None, *sorted(group, key=lambda one: one.name))
        ]
        return "".join(lines).lstrip("\n"), ""
    known = [rules()[name] for name in names if name in rules()]
    unknown = [name for name in names if name not in rules()]
    return "\n".join(map(shown, known)), "".join(map(_unknown, unknown))


def _unknown(name: str) -> str:
    """Return what is said of a name that is no rule's."""
    close = nearest(name, rules())
    hint = f"did you mean {close!r}?" if close else "cexplain rule lists all names"
    return f"cexplain: error: there is no rule {name!r}; {hint}\n"


def shown(rule: Rule) -> str:
    """Return a rule as text for a terminal, with the headings of its page."""
    pieces = [f"{rule.name}: {rule.title}", "", fill(weight(rule), 80)]
    clause = source(rule)
    if clause:
        pieces.append(f"Clause: {clause}")
    pieces += ["", "Why", _wrapped(rule.reason), "", "Repair", _wrapped(rule.repair)]
    note = rule in notes.RULES or rule in cxx.NOTES
    headings = ("Gets it", "Does not") if note else ("Wrong", "Right")
    for heading, texts in zip(headings, (rule.wrong, rule.right), strict=True):
        lines = [line for line in map(_line, texts) if line]
        if lines:
            pieces += ["", heading, *(f"  {line}" for line in lines)]
    return "\n".join(pieces) + "\n"


def _wrapped(text: str) -> str:
    return fill(text, 80, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _line(text: str) -> str:
    """Return an example as a line: what is too long to look at, or empty, is left out."""
    declaration, std = example(text)
    if not declaration.strip() or len(declaration) > 100:
        return ""
    return declaration if std is None else f"{declaration}    (--std {std})"
