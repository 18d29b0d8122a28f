"""A question of a page: read, checked, and taken apart into claims that can be proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cworkbook.directives import nearest
from cworkbook.options import Check, OptionError, check
from cworkbook.page_lines import LineError
from cworkbook.questions import kind as common
from cworkbook.questions.clauses import HOLE, filled
from cworkbook.questions.kind import Kind, of
from cworkbook.questions.kinds import KINDS
from cworkbook.questions.syntax import Block, Part, blocks

DEFAULT = "choice"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one part of a question says, as a proof, and whether that must hold.

    `part` is None for what no part of the page answers to. Where the proof is empty, the judge was
    an argument, or with `tried` a compiler and a run that the tests make.
    """

    proof: str
    holds: bool
    line: int
    part: Part | None
    tried: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `page` is the name of its page in messages, `number` its place on it, from 1."""

    page: str
    number: int
    block: Block
    kind_name: str
    kind: Kind

    @property
    def identity(self) -> str:
        """Its lasting name."""
        return self.block.identity

    def claims(self, root: Path) -> Iterator[Claim]:
        """Yield what each part says; LineError for a part that nobody judges."""
        template = self.block.options.get("proof", self.kind.proof(self.block))
        for part in of(self.block, "right", "wrong"):
            tried = self.kind.tried(part)
            told = "" if tried else self._proof(part, template)
            yield Claim(told, part.word == "right", part.line, part, tried)
        if HOLE in template:
            for keys, right in ((self.kind.also, True), (self.kind.others, False)):
                for key, line in keys(self.block, root):
                    yield Claim(filled(template, key), right, line, None)

        for proof, right, line in self.kind.more(self.block):
            yield Claim(proof, right, line, None)

    def _proof(self, part: Part, template: str) -> str:
        if "proof" in part.options:
            return part.options["proof"]
        if "judged" in part.options:
            return ""
        if HOLE in template:
            return filled(template, self.kind.key(self.block, part))
        if template and part.word == "right":
            return template
        if "judged" in self.block.options:
            return ""
        raise LineError(
            f"nothing proves this {part.word} part; write proof=, with {HOLE} for its key in the "
            f'question\'s, or judged="{common.ARGUMENT}"',
            part.line,
        )


def questions(lines: list[str], page: str) -> list[Question]:
    """Return the questions of a page's lines; LineError for the first that is not one."""
    found = [_question(block, number, page) for number, block in enumerate(blocks(lines), 1)]
    known: dict[str, int] = {}
    for each in found:
        line = known.setdefault(each.identity, each.block.line)
        if line != each.block.line:
            raise LineError(
                f"the question '{each.identity}' is on line {line} already", each.block.line
            )
    return found


def _question(block: Block, number: int, page: str) -> Question:
    name = block.options.get("kind", DEFAULT)
    if name not in KINDS:
        raise LineError(f"there is no kind '{name}'; {nearest(name, tuple(KINDS))}", block.line)
    kind = KINDS[name]
    if not block.identity:
        raise LineError('a question has a lasting name: {id="chapter-words"}', block.line)
    _check(block.options, {**common.QUESTION, **kind.options}, block.line)
    if not "".join(block.asked.body).strip():
        raise LineError("nothing is asked; write it below the question's line", block.line)
    parts = {**kind.parts, **common.HINTS}
    for part in block.parts:
        if part.word not in parts:
            words = " ".join(parts)
            raise LineError(
                f"a question of kind {name} has no '{part.word}'; it has: {words}", part.line
            )
        _check(part.options, parts[part.word], part.line)
    kind.judge(block)
    question = Question(page, number, block, name, kind)
    for part in of(block, "right", "wrong"):
        if not kind.tried(part):
            question._proof(part, block.options.get("proof", kind.proof(block)))
        if not "".join(part.body).strip():
            raise LineError(f"say why it is {part.word}, below this line", part.line)
    for part in of(block, "hint"):
        if part.label or not "".join(part.body).strip():
            raise LineError("write the hint below this line", part.line)
    return question


def _check(options: dict[str, str], checks: Mapping[str, Check], line: int) -> None:
    try:
        check(options, checks)
    except OptionError as error:
        raise LineError(str(error), line) from None
