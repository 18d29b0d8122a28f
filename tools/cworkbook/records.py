"""What compilers and programs said about a snippet, as stored beside it in JSON.

The format is described in docs/decisions/0001-architecture.md. Nothing here
needs a compiler: whether a record is stale is seen from the files alone.
"""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cworkbook import asked as answers
from cworkbook.asked import Answered
from cworkbook.snippet import FOLDER_HEADER, RECORDED, RunKey, Snippet

_INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"', re.MULTILINE)


class RecordError(ValueError):
    """A record that cannot be read; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class CompilerDiagnostic:
    """One message of a compiler; `line` is 0 where it names none (a linker's).

    `option` is the warning's own (`-Wsign-compare`), "" if it has none; `file`
    is "" for the snippet itself, else the other file's name.
    """

    line: int
    column: int
    severity: str
    message: str
    option: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class AssemblyLine:
    """An instruction or a label, with the line of C that it comes from if known."""

    source: int | None
    text: str


@dataclass(frozen=True, slots=True)
class AssemblyFunction:
    """A function's assembly in the order of the compiler's output."""

    function: str
    lines: tuple[AssemblyLine, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What one compiler, standard and level yielded.

    `exit` is the program's status (128 + n where signal n ended it), None if
    no program ran or it was still running at its time-out (`hangs`).
    `valgrind` counts bytes and blocks, None where valgrind was not asked.
    """

    compiler: str
    std: str
    level: str
    command: str
    diagnostics: tuple[CompilerDiagnostic, ...] = ()
    exit: int | None = None
    stdout: str = ""
    stderr: str = ""
    assembly: tuple[AssemblyFunction, ...] = ()
    hangs: bool = False
    valgrind: dict[str, int] | None = field(default=None, hash=False)

    @property
    def key(self) -> RunKey:
        """Which of the snippet's runs this is."""
        return RunKey(self.compiler, self.std, self.level)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the run in a page: memory as shapes of SVG (sizes in CSS pixels), and in words.

    `sentence` is what the last step did, `mistakes` what it did wrong, `told` what there is.
    """

    name: str
    sentence: str
    mistakes: tuple[str, ...]
    told: tuple[str, ...]
    view_box: str
    width: int
    height: int
    shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that was recorded of one snippet."""

    snippet: str
    digest: str
    tools: dict[str, str] = field(hash=False)
    runs: tuple[Run, ...]
    moments: tuple[Moment, ...] = ()
    asked: tuple[Answered, ...] = ()

    def run(self, compiler: str, std: str | None = None, level: str | None = None) -> Run:
        """Return the first run that fits; KeyError if there is none."""
        for run in self.runs:
            if (compiler, std or run.std, level or run.level) == (
                run.compiler,
                run.std,
                run.level,
            ):
                return run
        wanted = " ".join(word for word in (compiler, std, level) if word)
        raise KeyError(f"{self.snippet} has no run {wanted}")


def record_path(snippet: Snippet) -> Path:
    """Return where the snippet's record lies."""
    return snippet.path.parent / RECORDED / f"{snippet.path.name}.json"


def load(snippet: Snippet) -> Record | None:
    """Return the stored record, None if there is none; RecordError if it is damaged."""
    path = record_path(snippet)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    try:
        return from_json(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(
            f"{snippet.name}: its record {RECORDED}/{path.name} is damaged ({error}); "
            "run make bless"
        ) from None


def store(snippet: Snippet, record: Record) -> bool:
    """Write the record if it differs from the stored one; return whether it did."""
    path = record_path(snippet)
    text = to_json(record)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def digest(snippet: Snippet) -> str:
    """Return the SHA-256 (hex) of every file that the snippet's result depends on."""
    total = hashlib.sha256()
    for name, content in inputs(snippet):
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def inputs(snippet: Snippet) -> list[tuple[str, bytes]]:
    """Return (name, content) of the snippet's files and of those it includes by quotation."""
    if snippet.is_folder:
        paths = [
            path
            for path in snippet.path.rglob("*")
            if path.is_file() and RECORDED not in path.relative_to(snippet.path).parts
        ]
        assert snippet.path / FOLDER_HEADER in paths
    else:
        paths = _with_included(snippet.path)
    base = snippet.path.parent
    paths += [path for path in snippet.beside if path not in paths]
    return sorted((_relative(path, base), path.read_bytes()) for path in paths)


def _relative(path: Path, base: Path) -> str:
    """Return a name that is the same on every machine."""
    return Path(os.path.relpath(path.resolve(), base.resolve())).as_posix()


def _with_included(path: Path) -> list[Path]:
    """Return a file and all that `#include "…"` reaches from it."""
    found = {path.resolve(): path}
    waiting = [path]
    while waiting:
        current = waiting.pop()
        for name in _INCLUDE.findall(current.read_bytes()):
            included = (current.parent / name.decode(errors="replace")).resolve()
            if included.is_file() and included not in found:
                found[included] = included
                waiting.append(included)
    return list(found.values())


def stale(snippet: Snippet, record: Record | None) -> str | None:
    """Return why the record no longer fits the snippet, None if it does."""
    if record is None:
        return f"{snippet.name} has no record; run make bless"
    if record.digest != digest(snippet):
        return f"{snippet.name} was changed after its record was made; run make bless"
    if tuple(run.key for run in record.runs) != snippet.keys:
        return (
            f"{snippet.name}: its record holds other runs than the header asks for; run make bless"
        )
    if [moment.name for moment in record.moments] != [m.name for m in snippet.moments]:
        return f"{snippet.name}: its record holds other moments than are marked; run make bless"
    return None


def to_json(record: Record) -> str:
    """Return the record as JSON with an instruction a line: changes are easy to review."""
    document: dict[str, Any] = {
        "snippet": record.snippet,
        "digest": record.digest,
        "tools": dict(sorted(record.tools.items())),
        "runs": [run_to_dict(run) for run in record.runs],
    }
    if record.moments:
        document["moments"] = [asdict(moment) for moment in record.moments]
    if record.asked:
        document["asked"] = [asdict(one) for one in record.asked]
    return pretty(document) + "\n"


def pretty(value: Any, indent: str = "") -> str:
    """Return JSON in which an object of plain values inside a list takes one line."""
    inner = indent + " "
    match value:
        case dict() if value:
            items = [f"{json.dumps(k)}: {pretty(v, inner)}" for k, v in value.items()]
            return "{\n" + ",\n".join(inner + item for item in items) + f"\n{indent}}}"
        case list() | tuple() if value:
            items = [
                pretty(v, inner) if _nested(v) else json.dumps(v, ensure_ascii=False) for v in value
            ]
            return "[\n" + ",\n".join(inner + item for item in items) + f"\n{indent}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _nested(value: Any) -> bool:
    """Return whether an object holds further objects or lists."""
    return isinstance(value, dict) and any(
        isinstance(v, dict | list | tuple) for v in value.values()
    )


def run_to_dict(run: Run) -> dict[str, Any]:
    """Return a run as JSON's types; what is at its default and rarely set is left out."""
    result: dict[str, Any] = {
        "compiler": run.compiler,
        "std": run.std,
        "level": run.level,
        "command": run.command,
        "diagnostics": [
            {
                "line": d.line,
                "column": d.column,
                "severity": d.severity,
                "message": d.message,
                "option": d.option,
            }
            | ({"file": d.file} if d.file else {})
            for d in run.diagnostics
        ],
        "exit": run.exit,
        "stdout": run.stdout,
        "stderr": run.stderr,
        "assembly": [
            {
                "function": f.function,
                "lines": [{"source": line.source, "text": line.text} for line in f.lines],
            }
            for f in run.assembly
        ],
    }
    if run.hangs:
        result["hangs"] = True
    if run.valgrind is not None:
        result["valgrind"] = run.valgrind
    return result


def from_json(document: dict[str, Any]) -> Record:
    """Return the record that JSON holds; KeyError or TypeError if it is not one."""
    return Record(
        document["snippet"],
        document["digest"],
        dict(document["tools"]),
        tuple(run_from_dict(run) for run in document["runs"]),
        tuple(_moment_from_dict(moment) for moment in document.get("moments", ())),
        tuple(answers.from_json(one) for one in document.get("asked", ())),
    )


def _moment_from_dict(moment: dict[str, Any]) -> Moment:
    return Moment(**moment | {name: tuple(moment[name]) for name in ("mistakes", "told", "shapes")})


def run_from_dict(run: dict[str, Any]) -> Run:
    """Return the run that JSON's types hold; KeyError or TypeError if they do not."""
    return Run(
        compiler=run["compiler"],
        std=run["std"],
        level=run["level"],
        command=run["command"],
        diagnostics=tuple(CompilerDiagnostic(**d) for d in run["diagnostics"]),
        exit=run["exit"],
        stdout=run["stdout"],
        stderr=run["stderr"],
        assembly=tuple(
            AssemblyFunction(
                f["function"],
                tuple(AssemblyLine(line["source"], line["text"]) for line in f["lines"]),
            )
            for f in run["assembly"]
        ),
        hangs=run.get("hangs", False),
        valgrind=run.get("valgrind"),
    )
