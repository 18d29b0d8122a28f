"""The tokens of a text in C++, its names, and the skeleton that the grammar will confirm."""

from collections.abc import Sequence
from typing import NoReturn

from cexplain import words
from cexplain.cxx_clauses import CLAUSES
from cexplain.diagnostics import Diagnostic, Severity
from cexplain.source import Lines, Spans
from cexplain.syntax import cxx_words
from cexplain.syntax.annotations import AnnotationScanner
from cexplain.syntax.cursor import Cursor
from cexplain.syntax.cxx_raw import Brackets, Call, Declarator, Name, NameKind, Operator, Part
from cexplain.syntax.raw import Word
from cexplain.syntax.shapes import DisagreementError, Shape
from cexplain.syntax.skeletons import GrammarError, confirm_shapes
from cexplain.syntax.tokens import Token, tokenize
from cexplain.values import replace

_MARKS = {"*": 0, "&": 1, "&&": 2, "::*": 3}
"""The grammar knows `*` alone: so many times `restrict` stands behind what else there is."""

_UNREAD = {
    "concept": ("this defines a concept", "read the templates that use it"),
    "requires": (
        "a constraint begins here",
        "leave it out: it says when the declaration is meant, and changes no type",
    ),
    "export": ("this is said of modules", "leave 'export' out"),
    "import": ("this imports a module", "read the declarations that it brings"),
    "module": ("this names a module", "leave the line out"),
}
"""What C++20 added and this does not read: what to say of it, and the advice."""

_BEHIND_OWNERS: dict[str, NameKind] = {
    "*": "member pointer",
    "~": "destructor",
    "operator": "operator",
}
"""What a name is that ends with `::`, by what stands behind."""

_MODULES = frozenset({"import", "module"})  # names in older standards

_INSTEAD = {
    "_Alignas": "write alignas",
    "_Atomic": "write std::atomic",
    "_Bool": "write bool",
    "_Noreturn": "write [[noreturn]]",
    "_Static_assert": "write static_assert",
    "_Thread_local": "write thread_local",
    "restrict": "write __restrict, which every compiler takes",
}
"""What C++ has for words of C."""

_GRAMMAR = {"const": "CONST", "volatile": "VOLATILE"}


