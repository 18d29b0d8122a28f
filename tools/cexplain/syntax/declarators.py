"""Declarators (6.7.7): from the name outwards, and what the grammar is shown of them."""

from cexplain import words
from cexplain.syntax import idioms
from cexplain.syntax.cursor import MAX_DERIVATIONS
from cexplain.syntax.expectations import IN_PARAMETERS, ExpectingScanner
from cexplain.syntax.identifiers import Place
from cexplain.syntax.operands import check
from cexplain.syntax.raw import (
    RawBrackets,
    RawDeclarator,
    RawDerivation,
    RawName,
    RawParameter,
    RawParentheses,
    RawSpecifiers,
    RawStar,
)
from cexplain.tree import Attribute

_GRAMMAR_QUALIFIERS = {
    "const": "CONST",
    "volatile": "VOLATILE",
    "restrict": "RESTRICT",
    "_Atomic": "_ATOMIC",
}


class DeclaratorScanner(ExpectingScanner):
    """Scans declarators and writes the skeleton that the grammar will confirm."""

    # -- the skeleton ----------------------------------------------------------

    def emit(self, kind: str, index: int) -> None:
        """Show the grammar one token."""
        self.skeleton.append((kind, index))

    def emit_type(self, specifiers: RawSpecifiers) -> None:
        """Show the grammar specifiers as the one type that they denote."""
        self.skeleton.append(("INT", specifiers.start))

    # -- declarators -----------------------------------------------------------

    def declarator(self, index: int, place: Place) -> RawDeclarator:
        """Scan a declarator, abstract where `place` allows it; `end` is the first token behind."""
        found = RawDeclarator(None, index, start=index)
        found.end = self._declarator(index, place, found)
        if len(found.derivations) > MAX_DERIVATIONS:
            self.fail(
                "too-deep",
                found.start,
                f"a declarator of {len(found.derivations)} parts; this reader goes to "
                f"{MAX_DERIVATIONS}",
                "name a part of it with a typedef",
            )
        return found

    def _declarator(self, index: int, place: Place, found: RawDeclarator) -> int:
        stars: list[RawDerivation] = []
        tokens = self.tokens
        while True:
            token = tokens[index]
            text = token.text
            if text == "*" or (text == "^" and tokens[index - 1].text in ("(", "*", "^")):
                star, index = self._star(index, found)
                stars.append(star)
            elif token.kind != "word":
                break
            elif text in words.ATTRIBUTE:
                index = self.gnu_attribute(index, found.attributes)
            elif text == "__extension__":
                index += 1
            elif self._is_convention(index):
                index = self.annotation(index, self.call_end(index), found.attributes)
            else:
                break
        index = self._direct(index, place, found)
        stars.reverse()
        found.derivations.extend(stars)
        return index

    def _is_convention(self, index: int) -> bool:
        """Whether a word here is an annotation before the stars or the name."""
        if not self.is_identifier(index) or self.is_prototype_macro(index + 1):
            return False
        if self.tokens[index + 1].text == "*":  # (stdcall *f), __user *p
            return self.tokens[index - 1].text == "(" or self.is_annotation(index)
        of_function = self.tokens[index + 2].text == "(" and not self.is_annotation_call(index + 1)
        return self.is_identifier(index + 1) and (of_function or self.is_annotation(index))

    def _star(self, index: int, found: RawDeclarator) -> tuple[RawStar, int]:
        star = RawStar(index, block=self.tokens[index].text == "^")
        said: list[Attribute] = []
        self.emit("TIMES", index)
        index += 1
        while True:
            token = self.tokens[index]
            if token.kind != "word":
                if token.text == "[" and self.tokens[index + 1].text == "[":
                    index = self.standard_attributes(index, star.attributes)
                    continue
                break
            role, canonical = self.roles.get(token.text, words.IDENTIFIER)
            if role == "qualifier":
                star.qualifiers.append((canonical, index))
                self.emit(_GRAMMAR_QUALIFIERS[canonical], index)
                index += 1
            elif role == "attribute":
                index = self.gnu_attribute(index, said)
            elif role == "identifier" and self._is_convention(index):
                index = self.annotation(index, self.call_end(index), said)
            else:
                break
        for attribute in said:
            whole = idioms.is_of_declaration(attribute)
            (found.attributes if whole else star.attributes).append(attribute)
        return star, index

    def _direct(self, index: int, place: Place, found: RawDeclarator) -> int:
        token = self.tokens[index]
        if token.kind == "word" and token.text not in self.roles:
            if place == "type":
                self.fail(
                    "unexpected-name",
                    index,
                    f"a type name declares nothing, but this one names {token.text!r}",
                    "take the name out",
                )
            found.name, found.index = token.text, index
            self.emit("ID", index)
            index += 1
        elif token.text == "(" and self._is_group(index, place):
            self.emit("LPAREN", index)
            end = self.closing[index]
            inside = self._declarator(index + 1, place, found)
            if inside != end:
                self.unexpected(inside, "in this declarator")
            self.emit("RPAREN", end)
            index = end + 1
        else:
            self.check_nameless(index, place, found)
            found.index = index
            self.emit("ID", index)
        return self._suffixes(index, found)

    def _is_group(self, index: int, place: Place) -> bool:
        """Whether a parenthesis groups a declarator, and is no parameter list."""
        inner = self.tokens[index + 1]
        if inner.text == ")":
            return False
        if inner.kind != "word":
            if inner.text == "[":
                return self.tokens[index + 2].text != "[" and not self.is_parameter_mark(index + 1)
            return inner.text in ("*", "(", "^")
        role = self.roles.get(inner.text, words.IDENTIFIER)[0]
        if role == "attribute":
            return self.tokens[self.closing.get(index + 2, index) + 1].text in ("*", "(")
        if role != "identifier":
            return False
        behind = self.tokens[index + 2]
        if behind.text == "*":  # (WINAPI *f) against (foo_t *)
            return not self.is_known_type(inner.text) and self._group_continues(index)
        if behind.kind == "word" and behind.text not in self.roles:
            return self._group_continues(index) and place == "declaration"
        if behind.text not in (")", "(", "["):
            return False
        if place in ("declaration", "member"):
            return not self.is_declared_type(inner.text)
        return place == "parameter" and not self.is_known_type(inner.text)

    def _group_continues(self, index: int) -> bool:
        return self.tokens[self.closing[index] + 1].text in ("(", "[")

    # -- suffixes --------------------------------------------------------------

    def _suffixes(self, index: int, found: RawDeclarator) -> int:
        tokens, start = self.tokens, index
        while True:
            text = tokens[index].text
            if text == "[":
                if tokens[index + 1].text == "[":
                    level = len(found.derivations) if index > start else None
                    index = self.standard_attributes(index, found.attributes, level)
                else:
                    index = self._brackets(index, found)
            elif text == "(":
                index = self._parentheses(index, found)
            elif idioms.holds_parameters(text) and self.is_prototype_macro(index):
                index = self._parentheses(index + 2, found) + 1
            else:
                return index

    def _brackets(self, start: int, found: RawDeclarator) -> int:
        end = self.closing[start]
        brackets = RawBrackets(start, end + 1)
        self.emit("LBRACKET", start)
        index = start + 1
        while index < end and self.tokens[index].kind == "word":
            role, canonical = self.roles.get(self.tokens[index].text, words.IDENTIFIER)
            if role == "qualifier":
                brackets.qualifiers.append((canonical, index))
                self.emit(_GRAMMAR_QUALIFIERS[canonical], index)
            elif canonical == "static" and not brackets.static:
                brackets.static = True
                self.emit("STATIC", index)
            else:
                break
            index += 1
        if end - index == 1 and self.tokens[index].text == "*":
            if brackets.static:
                self.fail(
                    "static-without-size",
                    index,
                    "'static' promises a size, and '*' leaves it open",
                    "write the least number of elements, as in [static 4], or '*' alone",
                )
            brackets.size = "*"
            self.emit("TIMES", index)
        elif index < end:
            check(self, index, end, "expression", "an array's size")
            brackets.size = self.source(index, end)
            self.emit("ID", index)
        elif brackets.static:
            self.fail(
                "static-without-size",
                end,
                "'static' promises a size, and none follows",
                "write the least number of elements, as in [static 4]",
            )
        self.emit("RBRACKET", end)
        found.derivations.append(brackets)
        return end + 1

    def _parentheses(self, start: int, found: RawDeclarator) -> int:
        end = self.closing[start]
        parentheses = RawParentheses(start, end + 1)
        found.derivations.append(parentheses)
        self.emit("LPAREN", start)
        index = start + 1
        if index == end:
            parentheses.content = "empty"
        elif self._is_identifier_list(index, end):  # shown to the grammar as ()
            parentheses.content = "identifiers"
            parentheses.identifiers = list(range(index, end, 2))
        else:
            self._parameters(index, end, parentheses)
        self.emit("RPAREN", end)
        return end + 1

    def _is_identifier_list(self, index: int, end: int) -> bool:
        """Whether (a, b) is the list of an old-style definition, and not of types."""
        for position in range(index, end):
            token = self.tokens[position]
            if (position - index) % 2:
                if token.text != ",":
                    return False
            elif token.kind != "word" or token.text in self.roles:
                return False
            elif self.is_declared_type(token.text):
                return False  # a type's name names no parameter (6.9.2)
        names = {token.text for token in self.tokens[index:end]}
        return self.begins_old_style(self._behind_groups(index - 1, end), names)

    def _behind_groups(self, start: int, end: int) -> int:
        """Return the index behind the groups around a parameter list, and behind their suffixes.

        Of `int (*f(a))(void) int a; {}`, where the list is (a): the index of the second int.
        """
        opening, behind = start - 1, end + 1
        while self.tokens[behind].text == ")":
            stars = opening
            while opening > 0 and (
                self.tokens[opening - 1].text == "*" or self.role(opening - 1) == "qualifier"
            ):
                opening -= 1
            opening -= 1
            if opening < 0 or opening + 1 == stars or self.closing.get(opening) != behind:
                break
            behind += 1
            while self.tokens[behind].text in ("(", "["):
                behind = self.closing[behind] + 1
        return behind

    def _parameters(self, index: int, end: int, into: RawParentheses) -> None:
        shown = len(self.skeleton)
        if end - index == 1 and self.tokens[index].text == "void":
            into.content = "void"
            self.emit("VOID", index)
            return
        while True:
            if self.tokens[index].text == "...":
                into.variadic = True
                self.emit("ELLIPSIS", index)
                index += 1
                if index != end:
                    self.fail(
                        "ellipsis-not-last", index, "'...' must come last in a parameter list",
                        "move it to the end",
                    )  # fmt: skip
                return
            index = self._parameter(index, end, into)
            if index == end:
                return
            if self.tokens[index].text == ";":
                # GNU's forward declarations; the grammar does not know them.
                into.forward += into.parameters
                into.parameters = []
                del self.skeleton[shown:]
                index += 1
                continue
            if self.tokens[index].text != ",":
                self.unexpected(index, IN_PARAMETERS)
            self.emit("COMMA", index)
            index += 1

    def _parameter(self, index: int, end: int, into: RawParentheses) -> int:
        if index == end or self.tokens[index].text == ",":
            self.fail(
                "expected-parameter",
                index,
                f"expected a parameter before {self.describe(index)}",
                "write its type, or take the comma out",
            )
        specifiers = self.specifiers(index, "parameter")
        if specifiers.end == index:
            self.unexpected(index, "where a parameter's type belongs")
        base = specifiers.base
        if isinstance(base, RawName) and any(
            one.declarator.name == base.text for one in into.parameters
        ):
            self.fail(
                "hidden-type", base.index,
                f"{base.text!r} is a parameter from here on, and no type any more",
                "give the parameter another name",
            )  # fmt: skip
        self.emit_type(specifiers)
        declarator = self.declarator(specifiers.end, "parameter")
        declarator.end = self.trailing_attributes(declarator.end, declarator.attributes)
        into.parameters.append(RawParameter(specifiers, declarator))
        return declarator.end

    def trailing_attributes(self, index: int, into: list[Attribute]) -> int:
        """Scan attributes and annotations behind a declarator; return the index behind them."""
        while True:
            token = self.tokens[index]
            value = self.tokens[index + 1].kind in ("number", "string")
            if value and (token.text == "@" or token.text in idioms.NUMBERED):
                index = self.place(index, into)  # PORTA @ 0x10, interrupt 1
                continue
            if token.text in idioms.ALONE and self.tokens[index - 1].kind != "word":
                index = self.annotation(index, index + 1, into)
                continue
            if token.kind != "word" and token.text != "[":
                return index
            if token.text in words.ATTRIBUTE:
                index = self.gnu_attribute(index, into)
            elif token.text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, into)
            elif self.is_identifier(index) and self.is_annotation(index):
                if self._is_declarator(index):
                    return index
                index = self.annotation(index, self.call_end(index), into)
            else:
                return index

    def _is_declarator(self, index: int) -> bool:
        """Whether a name with parameters stands here, before which a ',' or ';' is missing."""
        if self.is_annotation_word(index) or self.tokens[index + 1].text != "(":
            return False
        return self.role(index + 2) in (*words.TYPE_ROLES, "qualifier", "storage")
