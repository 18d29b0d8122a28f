"""The scan: tokens to declarations, each with its specifiers and declarators found.

A text may hold several declarations; one that cannot be read is reported, and
the reading goes on behind its semicolon.
"""

from typing import TYPE_CHECKING, Literal

from cexplain import words
from cexplain.source import Lines
from cexplain.syntax import statements
from cexplain.syntax.assertions import check_label
from cexplain.syntax.brackets import begins_line
from cexplain.syntax.cursor import Cursor, ScanError
from cexplain.syntax.identifiers import Place
from cexplain.syntax.operands import check
from cexplain.syntax.raw import (
    RawDeclaration,
    RawDeclarator,
    RawParentheses,
    RawSpecifiers,
    RawTagged,
    RawTypeName,
)
from cexplain.syntax.tagged import TaggedScanner
from cexplain.syntax.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cexplain.diagnostics import Diagnostic
    from cexplain.syntax.statement_pieces import Parsed

# What follows the const of a member function, which is C++'s.
_BEHIND_A_MEMBER = frozenset(("", ";", "{", "}", "=", "&", "&&", "noexcept", "override", "final"))


class Scanner(TaggedScanner):
    """Scans a whole text; iterate `declarations()` once."""

    def __init__(self, text: str, std: str, known_types: set[str] | None = None) -> None:
        lines = Lines(text)
        tokens, problems = tokenize(text, lines, std)
        Cursor.__init__(self, text, tokens, lines, std)
        self.findings.unread(problems)
        self.known_types = set() if known_types is None else known_types
        self.roles = words.roles(std)
        if not self.known_types.isdisjoint(words.EXTENDED):
            defined = self.known_types.intersection(words.EXTENDED)
            self.roles = {word: role for word, role in self.roles.items() if word not in defined}
        self.latest: RawDeclaration | None = None
        self._among_old_parameters = False
        self.defines = False  # whether this is a source file: a function's body was read
        self.blocks: set[int] = set()  # where the blocks end that were opened
        self.objects: set[str] = set()  # the names that the text declared
        self.stray = []
        self.assertions = []

    def declarations(self) -> "Iterator[RawDeclaration | Diagnostic | Parsed]":
        """Yield each declaration in turn, or what is wrong with it."""
        mended = self.pair_brackets()
        index = 0
        while (start := index) < self.count:
            index = self.skip_empty(start)
            spoilt = statements.spoilt(self, mended, start, index) if mended else None
            if mended and spoilt is not None:
                found, problem, index = statements.as_far(self, mended, index, spoilt)
                yield from filter(None, (found, problem))
                continue
            if index >= self.count:
                return
            try:
                if statements.opens_block(self, index):
                    index += 1
                    continue
                stands = statements.instead(self, index)
                if stands is not None:
                    index = stands.end
                    yield stands
                    continue
                self.latest = found = self.declaration(index, "declaration")
                self.defines = self.defines or found.kind == "definition"
                self.objects.update(each.name for each in found.declarators if each.name)
                index = found.end
                if mended and found.parameters:  # int f(a) int a; {
                    self.findings.extend(mended.problems(found.parameters[-1].end))
                yield found
            except ScanError as error:
                other, index = statements.behind(self, index, error.diagnostic)
                yield other
            except RecursionError:
                yield self.too_deep(index)
                index = self.recover(index)

    def recover(self, start: int) -> int:
        """Return the index behind the declaration that begins at `start`.

        It ends at the latest where a line begins with a word that begins declarations.
        """
        index = start
        while index < self.count:
            text = self.tokens[index].text
            if text == ";":
                return index + 1
            specifier = index > start and self.role(index) in words.SPECIFIER_ROLES
            if specifier and begins_line(self.text, self.tokens[index]):
                return index
            if text in ("(", "[", "{"):
                index = self.closing[index]
                following = self.tokens[index + 1]
                body = text == "{" and following.kind == "word"
                if body and (following.text in self.roles or begins_line(self.text, following)):
                    return index + 1
            index += 1
        return index

    # -- one declaration -------------------------------------------------------

    def declaration(self, index: int, place: Place) -> RawDeclaration:
        """Scan the declaration, member declaration, type or cast that begins at `index`."""
        outer, self.skeleton = self.skeleton, []
        try:
            if self.tokens[index].text == "(" and self.is_cast(index):
                return self._cast(index)
            self.check_statement(index)
            specifiers = self.specifiers(index, place)
            return self._declared(specifiers, place)
        finally:
            self.skeleton = outer

    def _declared(self, specifiers: RawSpecifiers, place: Place) -> RawDeclaration:
        index = specifiers.end
        token = self.tokens[index]
        nothing_behind = token.text == ";" or token.kind == "end"
        if place == "member" and token.text == "}":
            nothing_behind = True
        if nothing_behind and self._only_attributes(specifiers):
            return RawDeclaration(specifiers, (), "tag", [], index + 1)
        if nothing_behind and isinstance(specifiers.base, RawTagged):
            base = specifiers.base
            alone = token.kind == "end" and base.body is None
            unnamed = specifiers.storage and base.tag is None and base.keyword != "enum"
            if place == "member" or not (alone or unnamed):
                end = index + (token.text == ";")
                return RawDeclaration(specifiers, (), "tag", [], end)
        self.emit_type(specifiers)
        declarators = [self._init_declarator(index, place)]
        index = declarators[0].end
        if self._begins_body(index, declarators[0]):
            return self._definition(specifiers, declarators[0])
        while self.tokens[index].text == ",":
            self.emit("COMMA", index)
            declarators.append(self._init_declarator(index + 1, place))
            index = declarators[-1].end
        self.check_shared(specifiers.end - specifiers.start, len(declarators), specifiers.start)
        end = self._end_of(index, declarators[-1])
        self.emit("SEMI", index)
        kind = self._kind(declarators, specifiers, place)
        self.warn_implicit_int(declarators[0], specifiers)
        if specifiers.storage and any(word == "typedef" for word, _ in specifiers.storage):
            self.known_types.update(d.name for d in declarators if d.name)
        return RawDeclaration(specifiers, declarators, kind, self.skeleton, end)

    @staticmethod
    def _only_attributes(specifiers: RawSpecifiers) -> bool:
        return bool(specifiers.attributes) and not (
            specifiers.has_type or specifiers.storage or specifiers.qualifiers
        )

    def _kind(
        self, declarators: list[RawDeclarator], specifiers: RawSpecifiers, place: Place
    ) -> Literal["declaration", "type"]:
        """Return "type" for an abstract type alone, else "declaration"."""
        nameless = [found for found in declarators if found.name is None]
        if nameless and place == "member":
            nameless = [found for found in nameless if found.bit_width is None]
        if not nameless:
            return "declaration"
        found = nameless[0]
        if not specifiers.has_type:
            self.fail(
                "expected-type",
                found.index,
                f"a type is missing before {self.describe(found.index)}",
                "begin with a type, such as int",
            )
        several = len(declarators) > 1 or found.initializer is not None
        if several or specifiers.storage or place == "member":
            self.fail(
                "expected-name",
                found.index,
                f"a name is missing before {self.describe(found.index)}",
                "write the name that is declared",
            )
        return "type"

    def _end_of(self, index: int, last: RawDeclarator) -> int:
        """Return the index behind the semicolon, which may be missing at the end."""
        token = self.tokens[index]
        if token.text == ";":
            return index + 1
        if token.kind == "end" or token.text == "}":
            return index
        if token.kind == "word" and last.name is not None:
            role = self.roles.get(token.text, words.IDENTIFIER)[0]
            member = (
                role == "qualifier"
                and self.tokens[index - 1].text == ")"
                and self.tokens[index + 1].text in _BEHIND_A_MEMBER
            )
            if role in words.SPECIFIER_ROLES and not member:
                found = self.diagnostic(
                    "error", "missing-semicolon", index, f"expected ';' before {token.text!r}",
                    f"put a ';' after the declaration of {last.name!r}",
                )  # fmt: skip
                self.findings.append(found)
                return index
        self.unexpected(index, "after this declarator")
        return None

    def _init_declarator(self, index: int, place: Place) -> RawDeclarator:
        found = self.declarator(index, place)
        index = found.end
        if found.name is None and not found.derivations and self.tokens[index].text == "=":
            self.fail("expected-name", index, "a name is missing before '='", "write the name")
        if self.tokens[index].text == ":" and self.tokens[index + 1].text != "=":
            index = self._bit_width(index, found)
        while True:
            before = index
            if self.tokens[index].text in words.ASM:
                end = self.asm_end(index)
                if end is None:
                    self.unexpected(index, "after this declarator")
                check_label(self, index)
                found.asm_label = self.source(index + 2, end - 1)
                index = end
            if not self._is_old_style(found):
                index = self.trailing_attributes(index, found.attributes)
            if index == before:
                break
        if self.tokens[index].text == "=":
            index = self._initializer(index, found, place)
        found.end = index
        return found

    def _bit_width(self, index: int, found: RawDeclarator) -> int:
        end = self.expression_end(index + 1, (",", ";", "}", "=", *words.ATTRIBUTE))
        if end == index + 1:
            self.fail(
                "expected-width", end, "expected a bit-field's width after ':'", "write a number"
            )
        self.check_colon(index)
        check(self, index + 1, end, "constant", "a bit-field's width")
        found.bit_width = self.source(index + 1, end)
        return end

    def _initializer(self, index: int, found: RawDeclarator, place: Place) -> int:
        self.check_value(index)
        if place == "member":
            self.fail(
                "member-initializer",
                index,
                "a member cannot be initialized where it is declared",
                "initialize the object that has it; C++ allows it: --std c++17",
            )
        end = self.expression_end(index + 1, (",", ";"))
        if end == index + 1:
            self.fail(
                "expected-initializer",
                end,
                f"expected a value after '=', found {self.describe(end)}",
                "write the value, or take the '=' out",
            )
        check(self, index + 1, end, "initializer", "an initializer")
        found.initializer = self.source(index + 1, end)
        return end

    # -- definitions of functions ----------------------------------------------

    def begins_old_style(self, index: int, names: set[str]) -> bool:
        """Whether token `index` begins an old-style definition's declarations or its body."""
        token, behind = self.tokens[index], self.tokens[index + 1]
        if self._among_old_parameters:
            return False  # a parameter is no definition, and these do not nest
        if token.text == "{":
            return True
        if token.kind != "word":
            return False
        role = self.roles.get(token.text, words.IDENTIFIER)[0]
        if role == "identifier":
            if behind.text == "(":  # foo_t (a);
                return self.tokens[index + 2].text in {*names, "*", "("}
            return behind.text == "*" or self.is_identifier(index + 1)
        return role in words.TYPE_ROLES or role in ("qualifier", "storage")

    def _begins_body(self, index: int, found: RawDeclarator) -> bool:
        outermost = found.derivations[0] if found.derivations else None
        if not isinstance(outermost, RawParentheses) or found.name is None:
            if self.tokens[index].text == "{" and found.name is not None:
                self.fail(
                    "body-without-function",
                    index,
                    f"a body follows, but {found.name!r} is not a function",
                    "a function has parentheses before its body, a list of values a '='",
                )
            return False
        return self.tokens[index].text == "{" or self._is_old_style(found)

    @staticmethod
    def _is_old_style(found: RawDeclarator) -> bool:
        outermost = found.derivations[0] if found.derivations else None
        return isinstance(outermost, RawParentheses) and outermost.content == "identifiers"

    def _definition(self, specifiers: RawSpecifiers, found: RawDeclarator) -> RawDeclaration:
        index = found.end
        self.warn_implicit_int(found, specifiers)
        self.emit("SEMI", index)
        skeleton = self.skeleton
        parameters: list[RawDeclaration] = []
        while self.tokens[index].text != "{":
            if self.tokens[index].kind == "end" and parameters:
                break
            if self.tokens[index].kind == "end":
                self.fail(
                    "missing-body", index, f"the body of {found.name!r} is missing", "write { }"
                )
            parameters.append(self._old_parameter(index))
            index = parameters[-1].end
        end = self.closing.get(index, index - 1) + 1
        if end > index:
            self.findings.forget(self.span(index, end))
        return RawDeclaration(
            specifiers, (found,), "definition", skeleton, end, parameters=parameters
        )

    def _old_parameter(self, index: int) -> RawDeclaration:
        self._among_old_parameters = True
        try:
            return self.declaration(index, "declaration")
        finally:
            self._among_old_parameters = False

    # -- type names and casts --------------------------------------------------

    def is_cast(self, index: int) -> bool:
        """Whether the parentheses that open here hold a type, and so make a cast."""
        end = self.closing[index]
        if end == index + 1:
            return False
        inner = self.tokens[index + 1]
        if inner.kind != "word":
            return False
        role = self.roles.get(inner.text, words.IDENTIFIER)[0]
        if role != "identifier":
            return role in words.SPECIFIER_ROLES
        behind = self.tokens[index + 2]
        if behind.text == "(":  # (foo_t (*)[2]) x
            return self.tokens[index + 3].text in ("*", "(", "[")
        return behind.text in (")", "*") or behind.kind == "word"

    def _cast(self, index: int) -> RawDeclaration:
        close = self.closing[index]
        name = self.type_name(index + 1, close)
        end = self.expression_end(close + 1, (";",))
        operand = self.source(close + 1, end) if end > close + 1 else None
        if operand is not None:
            check(self, index, end, "expressions", "a cast")
        kind: Literal["type", "cast"] = "type" if operand is None else "cast"
        after = end + (self.tokens[end].text == ";")
        return RawDeclaration(
            name.specifiers, (name.declarator,), kind, name.skeleton, after, operand
        )

    def type_name(self, start: int, end: int) -> RawTypeName:
        """Scan tokens [start, end) as a type name (6.7.8)."""
        outer, self.skeleton = self.skeleton, []
        try:
            specifiers = self.specifiers(start, "type")
            if specifiers.end > end:
                self.unexpected(end, "in this type name")
            self.emit_type(specifiers)
            declarator = self.declarator(specifiers.end, "type")
            index = self.trailing_attributes(declarator.end, declarator.attributes)
            if index != end:
                self.unexpected(index, "in this type name")
            if not specifiers.has_type:
                self.fail(
                    "expected-type", start, f"expected a type, found {self.describe(start)}",
                    "write a type, such as int",
                )  # fmt: skip
            self.emit("SEMI", end)
            return RawTypeName(specifiers, declarator, self.skeleton)
        finally:
            self.skeleton = outer
