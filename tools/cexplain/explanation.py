"""What explaining a piece of C yields, for every rendering to work from."""

from typing import Literal, TypeAlias

from cexplain.diagnostics import Diagnostic, Note
from cexplain.source import SourceMap, Span, Spans
from cexplain.tree import Declaration
from cexplain.values import dataclass

PhraseKind: TypeAlias = Literal[
    "name", "storage", "pointer", "array", "function", "returning", "type", "members", "attribute"
]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of the reading and the tokens that it says.

    A reading is its phrases' texts joined by single spaces. `depth` counts the
    parameter lists and struct bodies around the phrase; phrases of depth 0
    are the declarator's own and make the path picture's numbered stops.
    """

    text: str
    kind: PhraseKind
    spans: Spans
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A declaration with its reading, its other spellings and its notes."""

    declaration: Declaration
    phrases: tuple[Phrase, ...]
    prose: str
    cdecl: str
    c: str
    notes: tuple[Note, ...]
    spans: SourceMap
    inner: "tuple[Inner, ...]" = ()
    """What the body of a function's definition declares, in its order."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A declaration in a function's body; its name holds in `scope`, the rest of its block.

    `depth` counts the blocks around it: 1 is the body itself.
    """

    reading: Reading
    depth: int
    scope: Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was read from one input; `diagnostics` is empty if all is well."""

    source: str
    std: str
    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing in the input is an error."""
        return all(diagnostic.severity != "error" for diagnostic in self.diagnostics)

    @property
    def language(self) -> Literal["c", "c++"]:
        """The language as which the input was read."""
        return "c++" if "++" in self.std else "c"
