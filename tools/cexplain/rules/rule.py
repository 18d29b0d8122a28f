"""The form in which every rule is documented."""

from cexplain.values import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it is about, why it is so, and what to do.

    `wrong` are texts that break it, `right` their legal neighbours; each may
    begin with the standard under which it is read, as in "c89: long long n;".
    For a note, they are texts that get it and texts that do not.
    """

    name: str
    title: str
    reason: str
    repair: str
    wrong: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
