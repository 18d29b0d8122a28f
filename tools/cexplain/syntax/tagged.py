"""Struct, union and enum specifiers (6.7.3.2, 6.7.3.3) with their bodies."""

from abc import abstractmethod

from cexplain import words
from cexplain.syntax.assertions import misplaced
from cexplain.syntax.declarators import DeclaratorScanner
from cexplain.syntax.identifiers import Place
from cexplain.syntax.operands import check
from cexplain.syntax.raw import RawDeclaration, RawEnumerator, RawTagged


class TaggedScanner(DeclaratorScanner):
    """Scans the types that have tags, and what stands between declarations."""

    stray: list[tuple[int, bool]]
    assertions: list[int]

    @abstractmethod
    def declaration(self, index: int, place: Place) -> RawDeclaration:
        """Scan the declaration that begins at `index`."""

    def skip_empty(self, index: int, *, inside: bool = False) -> int:
        """Return the index of the next token that begins a declaration.

        Semicolons that end nothing are kept in `stray`, with whether they stand in a body;
        static assertions in `assertions`.
        """
        while index < self.count:
            text = self.tokens[index].text
            called = self.tokens[index + 1].text == "("
            if text == ";":
                self.stray.append((index, inside))
                index += 1
            elif text in words.STATIC_ASSERT and called:
                self.assertions.append(index)
                self._look_at(index)
                index = self._behind_assertion(index)
            elif text in words.ASM and (end := self.asm_end(index)) is not None:
                self._look_at(index)
                index = end
            else:
                break
        return index

    def _look_at(self, index: int) -> None:
        """Report what cannot stand in the parentheses of the word at `index`."""
        found = misplaced(self, index)
        if found is not None:
            self.findings.append(found)

    def _behind_assertion(self, index: int) -> int:
        """Return the index behind a static assertion and its semicolon, if it has one."""
        end = self.closing[index + 1] + 1
        return end + (self.tokens[end].text == ";")

    def asm_end(self, index: int) -> int | None:
        """Return the index behind `asm volatile goto ("…")`, None if it is none."""
        index += 1
        while self.tokens[index].text in ("volatile", "__volatile__", "inline", "goto"):
            index += 1
        return self.closing[index] + 1 if self.tokens[index].text == "(" else None

    def tagged(self, index: int) -> tuple[RawTagged, int]:
        """Scan a struct, union or enum specifier; return it and the index behind it."""
        found = RawTagged(self.tokens[index].text, index)
        start = index
        index = self.tag_attributes(index + 1, found.attributes)
        while self._is_macro_before_tag(index):
            index = self.annotation(index, self.call_end(index), found.attributes)
        token = self.tokens[index]
        if found.keyword == "enum" and token.text in ("class", "struct"):
            self.fail_cplusplus(index, f"'enum {token.text}'")
        if token.kind == "word" and token.text not in self.roles:
            found.tag = index
            index += 1
            if self.tokens[index].kind == "word" and self.tokens[index + 1].text == "{":
                if self.tokens[index].text == "final":
                    self.fail_cplusplus(index, "'final' after a tag")
                self._check_keyword_tag(index)
        elif token.text not in ("{", ":"):
            self._check_keyword_tag(index)
        if found.keyword != "enum":
            self._check_class(index)
        if found.keyword == "enum" and self._has_underlying(index, found):
            end = self.expression_end(index + 1, ("{", ";", ","))
            found.underlying = self.type_name(index + 1, end)
            index = end
        if self.tokens[index].text == "{":
            end = self.closing[index]
            found.body = (index, end)
            if found.keyword == "enum":
                found.enumerators = self._enumerators(index + 1, end)
            else:
                found.members = self._members(index + 1, end)
            index = self.tag_attributes(end + 1, found.attributes)
        elif found.tag is None:
            self.fail(
                "expected-tag",
                start,
                f"{found.keyword!r} needs a tag or a body in braces",
                f"write {found.keyword} NAME, or {found.keyword} {{ … }}",
            )
        return found, index

    def _check_class(self, index: int) -> None:
        """Fail where `final` or a base class follows a tag, as C++ has them."""
        final = self.tokens[index - 1].text == "final" and self.is_identifier(index - 2)
        if final and self.tokens[index].text == "{":
            self.fail_cplusplus(index - 1, "'final' after a tag")
        if self.tokens[index].text == ":" and self.is_identifier(index + 1):
            end = self.expression_end(index + 1, ("{", ";"))
            if self.tokens[end].text == "{":
                self.fail_cplusplus(index, "a base class")

    def _is_macro_before_tag(self, index: int) -> bool:
        """Whether an annotation stands at `index`, as in `struct __packed point { … }`."""
        if not (self.is_identifier(index) and self.is_annotation(index)):
            return False
        behind = self.call_end(index)
        return self.is_identifier(behind) and self.tokens[behind + 1].text == "{"

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

    def _has_underlying(self, index: int, found: RawTagged) -> bool:
        """Whether `: type` follows an enum, and not a bit-field's width."""
        if self.tokens[index].text != ":":
            return False
        return self.tokens[index + 1].kind == "word" and (
            found.tag is None
            or (
                self.expression_end(index + 1, ("{", ";", ",")) > index + 1
                and self.starts_type(index + 1, index + 2)
            )
            or self.tokens[index + 2].text == "{"
        )

    def _members(self, index: int, end: int) -> list[RawDeclaration]:
        members: list[RawDeclaration] = []
        while (index := self.skip_empty(index, inside=True)) < end:
            found = self.declaration(index, "member")
            if found.end > end:
                self.unexpected(end, "in this member")
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
            index = self.tag_attributes(index + 1, enumerator.attributes)
            if self.tokens[index].text == "=":
                stop = min(self.expression_end(index + 1, (",", "}")), end)
                if stop == index + 1:
                    self.fail("expected-value", stop, "expected a value after '='", "write it")
                check(self, index + 1, stop, "constant", "a constant's value")
                enumerator.value = self.source(index + 1, stop)
                index = stop
            found.append(enumerator)
            if index < end and self.tokens[index].text != ",":
                self.unexpected(index, "in this list of constants")
            index += 1
        return found
