"""A compiler's assembly output as a compact list per function, tied to the lines of C."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cworkbook.records import AssemblyFunction, AssemblyLine

_FUNCTION = re.compile(r"\s*\.type\s+(?P<name>[^\s,]+)\s*,\s*[@%]function")
_LABEL = re.compile(r"(?P<name>[^\s:#@]+):\s*(?:[#@].*)?")
_LOCATION = re.compile(r"\s*\.loc\s+(?P<file>\d+)\s+(?P<line>\d+)")
_FILE = re.compile(r'\s*\.file\s+(?P<number>\d+)\s+(?:"(?P<folder>[^"]*)"\s+)?"(?P<name>[^"]*)"')
_SECTION = re.compile(r"\s*\.(?P<name>text|data|bss|section\s+[^,\s]+|previous|popsection)\b")
_DATA = re.compile(r"\s*\.(?:word|long|quad|short|byte)\b")
_LOCAL = re.compile(r"\.L[\w.$]+")
_COMMENT = {"#": re.compile(r"\s*(?<!\$)#.*$"), "@": re.compile(r"\s*@.*$")}


@dataclass
class _Function:
    """A function while its lines are being collected."""

    name: str
    lines: list[AssemblyLine] = field(default_factory=list)


def functions(text: str, files: frozenset[str]) -> tuple[AssemblyFunction, ...]:
    """Return the functions in a compiler's `-S -g` output, in its order.

    Each line keeps the source line of the last `.loc` before it, None if that
    is in a file other than `files` (names as given to the compiler). Directives
    and labels that nothing names are left out.
    """
    comment = _COMMENT["@" if ".eabi_attribute" in text else "#"]
    declared: set[str] = set()
    own_files: set[str] = set()
    tables: set[str] = set()
    collected: list[_Function] = []
    current: _Function | None = None
    source: int | None = None
    section = "text"
    for raw in text.splitlines():
        if match := _FUNCTION.match(raw):
            declared.add(match["name"])
        elif match := _FILE.match(raw):
            if match["name"] in files:
                own_files.add(match["number"])
        elif match := _LOCATION.match(raw):
            source = int(match["line"]) if match["file"] in own_files else None
            source = source or None
        elif match := _SECTION.match(raw):
            section = match["name"].removeprefix("section").strip().lstrip(".")
        elif match := _LABEL.fullmatch(raw):
            if match["name"] in declared:
                current = _Function(match["name"])
                collected.append(current)
                source = None
            elif current is not None and section.startswith("text"):
                current.lines.append(AssemblyLine(None, f"{match['name']}:"))
        elif raw.strip().startswith(".size") and section.startswith("text"):
            current = None
        elif current is not None and section.startswith("text"):
            current.lines.extend(_instruction(raw, comment, source))
        elif section.startswith("rodata") and _DATA.match(raw):
            tables.update(_LOCAL.findall(raw))
    return tuple(AssemblyFunction(f.name, _without_unused(f.lines, tables)) for f in collected)


def _instruction(raw: str, comment: re.Pattern[str], source: int | None) -> Iterator[AssemblyLine]:
    """Yield the instruction or the literal in a line; nothing for directives and comments."""
    text = comment.sub("", raw).strip()
    if not text or (text.startswith(".") and not _DATA.match(raw)):
        return
    mnemonic, _, operands = text.partition("\t")
    line = None if _DATA.match(raw) else source
    yield AssemblyLine(line, f"{mnemonic.strip()}\t{operands.strip()}".rstrip())


def _without_unused(lines: list[AssemblyLine], tables: set[str]) -> tuple[AssemblyLine, ...]:
    """Return the lines without the labels that neither an instruction nor a jump table names."""
    named = tables.union(
        *(_LOCAL.findall(line.text) for line in lines if not line.text.endswith(":"))
    )
    kept: list[AssemblyLine] = []
    for line in lines:
        if line.text.endswith(":") and line.text[:-1] not in named:
            continue
        kept.append(line)
    return tuple(kept)


def listing(found: tuple[AssemblyFunction, ...]) -> str:
    """Return the assembly as one text: names with a colon, instructions after a tab."""
    parts: list[str] = []
    for function in found:
        parts.append(f"{function.function}:")
        parts += [
            line.text if line.text.endswith(":") else f"\t{line.text}" for line in function.lines
        ]
    return "".join(f"{part}\n" for part in parts)