class CxxCursor(AnnotationScanner):
    """Reads the tokens of C++: what both languages have is `AnnotationScanner`'s."""

    BEFORE_TAGS = ("alignas",)

    def __init__(self, text: str, std: str, known_types: set[str] | None) -> None:
        lines = Lines(text)
        trigraphs = std in ("c++98", "c++11", "c++14")
        tokens, problems = tokenize(text, lines, "c17" if trigraphs else "gnu17")
        Cursor.__init__(self, text, _unshifted(tokens), lines, std)
        self.findings.unread(problems)
        self.known_types = set() if known_types is None else known_types
        self.roles = cxx_words.roles(std)
        self.objects: set[str] = set()
        self.owners: list[str | None] = []

    def diagnostic(
        self, severity: Severity, rule: str, index: int, message: str, advice: str
    ) -> Diagnostic:
        """Return a diagnostic at a token, with the clause of C++."""
        found = super().diagnostic(severity, rule, index, message, advice)
        return replace(found, clause=CLAUSES.get(rule))

    # -- tokens ----------------------------------------------------------------

    def text_at(self, index: int) -> str:
        """Return a token's spelling."""
        return self.tokens[index].text

    def word_spans(self, found: Sequence[Word]) -> Spans:
        """Return where words stand."""
        return tuple(self.token_span(index) for _, index in found)

    def texts(self, start: int, end: int) -> Spans:
        """Return the span of tokens [start, end), none if there are none."""
        return (self.span(start, end),) if end > start else ()

    def check_spelling(self, index: int, *, annotation: bool) -> None:
        """Fail where an unknown word is one of C's, or a keyword with a slip in it."""
        name = self.tokens[index].text
        if name in words.KEYWORDS:
            advice = _INSTEAD.get(name, "choose a standard of C, such as --std c23, to read C")
            self.fail("unexpected-token", index, f"{name!r} belongs to C, not to C++", advice)
        super().check_spelling(index, annotation=annotation)

    def check_unread(self, index: int) -> None:
        """Fail where something of C++20 begins that is not read here."""
        text, following = self.tokens[index].text, self.tokens[index + 1]
        if text not in _UNREAD or not (following.kind == "word" or following.text == "("):
            return
        if text in _MODULES and cxx_words.EDITIONS[self.std[-2:]] < 2020:
            return
        what, advice = _UNREAD[text]
        self.fail("not-read", index, f"{what}, which this does not read", advice)

    def unexpected(self, index: int, where: str) -> NoReturn:
        """Fail at a token that cannot stand where it does."""
        self.check_unread(index)
        for suspect in (index - 1, index):
            if suspect >= 0 and self.is_identifier(suspect):
                self.check_spelling(suspect, annotation=True)
        advice = "take it out, or finish what comes before it"
        if self.role(index) in cxx_words.SPECIFIER_ROLES:
            advice = "put a ',' or a ';' before it"
        self.fail(
            "unexpected-token", index, f"{self.describe(index)} is not allowed {where}", advice
        )

    def take_qualifier(self, word: str, index: int, found: list[Word]) -> None:
        """Add a qualifier to others; one that stands among them already is reported once."""
        before = sum(word == known for known, _ in found)
        if before == 1:
            message = f"{word!r} is here twice"
            self.findings.append(
                self.diagnostic("error", "duplicate-qualifier", index, message, "once is enough")
            )
        if before < 2:  # so that the list stays short
            found.append((word, index))

    # -- names -----------------------------------------------------------------

    def begins_name(self, index: int) -> bool:
        """Whether a name stands at `index`, with `::` before it or not."""
        if self.tokens[index].text == "::":
            return self.is_identifier(index + 1)
        return self.is_identifier(index)

    def template_end(self, index: int) -> int:
        """Return the index behind the `>` that closes the `<` at `index`."""
        depth, start = 0, index
        while index < self.count and self.tokens[index].text not in (";", "{", "}", ")", "]"):
            text = self.tokens[index].text
            depth += (text == "<") - (text == ">")
            index = self.closing.get(index, index) + 1
            if depth == 0:
                return index
        self.fail(
            "unclosed-template", start, "these template arguments are never closed",
            "close them with '>'",
        )  # fmt: skip
        return index

    def qualified(self, index: int) -> Name:
        """Return the name that begins at `index`, with its qualification."""
        start, owner_end = index, index
        if self.tokens[index].text == "::":
            index += 1
        while True:
            last = self.tokens[index].text
            index += 1
            if self.tokens[index].text == "<":
                index = self.template_end(index)
            if self.tokens[index].text != "::":
                break
            owner_end, index = index, index + 1
            text = self.tokens[index].text
            if text == "template":
                index += 1
            elif text in _BEHIND_OWNERS:
                owner = self.source(start, owner_end)
                return Name(start, index + (text == "*"), owner, last, _BEHIND_OWNERS[text])
            if not self.is_identifier(index):
                self.fail(
                    "expected-name", index, f"expected a name after '::', found "
                    f"{self.describe(index)}", "write the member's name",
                )  # fmt: skip
        inside = self.source(start, owner_end) if owner_end > start else None
        return Name(start, index, inside, last, "name")

    # -- the skeleton ----------------------------------------------------------

    def emit(self, kind: str, index: int) -> None:
        """Show the grammar one token."""
        self.skeleton.append((kind, index))

    def emit_operator(self, part: Operator) -> None:
        """Show the grammar a pointer, marked if it is another thing."""
        self.emit("TIMES", part.start)
        for _ in range(_MARKS[part.kind]):
            self.emit("RESTRICT", part.start)
        for word, index in part.qualifiers:
            if word in _GRAMMAR:
                self.emit(_GRAMMAR[word], index)

    def confirm(self, found: Sequence[Declarator]) -> None:
        """Ask the grammar whether the skeleton nests as these declarators do."""
        try:
            confirm_shapes(self.skeleton, tuple(shape(one.parts) for one in found))
        except GrammarError as error:
            index = self.skeleton[-1][1] if error.index is None else error.index
            self.fail(
                "syntax",
                index,
                f"{self.describe(index)} is not allowed here",
                "the grammar has no declaration of this form",
            )
        except DisagreementError as error:
            self.fail(
                "internal",
                found[0].start,
                f"this reader's two walks over the declarator disagree: {error}",
                "please report this declaration; it is our defect",
            )


def shape(parts: Sequence[Part]) -> Shape:
    """Return how a declarator nests, in the words of `shapes`."""
    return tuple(_shape(part) for part in parts)


def _shape(part: Part) -> Shape:
    match part:
        case Operator(kind=kind, qualifiers=qualifiers):
            marks = ["restrict"] * _MARKS[kind]
            marks += [word for word, _ in qualifiers if word in _GRAMMAR]
            return ("*", tuple(sorted(marks)))
        case Brackets(size=size):
            return ("[", size is not None, ())
        case Call(shapes=shapes, variadic=variadic):
            return ("(", variadic, tuple(shapes))


def _unshifted(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each `>>` as two `>`: they may close two template-ids."""
    if all(token.text != ">>" for token in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        if token.text == ">>" and token.kind == "punctuator":
            middle = token.end - 1
            found.append(Token("punctuator", ">", token.start, middle))
            found.append(Token("punctuator", ">", middle, token.end))
        else:
            found.append(token)
    return found
