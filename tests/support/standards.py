"""The editions of C that declarations are generated for, and what each of them knows."""

from dataclasses import dataclass

_C99 = frozenset({"inline", "restrict", "line-comment", "digraph", "old-style", "implicit-proto"})
_C11 = _C99 | {"c11"}
_C23 = (_C11 | {"c23", "typeof"}) - {"old-style", "implicit-proto"}
_GNU = frozenset({"typeof", "asm", "gnu"})


@dataclass(frozen=True, slots=True)
class Standard:
    """An edition: its name for cexplain, the compilers' flag, and the spellings it knows."""

    name: str
    flag: str
    features: frozenset[str]

    def has(self, feature: str) -> bool:
        """Return whether the edition knows `feature`."""
        return feature in self.features


STANDARDS: dict[str, Standard] = {
    standard.name: standard
    for standard in (
        Standard("c89", "-std=c89", frozenset({"old-style", "implicit-proto"})),
        Standard("gnu89", "-std=gnu89", (_C99 | _GNU) - {"restrict"}),
        Standard("c99", "-std=c99", _C99),
        Standard("gnu99", "-std=gnu99", _C99 | _GNU),
        Standard("c11", "-std=c11", _C11),
        Standard("gnu11", "-std=gnu11", _C11 | _GNU),
        Standard("c17", "-std=c17", _C11),
        Standard("gnu17", "-std=gnu17", _C11 | _GNU),
        # gcc 12 and clang 14 call it c2x and keep empty parentheses unprototyped or not,
        # as their draft of the day had it: generated C23 has no empty parentheses.
        Standard("c23", "-std=c2x", _C23),
        Standard("gnu23", "-std=gnu2x", _C23 | _GNU),
    )
}
