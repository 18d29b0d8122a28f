"""What one text has declared so far, and where its constraints' findings are gathered."""

import re
from typing import NamedTuple

from cexplain.constraints.constants import UNKNOWN, VARIABLE, Value, value
from cexplain.source import SourceMap, Span
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Enum,
    Expression,
    Record,
    TypedefName,
    Typeof,
)

_EDITIONS = {"89": 1989, "99": 1999, "11": 2011, "17": 2017, "23": 2023}


_NAMED = frozenset({TypedefName, Typeof, Record})


class Finding(NamedTuple):
    """A broken rule: its name, the place, what is wrong and what to do."""

    rule: str
    span: Span
    message: str
    advice: str


def _changes(node: CType) -> bool:
    """Whether C++ lets no constant expression use an object of this type, whatever its value."""
    return isinstance(node, Basic) and "const" not in node.qualifiers


class Scope:
    """The names of one text, and the findings about its present declaration."""

    def __init__(self, text: str, std: str, spans: SourceMap, *, cxx: bool = False) -> None:
        self.text = text
        self.cxx = cxx  # whether it is a text in C++ that is asked after
        self.spans = spans
        self.edition = _EDITIONS[std[-2:]]
        self.gnu = std.startswith("gnu")
        self.findings: list[Finding] = []
        self.extension = False  # whether __extension__ stands before the declaration
        self.checked: set[int] = set()
        self.open_tags: list[str] = []
        self.names: dict[str, Value] = {}
        self._types: dict[str, CType] = {}
        self._tags: dict[tuple[str, str], Record | Enum] = {}
        self.whole = Span(0, 0)
        self.declared: Declaration | None = None  # what is being checked

    # -- names -----------------------------------------------------------------

    def declare(self, declaration: Declaration) -> None:
        """Remember what a declaration's name is."""
        if declaration.name is None:
            return
        if "typedef" in declaration.storage:
            self._types[declaration.name] = declaration.type
        elif "constexpr" in declaration.storage:
            self.names[declaration.name] = (
                UNKNOWN if declaration.initializer is None else self.value(declaration.initializer)
            )
        elif self.cxx and not _changes(declaration.type):
            self.names[declaration.name] = UNKNOWN
        else:
            self.names[declaration.name] = VARIABLE

    def complete(self, node: Record | Enum) -> None:
        """Remember a body, so that the tag is a complete type from here on."""
        if node.tag is not None:
            keyword = node.keyword if isinstance(node, Record) else "enum"
            self._tags[keyword, node.tag] = node

    def resolved(self, node: CType) -> CType:
        """Return the type that typedef names and tags of this text stand for."""
        if type(node) not in _NAMED:
            return node
        for _ in range(len(self._types) + 8):
            if isinstance(node, TypedefName) and node.name in self._types:
                node = self._types[node.name]
            elif isinstance(node, Typeof) and not isinstance(node.operand, Expression):
                node = node.operand
            else:
                break
        if isinstance(node, Record) and node.members is None and node.tag is not None:
            found = self._tags.get((node.keyword, node.tag), node)
            return found if isinstance(found, Record) else node
        return node

    def is_open(self, node: CType) -> bool:
        """Whether a type is a structure or union within its own body, so still incomplete."""
        return (
            isinstance(node, Record)
            and node.members is None
            and f"{node.keyword} {node.tag}" in self.open_tags
        )

    def value(self, text: str) -> Value:
        """Return the value of an integer constant expression, or why it has none."""
        return value(text, self.names)

    def is_variable(self, node: CType) -> bool:
        """Whether a type is an array whose size is known to be no constant, at any level."""
        node = self.resolved(node)
        while isinstance(node, Array):
            if isinstance(node.size, Expression) and self.value(node.size.text) is VARIABLE:
                return True
            node = self.resolved(node.element)
        return False

    # -- findings --------------------------------------------------------------

    def report(self, rule: str, where: object, message: str, advice: str, role: str = "") -> None:
        """Record that `where` (a node of the tree, or a span) breaks a rule."""
        if isinstance(where, Span):
            span = where
        else:
            spans = self.spans.spans(where, role) or self.spans.spans(where)
            span = Span(spans[0].start, spans[0].end) if spans else self.whole
        self.findings.append(Finding(rule, span, message, advice))

    def word(self, where: object, word: str) -> Span:
        """Return where a word stands in the source of a node; the node's last part otherwise.

        The underscores of `__restrict` and `__restrict__` belong to it.
        """
        spans = self.spans.spans(where)
        spelled = re.compile(rf"\b(?:__)?{word}(?:__)?\b")
        for span in spans:
            found = spelled.search(self.text, span.start, span.end)
            if found:
                return Span(*found.span())
        return spans[-1] if spans else self.whole
