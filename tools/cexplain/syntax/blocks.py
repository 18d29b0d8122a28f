"""What is declared within a function's body, block by block: a name holds in its block alone.

The walk through statements is the same in C and in C++; what begins a declaration is not.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from cexplain import words
from cexplain.syntax.annotations import AnnotationScanner
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.findings import Findings
from cexplain.syntax.raw import RawDeclaration
from cexplain.syntax.scan import Scanner
from cexplain.values import dataclass, field

_TRIES = 4  # how often a body is read at the most: more is asked for by no C, but by nested braces
_BEHIND_A_NAME = frozenset({";", "=", ",", "["})


Found = TypeVar("Found")
"""What a scanner finds: a declaration that C's or C++'s scan has read."""


class Within(NamedTuple, Generic[Found]):
    """A declaration in a body: how many blocks are around it, and which tokens its block spans."""

    found: Found
    depth: int
    block: tuple[int, int]


@dataclass(slots=True)
class _Block:
    """A block that is open: its tokens, and what its declarations changed."""

    first: int
    end: int
    types: set[str] | None = None
    hidden: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)


def within(
    scanner: Scanner, found: RawDeclaration, names: Iterable[str]
) -> Iterator[Within[RawDeclaration]]:
    """Yield what the body of a definition declares; `names` are those of its parameters.

    What cannot be read as a declaration is passed over: it may be a statement.
    """
    end, first = found.end - 1, found.declarators[0].end
    while first < end and not (scanner.tokens[first].text == "{" and _end(scanner, first) >= end):
        first = _end(scanner, first) + 1
    last = end + (scanner.tokens[end].text != "}")  # cut off, its last token is not a brace
    if first < last:
        yield from _Walk(scanner, last).walk(first, names)


def declares(scanner: Scanner, index: int) -> bool:
    """Whether a declaration begins at a token within a block."""
    tokens = scanner.tokens
    if tokens[index].kind != "word":
        return False
    if not scanner.is_identifier(index):
        return scanner.role(index) in words.SPECIFIER_ROLES
    if scanner.is_known_type(tokens[index].text):
        return True
    if tokens[index].text in scanner.objects:
        return False
    behind = index + 1
    while tokens[behind].text == "*":
        behind += 1
    return scanner.is_identifier(behind) and tokens[behind + 1].text in _BEHIND_A_NAME


def _end(scanner: AnnotationScanner, index: int) -> int:
    return scanner.closing.get(index, index)


class Walk(ABC, Generic[Found]):
    """Steps through a body, one statement after the other."""

    HEADS = frozenset({"if", "while", "switch", "for"})
    DECLARING = frozenset({"for"})
    """The heads that may declare something for the statement behind them."""

    def __init__(self, scanner: AnnotationScanner, objects: set[str], last: int) -> None:
        """Take a text; `objects` are the names in it that are no types, `last` ends the body."""
        self._scanner, self.tokens = scanner, scanner.tokens
        self._objects, self._last = objects, last
        self._open: list[_Block] = []
        self._allowed = 0

    @abstractmethod
    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""

    @abstractmethod
    def scan(self, index: int) -> tuple[Found, int]:
        """Return the declaration at a token, and the index behind it; raises ScanError."""

    @abstractmethod
    def names(self, found: Found) -> Iterable[str | None]:
        """Return the names that a declaration declares which are no types."""

    def enters(self, index: int) -> tuple[int, int] | None:
        """Return the braces of a block that an expression holds at a token, and none elsewhere."""
        if self.tokens[index].text == "(" and self.tokens[index + 1].text == "{":
            return index + 1, _end(self._scanner, index + 1)
        return None

    def walk(self, index: int, names: Iterable[str]) -> Iterator[Within[Found]]:
        """Yield what is declared from an opening brace on; `names` are the parameters'."""
        self._enter(index, self._last)
        self._allowed = _TRIES * (self._last - index)
        for name in names:
            self._hide(name)
        index += 1
        while index < self._last:
            self._leave(index)
            may = self._may_declare(index)
            read = self._read(index) if may else None
            if read is not None:
                found, end = read
                block = self._open[-1]
                headed = self.tokens[block.first].text != "{"
                yield Within(found, len(self._open), (block.first, block.end - headed))
                if headed and block.first == index - 2:
                    end = _end(self._scanner, index - 1) + 1
                index = self._into(index, max(end, index + 1))
            elif may:
                index = self._into(index, self._statement(index))
            else:
                index = self._step(index)
        self._leave(len(self.tokens))

    def _step(self, index: int) -> int:
        """Return where the next statement may begin, behind the beginning of this one."""
        tokens, scanner = self.tokens, self._scanner
        text, behind = tokens[index].text, tokens[index + 1].text
        if text == "{":
            self._enter(index, min(_end(scanner, index), self._last))
            return index + 1
        if text in ("}", ")", ";", "else", "do", "try"):
            return index + 1
        if text in self.HEADS and behind == "(":
            if text not in self.DECLARING or not self._may_declare(index + 2):
                return self._into(index, _end(scanner, index + 1) + 1)
            self._enter(index, self._end_of(index))
            return index + 2
        if text in ("case", "default"):
            return min(scanner.expression_end(index, (":",)), self._last) + 1
        if behind == ":" and tokens[index].kind == "word":
            return index + 2
        return self._into(index, self._statement(index))

    def _end_of(self, index: int) -> int:
        """Return the index behind a statement, which may be all that a loop around it does."""
        around = self._open[-1]
        loop = self.tokens[around.first].text in ("for", "while")
        if loop and index == _end(self._scanner, around.first + 1) + 1:
            return around.end
        return self._whole(index)

    def _may_declare(self, index: int) -> bool:
        """Whether a declaration may begin at a token, behind attributes."""
        at = index
        while True:
            if self.tokens[at].text == "[" and self.tokens[at + 1].text == "[":
                at = _end(self._scanner, at) + 1
            elif self.tokens[at].text in words.ATTRIBUTE and self.tokens[at + 1].text == "(":
                at = _end(self._scanner, at + 1) + 1
            else:
                break
        return at < self._last and self.declares(at)

    def _read(self, index: int) -> tuple[Found, int] | None:
        """Return the declaration that begins at a token, and know its names from here on."""
        scanner, block = self._scanner, self._open[-1]
        if self._allowed <= 0:
            return None
        if block.types is None and any(
            one.text in ("typedef", "using") for one in self.tokens[index : index + 2]
        ):
            block.types = set(scanner.known_types)
        kept, scanner.findings = scanner.findings, Findings()
        try:
            found, end = self.scan(index)
            told = scanner.findings.all()
            if any(one.clause is None for one in told):
                return None
        except (ScanError, RecursionError):
            return None
        finally:
            scanner.findings = kept
        if end > self._last:
            return None
        self._allowed -= end - index
        kept.extend(told)
        for name in self.names(found):
            if name:
                self._hide(name)
        return found, end

    def _into(self, index: int, end: int) -> int:
        """Return the index behind a statement, or in the block that an expression in it holds."""
        for at in range(index, min(end, self._last) - 1):
            braces = self.enters(at)
            if braces is not None:
                self._enter(braces[0], min(braces[1], self._last))
                return braces[0] + 1
        return end

    def _statement(self, index: int) -> int:
        """Return the index behind the semicolon of a statement."""
        return max(min(self._scanner.expression_end(index, (";",)), self._last), index) + 1

    def _whole(self, index: int) -> int:
        """Return the index behind all of a statement, with those that are parts of it."""
        tokens, open_ifs, open_dos = self.tokens, 0, 0
        while index < self._last:
            text = tokens[index].text
            if text in self.HEADS:
                open_ifs += text == "if"
                index = _end(self._scanner, index + 1) + 1
                continue
            if text == "do":
                open_dos += 1
                index += 1
                continue
            index = _end(self._scanner, index) + 1 if text == "{" else self._statement(index)
            while tokens[index].text == "while" and open_dos:
                open_dos -= 1
                index = self._statement(index)
            if not (tokens[index].text == "else" and open_ifs):
                break
            open_ifs -= 1
            index += 1
        return min(index, self._last)

    # -- what is known where ----------------------------------------------------

    def _enter(self, first: int, end: int) -> None:
        self._open.append(_Block(first, end))

    def _leave(self, index: int) -> None:
        """Forget what was declared in the blocks that end before a token."""
        while self._open and index >= self._open[-1].end:
            block = self._open.pop()
            scanner = self._scanner
            self._objects -= block.objects
            if block.types is not None:
                scanner.known_types.clear()
                scanner.known_types |= block.types
            scanner.known_types |= block.hidden

    def _hide(self, name: str) -> None:
        """Know a name as an object's: a type of this name is hidden."""
        scanner, block = self._scanner, self._open[-1]
        if name in scanner.known_types:
            scanner.known_types.discard(name)
            block.hidden.add(name)
        if name not in self._objects:
            self._objects.add(name)
            block.objects.add(name)


class _Walk(Walk[RawDeclaration]):
    """Steps through a body of C."""

    def __init__(self, scanner: Scanner, last: int) -> None:
        super().__init__(scanner, scanner.objects, last)
        self._c = scanner

    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""
        return declares(self._c, index)

    def scan(self, index: int) -> tuple[RawDeclaration, int]:
        """Return the declaration at a token, and the index behind it; raises ScanError."""
        found = self._c.declaration(index, "declaration")
        if found.kind not in ("declaration", "definition", "tag"):
            self._c.unexpected(index, "among statements")
        return found, found.end

    def names(self, found: RawDeclaration) -> Iterable[str | None]:
        """Return the names that a declaration declares which are no types."""
        if any(word == "typedef" for word, _ in found.specifiers.storage):
            return ()
        return (each.name for each in found.declarators)
