"""Small pieces of C that checks are made of."""

from collections.abc import Iterable, Sequence


def renames(names: Iterable[str], number: int, side: str) -> list[tuple[str, str]]:
    """Return macros that give each name its own for this piece and side."""
    return [(name, f"{name}_{number}_{side}") for name in names]


def defined(renames: Sequence[tuple[str, str]], text: str) -> str:
    """Return the text between the macros' definitions and their ends."""
    before = "".join(f"#define {name} {new}\n" for name, new in renames)
    after = "".join(f"#undef {name}\n" for name, _ in renames)
    return f"{before}{text}{after}"


def same(first: str, second: str, what: str) -> str:
    """Return the assertion that two types are compatible: of pointers, where qualifiers count."""
    return f'_Static_assert(__builtin_types_compatible_p({first}, {second}), "{what}");\n'
