"""The scan: tokens to declarations, each with its specifiers and declarators found.

A text may hold several declarations; one that cannot be read is reported, and
the reading goes on behind its semicolon.
"""

from collections.abc import Iterator

from cexplain import words
from cexplain.cursor import Cursor, ScanError
from cexplain.declarators import DeclaratorScanner
from cexplain.diagnostics import Diagnostic
from cexplain.raw import (
    RawDeclaration,
    RawDeclarator,
    RawEnumerator,
    RawParentheses,
    RawSpecifiers,
    RawTagged,
    RawTypeName,
)
from cexplain.source import Lines
from cexplain.specifiers import TYPE_ROLES, Place, roles
from cexplain.tokens import tokenize
from cexplain.tree import Attribute

_SPECIFIER_ROLES = TYPE_ROLES | {
    "storage", "function", "qualifier", "alignas", "attribute", "extension", "declspec",
}  # fmt: skip


class Scanner(DeclaratorScanner):
    """Scans a whole text; iterate `declarations()` once."""

    def __init__(self, text: str, std: str, known_types: set[str] | None = None) -> None:
        lines = Lines(text)
        tokens, problems = tokenize(text, lines, std)
        Cursor.__init__(self, text, tokens, lines, std)
        self.diagnostics.extend(problems)
        self.known_types = set() if known_types is None else known_types
        self.roles = roles(std)

    def declarations(self) -> Iterator[RawDeclaration | Diagnostic]:
        """Yield each declaration in turn, or what is wrong with it."""
        try:
            self.pair_brackets()
        except ScanError as error:
            yield error.diagnostic
            return
        index = self._skip_empty(0)
        while index < self.count:
            try:
                found = self.declaration(index, "declaration")
                index = found.end
                yield found
            except ScanError as error:
                yield error.diagnostic
                index = self._recover(index)
            index = self._skip_empty(index)

    def _skip_empty(self, index: int) -> int:
        """Return the index of the next token that begins a declaration."""
        while index < self.count:
            text = self.tokens[index].text
            called = self.tokens[index + 1].text == "("
            if text == ";":
                index += 1
            elif text in words.STATIC_ASSERT and called:
                index = self.closing[index + 1] + 1
            elif text in words.ASM and self._asm_end(index) is not None:
                index = self._asm_end(index) or index
            else:
                break
        return index

    def _asm_end(self, index: int) -> int | None:
        """Return the index behind `asm volatile goto ("…")`, None if it is none."""
        index += 1
        while self.tokens[index].text in ("volatile", "__volatile__", "inline", "goto"):
            index += 1
        return self.closing[index] + 1 if self.tokens[index].text == "(" else None

    def _recover(self, index: int) -> int:
        """Return the index behind the declaration that begins at `index`."""
        while index < self.count:
            text = self.tokens[index].text
            if text == ";":
                return index + 1
            if text in ("(", "[", "{"):
                index = self.closing[index]
                following = self.tokens[index + 1]
                if text == "{" and following.kind == "word" and following.text in self.roles:
                    return index + 1
            index += 1
        return index

    # -- one declaration -------------------------------------------------------

    def declaration(self, index: int, place: Place) -> RawDeclaration:
        """Scan the declaration, member declaration, type or cast that begins at `index`."""
        outer, self.skeleton = self.skeleton, []
        try:
            if self.tokens[index].text == "(" and self._is_cast(index):
                return self._cast(index)
            self._check_statement(index)
            specifiers = self.specifiers(index, place)
            return self._declared(specifiers, place)
        finally:
            self.skeleton = outer

    def _check_statement(self, index: int) -> None:
        token = self.tokens[index]
        if token.text in words.STATEMENT_KEYWORDS or token.text == "{":
            self.fail(
                "statement",
                index,
                f"{token.text!r} begins a statement, and this reads declarations",
                "give it the declarations alone",
            )

    def _declared(self, specifiers: RawSpecifiers, place: Place) -> RawDeclaration:
        index = specifiers.end
        token = self.tokens[index]
        nothing_behind = token.text == ";" or token.kind == "end"
        if place == "member" and token.text == "}":
            nothing_behind = True
        if nothing_behind and self._only_attributes(specifiers):
            return RawDeclaration(specifiers, (), "tag", [], index + 1)
        if nothing_behind and isinstance(specifiers.base, RawTagged):
            alone = token.kind == "end" and specifiers.base.body is None
            if place == "member" or not (alone or specifiers.storage):
                end = index + (token.text == ";")
                return RawDeclaration(specifiers, (), "tag", [], end)
        self.emit_type(specifiers)
        declarators = [self._init_declarator(index, place, specifiers)]
        index = declarators[0].end
        if self._begins_body(index, declarators[0]):
            return self._definition(specifiers, declarators[0])
        while self.tokens[index].text == ",":
            self.emit("COMMA", index)
            declarators.append(self._init_declarator(index + 1, place, specifiers))
            index = declarators[-1].end
        end = self._end_of(index, declarators[-1])
        self.emit("SEMI", index, ";")
        kind = self._kind(declarators, specifiers, place)
        self._warn_implicit_int(declarators[0], specifiers)
        if any(word == "typedef" for word, _ in specifiers.storage):
            self.known_types.update(d.name for d in declarators if d.name)
        return RawDeclaration(specifiers, declarators, kind, self.skeleton, end)

    @staticmethod
    def _only_attributes(specifiers: RawSpecifiers) -> bool:
        return bool(specifiers.attributes) and not (
            specifiers.has_type or specifiers.storage or specifiers.qualifiers
        )

    def _kind(
        self, declarators: list[RawDeclarator], specifiers: RawSpecifiers, place: Place
    ) -> str:
        """Return "type" for an abstract type alone, else "declaration"."""
        nameless = [found for found in declarators if found.name is None]
        if not nameless or place == "member":
            return "declaration"
        found = nameless[0]
        if not specifiers.has_type:
            self.fail(
                "expected-type",
                found.index,
                f"a type is missing before {self.describe(found.index)}",
                "begin with a type, such as int",
            )
        if len(declarators) > 1 or specifiers.storage or found.initializer is not None:
            self.fail(
                "expected-name",
                found.index,
                f"a name is missing before {self.describe(found.index)}",
                "write the name that is declared",
            )
        return "type"

    def _warn_implicit_int(self, found: RawDeclarator, specifiers: RawSpecifiers) -> None:
        """Say that C has had no implicit int since C99."""
        if not specifiers.has_type and not self.std.endswith("89"):
            self.warn(
                "implicit-int",
                found.index,
                f"{found.name!r} is declared without a type; before C99 that meant int",
                "write the type, such as int",
            )

    def _end_of(self, index: int, last: RawDeclarator) -> int:
        """Return the index behind the semicolon, which may be missing at the end."""
        token = self.tokens[index]
        if token.text == ";":
            return index + 1
        if token.kind == "end" or token.text == "}":
            return index
        if token.kind == "word" and last.name is not None:
            role = self.roles.get(token.text, ("identifier", ""))[0]
            if role in _SPECIFIER_ROLES:
                found = self.diagnostic(
                    "error",
                    "missing-semicolon",
                    index,
                    f"expected ';' before {token.text!r}",
                    f"put a ';' behind the declaration of {last.name!r}",
                )
                self.diagnostics.append(found)
                return index
        self._unexpected(index, "behind this declarator")

    def _init_declarator(
        self, index: int, place: Place, specifiers: RawSpecifiers
    ) -> RawDeclarator:
        found = self.declarator(index, place)
        index = found.end
        if found.name is None and not found.derivations and self.tokens[index].text == "=":
            self.fail("expected-name", index, "a name is missing before '='", "write the name")
        if self.tokens[index].text == ":":
            index = self._bit_width(index, found)
        while True:
            before = index
            if self.tokens[index].text in words.ASM:
                end = self._asm_end(index)
                if end is None:
                    self._unexpected(index, "behind this declarator")
                found.asm_label = self.source(index + 2, end - 1)
                index = end
            if found.name is not None or specifiers.has_type:
                index = self.trailing_attributes(index, found.attributes)
            if index == before:
                break
        if self.tokens[index].text == "=":
            index = self._initializer(index, found)
        found.end = index
        return found

    def _expression_end(self, index: int, stops: tuple[str, ...]) -> int:
        """Return the index of the first of `stops` outside of brackets, or of the end."""
        while index < self.count:
            text = self.tokens[index].text
            if text in stops:
                return index
            index = self.closing.get(index, index) + 1
        return self.count

    def _bit_width(self, index: int, found: RawDeclarator) -> int:
        end = self._expression_end(index + 1, (",", ";", "}", "=", *words.ATTRIBUTE))
        if end == index + 1:
            self.fail(
                "expected-width", end, "expected a bit-field's width after ':'", "write a number"
            )
        found.bit_width = self.source(index + 1, end)
        return end

    def _initializer(self, index: int, found: RawDeclarator) -> int:
        end = self._expression_end(index + 1, (",", ";"))
        if end == index + 1:
            self.fail(
                "expected-initializer",
                end,
                f"expected a value after '=', found {self.describe(end)}",
                "write the value, or take the '=' out",
            )
        found.initializer = self.source(index + 1, end)
        return end

    # -- definitions of functions ----------------------------------------------

    def begins_old_style(self, index: int) -> bool:
        """Whether token `index` begins an old-style definition's declarations or its body."""
        token, behind = self.tokens[index], self.tokens[index + 1]
        if token.text == "{":
            return True
        if token.kind != "word":
            return False
        role = self.roles.get(token.text, ("identifier", ""))[0]
        if role == "identifier":
            return behind.text == "*" or (behind.kind == "word" and behind.text not in self.roles)
        return role in TYPE_ROLES or role in ("qualifier", "storage")

    def _begins_body(self, index: int, found: RawDeclarator) -> bool:
        outermost = found.derivations[0] if found.derivations else None
        if not isinstance(outermost, RawParentheses) or found.name is None:
            if self.tokens[index].text == "{" and found.name is not None:
                self.fail(
                    "body-without-function",
                    index,
                    f"a body follows, but {found.name!r} is no function",
                    "an initializer in braces needs a '=' before it",
                )
            return False
        return self.tokens[index].text == "{" or outermost.content == "identifiers"

    def _definition(self, specifiers: RawSpecifiers, found: RawDeclarator) -> RawDeclaration:
        index = found.end
        self._warn_implicit_int(found, specifiers)
        self.emit("SEMI", index, ";")
        skeleton = self.skeleton
        parameters = []
        while self.tokens[index].text != "{":
            if self.tokens[index].kind == "end":
                self.fail(
                    "missing-body", index, f"the body of {found.name!r} is missing", "write { }"
                )
            parameters.append(self.declaration(index, "declaration"))
            index = parameters[-1].end
        end = self.closing[index] + 1
        return RawDeclaration(
            specifiers, (found,), "definition", skeleton, end, parameters=parameters
        )

    # -- type names and casts --------------------------------------------------

    def _is_cast(self, index: int) -> bool:
        end = self.closing[index]
        if end == index + 1:
            return False
        inner = self.tokens[index + 1]
        if inner.kind != "word":
            return False
        role = self.roles.get(inner.text, ("identifier", ""))[0]
        if role != "identifier":
            return role in _SPECIFIER_ROLES
        return self.tokens[index + 2].text in (")", "*") or self.tokens[index + 2].kind == "word"

    def _cast(self, index: int) -> RawDeclaration:
        close = self.closing[index]
        name = self.type_name(index + 1, close)
        end = self._expression_end(close + 1, (";",))
        operand = self.source(close + 1, end) if end > close + 1 else None
        kind = "type" if operand is None else "cast"
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
                self._unexpected(end, "in this type name")
            self.emit_type(specifiers)
            declarator = self.declarator(specifiers.end, "type")
            index = self.trailing_attributes(declarator.end, declarator.attributes)
            if index != end:
                self._unexpected(index, "in this type name")
            if not specifiers.has_type:
                self.fail(
                    "expected-type", start, f"expected a type, found {self.describe(start)}",
                    "write a type, such as int",
                )  # fmt: skip
            self.emit("SEMI", end, ";")
            return RawTypeName(specifiers, declarator, self.skeleton)
        finally:
            self.skeleton = outer

    # -- struct, union, enum ---------------------------------------------------

    def tagged(self, index: int) -> tuple[RawTagged, int]:
        """Scan a struct, union or enum specifier; return it and the index behind it."""
        found = RawTagged(self.tokens[index].text, index)
        start = index
        index = self._tag_attributes(index + 1, found.attributes)
        token = self.tokens[index]
        if token.kind == "word" and token.text not in self.roles:
            found.tag = index
            index += 1
            if self.tokens[index].kind == "word" and self.tokens[index + 1].text == "{":
                self._check_keyword_tag(index)
        elif token.text not in ("{", ":"):
            self._check_keyword_tag(index)
        if found.keyword == "enum" and self._has_underlying(index, found):
            end = self._expression_end(index + 1, ("{", ";", ","))
            found.underlying = self.type_name(index + 1, end)
            index = end
        if self.tokens[index].text == "{":
            end = self.closing[index]
            found.body = (index, end)
            if found.keyword == "enum":
                found.enumerators = self._enumerators(index + 1, end)
            else:
                found.members = self._members(index + 1, end)
            index = self._tag_attributes(end + 1, found.attributes)
        elif found.tag is None:
            self.fail(
                "expected-tag",
                start,
                f"{found.keyword!r} needs a tag or a body in braces",
                f"write {found.keyword} NAME, or {found.keyword} {{ … }}",
            )
        return found, index

    def _check_keyword_tag(self, index: int) -> None:
        token = self.tokens[index]
        self.fail(
            "expected-tag",
            index,
            f"expected a tag or '{{', found {self.describe(index)}",
            f"{token.text!r} is a keyword; choose another name"
            if token.text in self.roles
            else "write a name or a body in braces",
        )

    def _tag_attributes(self, index: int, into: list[Attribute]) -> int:
        while True:
            token = self.tokens[index]
            if token.text in words.ATTRIBUTE:
                index = self.gnu_attribute(index, into)
            elif token.text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, into)
            elif token.text == "__declspec":
                index = self._declspec_end(index)
            else:
                return index

    def _declspec_end(self, index: int) -> int:
        return self.closing[index + 1] + 1 if self.tokens[index + 1].text == "(" else index + 1

    def _has_underlying(self, index: int, found: RawTagged) -> bool:
        """Whether `: type` follows an enum, and not a bit-field's width."""
        if self.tokens[index].text != ":":
            return False
        return self.tokens[index + 1].kind == "word" and (
            found.tag is None
            or (self._expression_end(index + 1, ("{", ";", ",")) > index + 1
            and self.starts_type(index + 1, index + 2))
            or self.tokens[index + 2].text == "{"
        )

    def _members(self, index: int, end: int) -> list[RawDeclaration]:
        members: list[RawDeclaration] = []
        while (index := self._skip_empty(index)) < end:
            found = self.declaration(index, "member")
            if found.end > end:
                self._unexpected(end, "in this member")
            members.append(found)
            index = found.end
        return members

    def _enumerators(self, index: int, end: int) -> list[RawEnumerator]:
        found: list[RawEnumerator] = []
        while index < end:
            token = self.tokens[index]
            if token.kind != "word" or token.text in self.roles:
                self.fail(
                    "expected-name",
                    index,
                    f"expected an enumeration constant's name, found {token.text!r}",
                    "write a name",
                )
            enumerator = RawEnumerator(index, None, [])
            index = self._tag_attributes(index + 1, enumerator.attributes)
            if self.tokens[index].text == "=":
                stop = min(self._expression_end(index + 1, (",", "}")), end)
                if stop == index + 1:
                    self.fail("expected-value", stop, "expected a value after '='", "write it")
                enumerator.value = self.source(index + 1, stop)
                index = stop
            found.append(enumerator)
            if index < end and self.tokens[index].text != ",":
                self._unexpected(index, "in this list of constants")
            index += 1
        return found
