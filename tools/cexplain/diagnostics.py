"""What is wrong or worth knowing about somebody's C: data, never an exception."""

from typing import Literal

from cexplain.source import Span
from cexplain.values import dataclass

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `rule` names it, `advice` says what to do about it.

    `line` and `column` count from 1; `span` are offsets into the input.
    `clause` is the place in ISO/IEC 9899:2024 that says so, where one does.
    """

    severity: Severity
    rule: str
    message: str
    line: int
    column: int
    span: Span
    advice: str
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a declaration that surprises people; `rule` names it."""

    rule: str
    message: str


class ReadingError(ValueError):
    """Raised by `cexplain.read` for input with errors; carries the diagnostics."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        first = diagnostics[0]
        super().__init__(f"{first.line}:{first.column}: {first.severity}: {first.message}")
