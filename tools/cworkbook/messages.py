"""What compilers and linkers write on standard error, as data."""

import json
import re
from collections.abc import Iterator
from typing import Any

from cworkbook.records import CompilerDiagnostic
from cworkbook.toolchain import Family

# Also what gcc's driver says before its compiler runs, which is never JSON.
_CLANG = re.compile(
    r"(?:(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): |"
    r"(?:clang(?:\+\+)?|(?:[\w-]+-)?(?:gcc|g\+\+))(?:-\d+)?: )"
    r"(?P<severity>fatal error|error|warning|note): (?P<message>.*?)"
    r"(?: \[(?P<option>-[^\]]+)\])?"
)
_CLANG_TIDY = re.compile(
    r"(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>error|warning|note): (?P<message>.*?)(?: \[(?P<option>[\w.,-]+)\])?"
)
_ASSEMBLER = re.compile(
    r"(?P<file>[^:\n]+):(?P<line>\d+): (?P<severity>Error|Warning): (?P<message>.*)"
)
_LINKER = re.compile(r"\S*\bld(?:\.\w+)?: (?P<text>.*)")
_LINKER_NOTE = re.compile(r".*: in function `.*':$")
_OBJECT_PLACE = re.compile(r"^(?:\S+:\(\.[\w.]+\+0x[0-9a-f]+\): |\S+\.o: )")
_SUMMARY = re.compile(
    r".*: Assembler messages:$|collect2: error: ld returned|"
    r"\d+ (?:warning|error)s?\b.*generated\.$|"
    r"clang.*: error: linker command failed|In file included from |\s+from "
)


def parse(
    stderr: str, family: Family, own: str | None
) -> tuple[tuple[CompilerDiagnostic, ...], str]:
    """Return the messages in what a compiler wrote, and the lines that are none.

    `own` is the name of the file under test, whose messages carry no file name;
    None for a folder, in which every message does.
    """
    found: list[CompilerDiagnostic] = []
    rest: list[str] = []
    for line in stderr.splitlines():
        if family == "gcc" and line.startswith("[") and (read := _gcc(line, own)) is not None:
            found.extend(read)
        elif match := (_CLANG_TIDY if family == "clang-tidy" else _CLANG).fullmatch(line):
            found.append(
                CompilerDiagnostic(
                    int(match["line"] or 0),
                    int(match["column"] or 0),
                    _severity(match["severity"]),
                    match["message"],
                    match["option"] or "",
                    _file(match["file"] or "", own),
                )
            )
        elif match := _ASSEMBLER.fullmatch(line):
            found.append(_assembler(match, own))
        elif match := _LINKER.fullmatch(line):
            if not _LINKER_NOTE.fullmatch(match["text"]):
                found.append(_linker(match["text"]))
        elif re.search(r"undefined reference to|multiple definition of", line):
            found.append(_linker(line))
        elif line.strip() and not _SUMMARY.match(line):
            rest.append(line)
    # The summary of a failed link repeats what the linker said.
    known = [d for d in found if not d.message.startswith("linker command failed")]
    return tuple(known), "\n".join(rest)


def _assembler(match: re.Match[str], own: str | None) -> CompilerDiagnostic:
    """Return an assembler's message; one about a compiler's own output names no line."""
    made = match["file"].endswith(".s") and match["file"] != own
    line, name = (0, "") if made else (int(match["line"]), _file(match["file"], own))
    return CompilerDiagnostic(line, 0, match["severity"].lower(), match["message"], "", name)


def _linker(text: str) -> CompilerDiagnostic:
    """Return a linker's message without the place in an object file, which varies."""
    severity, message = "error", _OBJECT_PLACE.sub("", text)
    if message.startswith("warning: "):
        severity, message = "warning", message.removeprefix("warning: ")
    return CompilerDiagnostic(0, 0, severity, message)


def _gcc(line: str, own: str | None) -> list[CompilerDiagnostic] | None:
    """Return the messages of one JSON line of gcc, None if it is none."""
    try:
        entries = json.loads(line)
    except ValueError:
        return None
    return [d for entry in entries for d in _gcc_entry(entry, own)]


def _gcc_entry(entry: dict[str, Any], own: str | None) -> Iterator[CompilerDiagnostic]:
    """Yield a message of gcc, then those that belong to it."""
    locations = entry.get("locations") or [{}]
    caret = locations[0].get("caret", {})
    yield CompilerDiagnostic(
        caret.get("line", 0),
        caret.get("column", 0),
        _severity(entry["kind"]),
        entry["message"],
        entry.get("option", ""),
        _file(caret.get("file", ""), own),
    )
    for child in entry.get("children", ()):
        yield from _gcc_entry(child, own)


def _severity(kind: str) -> str:
    """Return error, warning or note; a fatal error is an error that ends the compilation."""
    return "error" if "error" in kind else kind


def _file(name: str, own: str | None) -> str:
    """Return the file's name as the record keeps it."""
    return "" if name == own else name


_NORMAL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"==\d+=="), "==PID=="),
    (re.compile(r"\(pid=\d+\)"), "(pid=PID)"),
    (re.compile(r"\b0x[0-9a-f]{6,}\b"), "0x…"),
    (re.compile(r" \(BuildId: [0-9a-f]+\)"), ""),
)
_FINDING = re.compile(r"(?:ERROR|WARNING): \w+Sanitizer|runtime error:")


def normal_stderr(text: str, sanitizers: tuple[str, ...]) -> str:
    """Return a program's standard error without what differs from run to run.

    Of a sanitizer's report only the lines that name the finding are kept, and
    of a data race's nothing but its name: which threads meet, and where, is
    up to the scheduler.
    """
    for pattern, replacement in _NORMAL:
        text = pattern.sub(replacement, text)
    if not sanitizers:
        return text
    kept = [line for line in text.splitlines() if _FINDING.search(line)]
    if "thread" in sanitizers:
        kept = list(dict.fromkeys(kept))
    else:
        kept += [line for line in text.splitlines() if line.startswith("SUMMARY: ")]
    return "".join(f"{line}\n" for line in kept)
