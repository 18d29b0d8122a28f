"""What is declared within a function's body, block by block: a name holds in its block alone."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cexplain import words
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.findings import Findings
from cexplain.syntax.raw import RawDeclaration
from cexplain.syntax.scan import Scanner
from cexplain.values import dataclass, field

_BEHIND_A_NAME = frozenset({";", "=", ",", "["})
_HEADS = frozenset({"if", "while", "switch"})


class Within(NamedTuple):
    """A declaration in a body: how many blocks are around it, and which tokens its block spans."""

    raw: RawDeclaration
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


def within(scanner: Scanner, found: RawDeclaration, names: Iterable[str]) -> Iterator[Within]:
    """Yield what the body of a definition declares; `names` are those of its parameters.

    What cannot be read as a declaration is passed over: it may be a statement.
    """
    end, first = found.end - 1, found.declarators[0].end
    while first < end and not (scanner.tokens[first].text == "{" and _end(scanner, first) >= end):
        first = _end(scanner, first) + 1
    last = end + (scanner.tokens[end].text != "}")  # cut off, its last token is not a brace
    if first < last:
        yield from _Walk(scanner, last, names).walk(first)


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


def _end(scanner: Scanner, index: int) -> int:
    return scanner.closing.get(index, index)


class _Walk:
    """Steps through a body, one statement after the other."""

    def __init__(self, scanner: Scanner, last: int, names: Iterable[str]) -> None:
        self.scanner, self.tokens = scanner, scanner.tokens
        self.last = last
        self.open: list[_Block] = []
        self.names = names

    def walk(self, index: int) -> Iterator[Within]:
        """Yield what is declared from an opening brace to the one that closes it."""
        self._enter(index, self.last)
        for name in self.names:
            self._hide(name)
        index += 1
        while index < self.last:
            self._leave(index)
            at = self._declaration(index)
            found = None if at is None else self._read(index)
            if found is not None:
                block = self.open[-1]
                last = block.end - (self.tokens[block.first].text == "for")
                yield Within(found, len(self.open), (block.first, last))
                end = max(found.end, index + 1)
                if block.first == index - 2 and self.tokens[index - 2].text == "for":
                    end = _end(self.scanner, index - 1) + 1
                index = self._into(index, end)
            elif at is None:
                index = self._step(index)
            else:
                index = self._into(index, self._statement(index))
        self._leave(len(self.tokens))

    def _step(self, index: int) -> int:
        """Return where the next statement may begin, behind the beginning of this one."""
        tokens, scanner = self.tokens, self.scanner
        text, behind = tokens[index].text, tokens[index + 1].text
        if text == "{":
            self._enter(index, min(_end(scanner, index), self.last))
            return index + 1
        if text in ("}", ")", ";", "else", "do"):
            return index + 1
        if text in _HEADS and behind == "(":
            return self._into(index, _end(scanner, index + 1) + 1)
        if text == "for" and behind == "(":
            if self._declaration(index + 2) is None:
                return self._into(index, _end(scanner, index + 1) + 1)
            self._enter(index, self._whole(index))
            return index + 2
        if text in ("case", "default"):
            return min(scanner.expression_end(index, (":",)), self.last) + 1
        if behind == ":" and tokens[index].kind == "word":
            return index + 2
        return self._into(index, self._statement(index))

    def _declaration(self, index: int) -> int | None:
        """Return where a declaration begins, behind attributes; None where a statement does."""
        at = index
        while True:
            if self.tokens[at].text == "[" and self.tokens[at + 1].text == "[":
                at = _end(self.scanner, at) + 1
            elif self.tokens[at].text in words.ATTRIBUTE and self.tokens[at + 1].text == "(":
                at = _end(self.scanner, at + 1) + 1
            else:
                break
        return at if at < self.last and declares(self.scanner, at) else None

    def _read(self, index: int) -> RawDeclaration | None:
        """Return the declaration that begins at a token, and know its names from here on."""
        scanner, block = self.scanner, self.open[-1]
        typed = any(one.text == "typedef" for one in self.tokens[index : index + 2])
        if typed and block.types is None:
            block.types = set(scanner.known_types)
        kept, scanner.findings = scanner.findings, Findings()
        try:
            found = scanner.declaration(index, "declaration")
            told = scanner.findings.all()
            if any(one.clause is None for one in told):
                return None
        except (ScanError, RecursionError):
            return None
        finally:
            scanner.findings = kept
        if found.kind not in ("declaration", "definition", "tag") or found.end > self.last:
            return None
        kept.extend(told)
        if not typed:
            for each in found.declarators:
                if each.name:
                    self._hide(each.name)
        return found

    def _into(self, index: int, end: int) -> int:
        """Return the index behind a statement, or in the block that an expression in it holds."""
        for at in range(index, min(end, self.last) - 1):
            if self.tokens[at].text == "(" and self.tokens[at + 1].text == "{":
                self._enter(at + 1, min(_end(self.scanner, at + 1), self.last))
                return at + 2
        return end

    def _statement(self, index: int) -> int:
        """Return the index behind the semicolon of a statement."""
        return max(min(self.scanner.expression_end(index, (";",)), self.last), index) + 1

    def _whole(self, index: int) -> int:
        """Return the index behind all of a statement, with those that are parts of it."""
        tokens, open_ifs, open_dos = self.tokens, 0, 0
        while index < self.last:
            text = tokens[index].text
            if text in _HEADS or text == "for":
                open_ifs += text == "if"
                index = _end(self.scanner, index + 1) + 1
                continue
            if text == "do":
                open_dos += 1
                index += 1
                continue
            index = _end(self.scanner, index) + 1 if text == "{" else self._statement(index)
            while tokens[index].text == "while" and open_dos:
                open_dos -= 1
                index = self._statement(index)
            if not (tokens[index].text == "else" and open_ifs):
                break
            open_ifs -= 1
            index += 1
        return min(index, self.last)

    # -- what is known where ----------------------------------------------------

    def _enter(self, first: int, end: int) -> None:
        self.open.append(_Block(first, end))

    def _leave(self, index: int) -> None:
        """Forget what was declared in the blocks that end before a token."""
        while self.open and index >= self.open[-1].end:
            block = self.open.pop()
            scanner = self.scanner
            scanner.objects -= block.objects
            if block.types is not None:
                scanner.known_types.clear()
                scanner.known_types |= block.types
            scanner.known_types |= block.hidden

    def _hide(self, name: str) -> None:
        """Know a name as an object's: a type of this name is hidden."""
        scanner, block = self.scanner, self.open[-1]
        if name in scanner.known_types:
            scanner.known_types.discard(name)
            block.hidden.add(name)
        if name not in scanner.objects:
            scanner.objects.add(name)
            block.objects.add(name)
