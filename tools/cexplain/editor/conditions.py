"""Which branch of an #if is read: the same condition always has the same answer in a file."""

import re

_FOREIGN = frozenset(
    (
        "_WIN32 WIN32 _WIN64 WIN64 __WIN32__ _MSC_VER __MINGW32__ __MINGW64__ __CYGWIN__ "
        "__BORLANDC__ __WATCOMC__ _WIN32_WCE USE_WINSOCK __APPLE__ __MACH__ TARGET_OS_IPHONE "
        "__FreeBSD__ __NetBSD__ __OpenBSD__ __DragonFly__ __sun __sun__ __SVR4 _AIX __hpux "
        "__HAIKU__ __BEOS__ __OS2__ __DOS__ MSDOS __MSDOS__ __VMS VMS __AMIGA__ __ANDROID__ "
        "__EMSCRIPTEN__ __cplusplus __MVS__ __QNX__ __riscos__"
    ).split()
)
"""Macros of other platforms, and of C++: none is defined here."""

_DEFINED = re.compile(r"defined *\(? *(\w+) *\)?")
_NUMBER = re.compile(r"(\d+)[uUlL]*")
_LONGEST = 1000


class Conditions:
    """What the conditions of one file are taken for, and what it has defined so far."""

    def __init__(self) -> None:
        self._defined: dict[str, str | None] = {}  # None: undefined again
        self._taken: dict[str, bool] = {}

    def define(self, text: str) -> None:
        """Take a #define's text: a name, and what it stands for."""
        name, _, body = text.strip().partition(" ")
        self._defined[name.partition("(")[0]] = body.strip()

    def undefine(self, text: str) -> None:
        """Take an #undef's text."""
        self._defined[text.strip()] = None

    def holds(self, directive: str, condition: str) -> bool:
        """Return whether the branch of a directive is read."""
        text = " ".join(condition.split())[:_LONGEST]
        if directive in ("ifdef", "elifdef"):
            return self._is_defined(text.split(" ")[0])
        if directive in ("ifndef", "elifndef"):
            name = text.split(" ")[0]
            if name in self._defined or name in _FOREIGN or f"defined {name}" in self._taken:
                return not self._is_defined(name)
            self._taken[f"defined {name}"] = False  # as an include guard is
            return True
        return self._value(text)

    def _is_defined(self, name: str) -> bool:
        if name in self._defined:
            return self._defined[name] is not None
        return False if name in _FOREIGN else self._taken.setdefault(f"defined {name}", True)

    def _value(self, text: str) -> bool:
        """Return what a condition is taken for: true where nothing is known of it."""
        text = _bare(text)
        for sign, every in (("||", False), ("&&", True)):
            parts = _split(text, sign)
            if len(parts) > 1:
                values = [self._value(part) for part in parts]
                return all(values) if every else any(values)
        if text.startswith("!") and not text.startswith("!="):
            inner = _bare(text[1:].strip())
            if "=" not in inner and "<" not in inner and ">" not in inner:
                known = inner in self._taken or inner in self._defined or _is_settled(inner)
                if known or _DEFINED.fullmatch(inner):
                    return not self._negated(inner)
                self._taken[inner] = False
                return True
        if found := _DEFINED.fullmatch(text):
            return self._is_defined(found[1])
        if found := _NUMBER.fullmatch(text):
            return int(found[1]) != 0
        if text in self._defined:
            body = self._defined[text] or ""
            number = _NUMBER.fullmatch(_bare(body))
            return number is not None and int(number[1]) != 0 if number or not body else True
        if text in _FOREIGN:
            return False
        return self._taken.setdefault(text, True)

    def _negated(self, inner: str) -> bool:
        """Return what is taken for what a '!' stands before: not defined, if nothing is known."""
        found = _DEFINED.fullmatch(inner)
        if found is None:
            return self._value(inner)
        name = found[1]
        if name in self._defined or name in _FOREIGN or f"defined {name}" in self._taken:
            return self._is_defined(name)
        return self._taken.setdefault(f"defined {name}", False)


def _is_settled(text: str) -> bool:
    return text in _FOREIGN or _NUMBER.fullmatch(text) is not None


def _bare(text: str) -> str:
    """Return a condition without the parentheses around all of it."""
    text = text.strip()
    while text[:1] == "(" and text[-1:] == ")" and _closes_last(text):
        text = text[1:-1].strip()
    return text


def _closes_last(text: str) -> bool:
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at == len(text) - 1
    return False


def _split(text: str, sign: str) -> list[str]:
    """Return the parts of a condition between signs outside of parentheses."""
    parts, depth, start = [], 0, 0
    for at, each in enumerate(text):
        depth += (each == "(") - (each == ")")
        if depth == 0 and text.startswith(sign, at) and at >= start:
            parts.append(text[start:at])
            start = at + len(sign)
    return [*parts, text[start:]]
