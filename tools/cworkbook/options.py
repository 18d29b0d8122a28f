"""A fence's options: name to check, so that each unknown word is refused with advice."""

from collections.abc import Callable, Mapping

from cworkbook.directives import ANALYSERS, COMPILERS, LEVELS, STANDARDS, nearest

Check = Callable[[str], None]
"""Accepts an option's value or raises ValueError with advice."""


class OptionError(ValueError):
    """What is wrong with a fence's options."""


def one_of(*known: str) -> Check:
    """Return a check for exactly one of the known words."""

    def check(value: str) -> None:
        if value not in known:
            raise ValueError(f"'{value}' is not known here; {nearest(value, known)}")

    return check


def _some_of(*known: str) -> Check:
    """Return a check for one or several of the known words."""

    def check(value: str) -> None:
        if not value.split():
            raise ValueError(f"a value is missing; some of: {' '.join(known)}")
        for word in value.split():
            one_of(*known)(word)

    return check


def anything(_value: str) -> None:
    """Accept whatever stands there."""


def _text(value: str) -> None:
    """Accept anything but nothing."""
    if not value.strip():
        raise ValueError("a value is missing")


SHOWING = ("c", "cpp", "c++", "asm", "perl", "bash", "python", "make", "text")
"""The languages whose fences can show a snippet."""

SHOWN = ("code", "output", "steps", "diagnostics", "asm")
"""What `show=` of a snippet may name, in the order in which a page has it."""

PROOF_PARTS = ("numbers", "chapters", "tools")
"""What a proof shows of the book's programs unless `show=` names less."""

EXPLAIN: dict[str, Check] = {
    "explain": one_of("1", "error", "link"),
    "picture": one_of("none", "walk"),
    "std": one_of(*(s for s in STANDARDS if not s.endswith("26"))),
}
SNIPPET: dict[str, Check] = {
    "snippet": _text,
    "show": _some_of(*SHOWN),
    "compilers": _some_of(*COMPILERS, *ANALYSERS),
    "levels": _some_of(*LEVELS),
    "std": _some_of(*STANDARDS),
    "functions": _text,
    "title": _text,
    "moment": _text,
}
PROOF: dict[str, Check] = {
    "show": _some_of(*PROOF_PARTS, "questions", "exercises", "headers", "measured", "taught")
}

HIGHLIGHTING = ("hl_lines", "linenums", "title", "title_mode")
"""Options of an ordinary code block; those that begin with `data-` are taken as well."""


def check(options: Mapping[str, str], checks: Mapping[str, Check]) -> None:
    """Raise OptionError for the first option that is unknown or has a value it cannot have."""
    for name, value in options.items():
        if name not in checks:
            advice = nearest(name, tuple(checks)) if checks else "this fence has none"
            raise OptionError(f"unknown option '{name}'; {advice}")
        try:
            checks[name](value)
        except ValueError as error:
            raise OptionError(f"option {name}: {error}") from None


def belongs_to_highlighting(options: Mapping[str, str]) -> bool:
    """Return whether a plain code block would understand every one of these options."""
    return all(name in HIGHLIGHTING or name.startswith("data-") for name in options)
