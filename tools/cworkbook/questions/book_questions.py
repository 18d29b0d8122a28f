"""All questions of a book, and which of its pages are a chapter's."""

from dataclasses import dataclass
from pathlib import Path

from cworkbook.page_lines import LineError
from cworkbook.questions.question import Question, questions


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a page's question, and where."""

    page: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: error: {self.message}"


def questions_of(root: Path) -> tuple[list[Question], list[Fault]]:
    """Return the questions of the pages under docs/, and what is wrong with some pages'."""
    found: list[Question] = []
    faults: list[Fault] = []
    for page in sorted((root / "docs").rglob("*.md")):
        name = page.relative_to(root).as_posix()
        lines = page.read_text(encoding="utf-8").splitlines()
        if not any(line.startswith("///") for line in lines):
            continue
        try:
            found += questions(lines, name)
        except LineError as fault:
            faults.append(Fault(name, fault.line, str(fault)))
    return found, faults
