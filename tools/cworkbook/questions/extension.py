"""Takes the questions out of a page's text, and puts their sections where they stood."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from cworkbook.page_lines import LineError
from cworkbook.questions import identities
from cworkbook.questions.evidence import Evidence
from cworkbook.questions.layout import section
from cworkbook.questions.prove import unproved
from cworkbook.questions.question import Question, questions
from cworkbook.questions.syntax import mark, marked, pieces

if TYPE_CHECKING:
    from cworkbook.fences import Place

BEFORE_FENCES = 25.5  # after the page's lines are remembered, before superfences takes fences out
BEFORE_PARAGRAPHS = 95
_MARK = re.compile(r"///(?P<number>\d+)\.0$", re.MULTILINE)

PlaceOf = Callable[[int], "Place"]
"""Returns the place of a line of the page's text."""


class Questions(Preprocessor):
    """Reads and checks the questions of a page; marks stand in their place afterwards."""

    def __init__(self, md: Markdown, place_of: PlaceOf) -> None:
        super().__init__(md)
        self.place_of = place_of
        self.found: list[Question] = []

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines, as many as there were."""
        self.found = []
        if not any(line.lstrip().startswith("///") for line in lines):
            return lines
        place = self.place_of(1)
        try:
            self.found = questions(lines, place.page.name or "<page>")
            for question in self.found:
                self._prove(question)
        except LineError as fault:
            raise self.place_of(fault.line).error(str(fault)) from None
        return marked(lines, [question.block for question in self.found])

    def _prove(self, question: Question) -> None:
        """Raise LineError where a record or cexplain tells otherwise; no compiler is asked."""
        evidence = Evidence(self.place_of(1).page.root)
        for fault in unproved(question, evidence):
            raise LineError(fault.message, fault.line)


class Sections(BlockProcessor):
    """Makes the section of each question, with its Markdown rendered as the page's own is."""

    def __init__(self, parser: BlockParser, source: Questions) -> None:
        super().__init__(parser)
        self.source = source

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Markdown's shape
        """Tell whether a question begins with this block."""
        return _MARK.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the question's blocks, and add its section."""
        match = _MARK.match(blocks[0])
        assert match is not None  # `test` said so
        number = int(match["number"])
        end = mark(number, "end")
        taken: list[str] = []
        while blocks:
            block = blocks.pop(0)
            lines = block.split("\n")
            if end in lines:
                cut = lines.index(end) + 1
                taken.append("\n".join(lines[:cut]))
                if rest := "\n".join(lines[cut:]).strip("\n"):
                    blocks.insert(0, rest)
                break
            taken.append(block)
        question = self.source.found[number]
        place = self.source.place_of(question.block.line)
        bodies = [self._rendered(text) for text in pieces("\n\n".join(taken), number)]
        asked, *rest_of = bodies
        root = place.page.root
        try:
            made = section(
                question,
                asked,
                dict(zip(question.block.parts, rest_of, strict=True)),
                identities.former(root, question.identity),
                root,
            )
        except LineError as fault:
            raise self.source.place_of(fault.line).error(str(fault)) from None
        parent.append(made)

    def _rendered(self, text: str) -> Element:
        made = Element("div")
        self.parser.parseChunk(made, text)
        return made


def register(md: Markdown, place_of: PlaceOf) -> None:
    """Let `md` render questions."""
    source = Questions(md, place_of)
    md.preprocessors.register(source, "cworkbook_questions", BEFORE_FENCES)
    md.parser.blockprocessors.register(
        Sections(md.parser, source), "cworkbook_questions", BEFORE_PARAGRAPHS
    )
