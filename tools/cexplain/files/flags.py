"""Those of a compiler's options that change what the preprocessor does."""

from collections.abc import Iterator, Sequence

from cexplain import arguments
from cexplain.values import dataclass

_WITH_PATH = ("-isystem", "-iquote", "-idirafter", "-include", "-imacros", "-I")
_WITH_MACRO = ("-D", "-U")
_ALONE = frozenset({"-m32", "-m64", "-mx32", "-pthread", "-ansi", "-undef", "-nostdinc"})
_STANDARDS = {
    "90": "89", "9x": "99", "1x": "11", "18": "17", "2x": "23", "2y": "23",
    "iso9899:1990": "89", "iso9899:1999": "99", "iso9899:2011": "11", "iso9899:2017": "17",
    "iso9899:2018": "17",
}  # fmt: skip
_YEARS = frozenset({"89", "99", "11", "17", "23"})


@dataclass(frozen=True, slots=True)
class Flags:
    """The preprocessor's options; `std` as cexplain calls it, None if not said."""

    options: tuple[str, ...] = ()
    std: str | None = None


def preprocessing(words: Sequence[str], folder: str) -> Flags:
    """Return those of a compiler's options that the preprocessor needs, paths made absolute.

    Relative paths count from `folder`; all other words are passed over. Raises
    UnfitError for a value that is none.
    """
    options: list[str] = []
    std: str | None = None
    left = iter(words)
    for word in left:
        if word.startswith(("-std=", "--std=")):
            std = _standard(word.split("=", 1)[1])
        elif word in _ALONE:
            options.append(word)
            std = "c89" if word == "-ansi" else std
        elif (name := _named(word, _WITH_PATH)) is not None:
            options += [name, arguments.path(word[len(name) :] or _next(left, name), folder)]
        elif (name := _named(word, _WITH_MACRO)) is not None:
            options.append(name + arguments.macro(word[len(name) :] or _next(left, name)))
    return Flags(tuple(options), std)


def _next(left: Iterator[str], name: str) -> str:
    """Return the value of an option that stands in the next word; raises UnfitError."""
    value = next(left, None)
    if value is None:
        raise arguments.UnfitError(f"{name} has no value")
    return value


def _named(word: str, options: Sequence[str]) -> str | None:
    """Return the option that a word is or begins with."""
    return next((name for name in options if word.startswith(name)), None)


def _standard(given: str) -> str | None:
    """Return a compiler's name for a standard as ours; None for C++'s."""
    prefix = "gnu" if given.startswith("gnu") else "c"
    year = given if given.startswith("iso") else given.removeprefix(prefix)
    year = _STANDARDS.get(year, year)
    return f"{prefix}{year}" if year in _YEARS else None
