"""C within English: "p is int *" and "(int x, char *y)", said in the words of the grammar."""

import re

from cexplain.engine import explain

_WORD = (
    r"(?:const|volatile|unsigned|signed|short|long|int|char|float|double|void|_Bool|bool"
    r"|(?:struct|union|enum)\s+\w+)"
)
_TYPE = rf"(?:{_WORD}(?:\s+{_WORD})*|[A-Za-z_]\w*)"
_POINTER = re.compile(
    rf"(?<![\w)*])(?P<type>{_TYPE}\s*(?:\*\s*(?:const\b|volatile\b|restrict\b)?\s*)+(?:\[\s*\w*\s*\]\s*)*)"
    r"(?P<name>(?!(?:and|returning|or|that|which|with|named|called)\b)[A-Za-z_]\w*)?"
)
_ARRAY = re.compile(rf"(?<![\w)*])(?P<type>{_WORD}(?:\s+{_WORD})*\s*(?:\[\s*\w*\s*\]\s*)+)")
_LIST = re.compile(
    r"\b(?P<before>function|taking|takes|expecting|accepting)\s*\((?P<list>[^()]*)\)"
)
_BY = re.compile(r"\[\s*(\d+)x(\d+)\s*\]")
"""Two sizes as people write them: int[3x4]."""
_CDECL = "cast into "


def said_in_english(text: str, std: str) -> str:
    """Return a sentence in which what is written in C is said in English."""
    text = _LIST.sub(lambda found: _listed(found, std), text)
    text = _POINTER.sub(lambda found: _type(found, std), text)
    return _ARRAY.sub(lambda found: _type(found, std), text)


def _english(c: str, std: str) -> str | None:
    """Return a type name of C in cdecl's English, None if it is none."""
    c = _BY.sub(r"[\1][\2]", c)
    found = explain(c, std=std if "++" not in std else None)
    if not found.ok or len(found.readings) != 1:
        return None
    said = found.readings[0].cdecl
    return said.removeprefix(_CDECL) if said.startswith(_CDECL) else None


def _type(found: re.Match[str], std: str) -> str:
    said = _english(found["type"].strip(), std)
    if said is None:
        return found[0]
    name = found.groupdict().get("name")
    return f"{said} named {name} " if name else f"{said} "


def _listed(found: re.Match[str], std: str) -> str:
    """Return a list of parameters in C as one in English; what is English already stays."""
    listed = found["list"].strip()
    if re.search(r"\b(?:as|an|to|of|pointer|array)\b|\ba\s+\w", listed):
        return found[0]
    said = _english(f"void ({listed})", std)
    inside = re.fullmatch(r"function \((.*)\) returning void", said or "")
    if inside is None:
        return found[0]
    before = "taking" if found["before"] in ("expecting", "accepting") else found["before"]
    return f"{before} ({inside[1]})"
