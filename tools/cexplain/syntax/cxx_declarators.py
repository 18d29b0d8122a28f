"""Declarators of C++ ([dcl.decl]): from the name outwards, and the types that they make."""

from cexplain import words
from cexplain.syntax import cxx_words
from cexplain.syntax.cursor import MAX_DERIVATIONS
from cexplain.syntax.cxx_functions import FunctionScanner
from cexplain.syntax.cxx_raw import Brackets, Declarator, Operator, Place, Specifiers
from cexplain.syntax.operands import check
from cexplain.tree import CType, Inferred

_ONLY_IN_C = frozenset({"static", "const", "volatile", "restrict"})
_POINTERS = ("*", "&", "&&")
_BEGIN_EXPRESSIONS = frozenset(
    (
        "static_cast const_cast dynamic_cast reinterpret_cast co_await co_yield throw typeid "
        "sizeof alignof new delete this"
    ).split()
)
_VALUES = frozenset(
    (
        "this true false nullptr new sizeof static_cast const_cast dynamic_cast reinterpret_cast"
    ).split()
)
_SIGNS = frozenset({"-", "+", "!", "{", "*", "++", "--"})
_SIGNS_OF_OPERATORS = frozenset(
    (
        "+ - * / % ^ & | ~ ! = < > += -= *= /= %= ^= &= |= << >> >>= <<= == != <= >= <=> && || "
        "++ -- , ->* ->"
    ).split()
)
"""What [over.oper] lets a function be called; () and [] are looked at apart."""
_OPERATORS = frozenset({"new", "delete", "co_await"})


class DeclaratorScanner(FunctionScanner):
    """Scans declarators and writes the skeleton that the grammar will confirm."""

    def type_name(self, start: int, end: int) -> CType:
        """Scan tokens [start, end) as a type-id ([dcl.name]); return the type."""
        outer, self.skeleton = self.skeleton, []
        try:
            specifiers = self.specifiers(start, "type")
            if not specifiers.has_type:
                self.fail(
                    "expected-type", start, f"expected a type, found {self.describe(start)}",
                    "write a type, such as int",
                )  # fmt: skip
            self.emit("INT", start)
            found = self.declarator(specifiers, "type")
            if found.end != end:
                self.unexpected(min(found.end, end), "in this type")
            self.emit("SEMI", end)
            self.confirm([found])
        finally:
            self.skeleton = outer
        return self.derive(self.base(specifiers), found.parts)

    def declarator(self, specifiers: Specifiers, place: Place) -> Declarator:
        """Scan the declarator behind specifiers, abstract where `place` allows it."""
        index = specifiers.end
        found = Declarator(index)
        found.end = self._declarator(index, place, found, specifiers)
        if len(found.parts) > MAX_DERIVATIONS:
            self.fail(
                "too-deep", found.start,
                f"a declarator of {len(found.parts)} parts; this reader goes to {MAX_DERIVATIONS}",
                "name a part of it with an alias",
            )  # fmt: skip
        return found

    def _declarator(
        self, index: int, place: Place, found: Declarator, specifiers: Specifiers
    ) -> int:
        index, operators = self._operators(index, found)
        for part in operators:
            self.emit_operator(part)
        index = self._direct(index, place, found, specifiers)
        found.parts.extend(reversed(operators))
        return index

    def _operators(self, index: int, found: Declarator) -> tuple[int, list[Operator]]:
        """Scan the pointer operators from `index`; return the index behind them, and them."""
        operators: list[Operator] = []
        while True:
            text = self.tokens[index].text
            if text in words.ATTRIBUTE:
                index = self.gnu_attribute(index, found.attributes)
                continue
            if text == "*":
                part = Operator(index, index + 1, "*")
            elif text == "&":
                part = Operator(index, index + 1, "&")
            elif text == "&&":
                part = Operator(index, index + 1, "&&")
            elif self.begins_name(index) and (name := self.qualified(index)).kind == (
                "member pointer"
            ):
                part = Operator(index, name.end, "::*", name.owner or "")
            else:
                return index, operators
            index = self._qualifiers(part)
            operators.append(part)

    def _qualifiers(self, part: Operator) -> int:
        index = part.end
        while True:
            token = self.tokens[index]
            role, canonical = self.roles.get(token.text, cxx_words.IDENTIFIER)
            if token.text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, part.attributes)
            elif token.kind == "word" and role == "qualifier":
                self.take_qualifier(canonical, index, part.qualifiers)
                index += 1
            else:
                return index

    # -- the name --------------------------------------------------------------

    def _direct(self, index: int, place: Place, found: Declarator, specifiers: Specifiers) -> int:
        text = self.tokens[index].text
        if text == "..." and place == "parameter":
            found.name = "..."  # a pack: `Args ...args`
            found.span = (index, index + 1)
            if self.is_identifier(index + 1):
                found.name = f"...{self.tokens[index + 1].text}"
                found.span = (index, index + 2)
            index = found.span[1]
            self.emit("ID", found.start)
        elif self.begins_name(index) or text == "~" or self.role(index) == "operator":
            if place == "type":
                self.fail(
                    "unexpected-name", index,
                    f"a type-id declares nothing, but this one names {text!r}", "take the name out",
                )  # fmt: skip
            index = self._name(index, found)
            self.emit("ID", found.span[0])
        elif text == "(" and self._is_group(index, place):
            self.emit("LPAREN", index)
            end = self.closing[index]
            found.depth += 1
            inside = self._declarator(index + 1, place, found, specifiers)
            found.depth -= 1
            if inside != end:
                self.unexpected(inside, "in this declarator")
            self.emit("RPAREN", end)
            index = end + 1
        elif text == "[" and isinstance(specifiers.type, Inferred) and not found.depth:
            self.fail(
                "not-read", index,
                "a structured binding declares several names, which this does not read",
                "give each name a declaration of its own, as in auto &a = pair.first",
            )  # fmt: skip
        else:
            self._check_nameless(index)
            found.span = (index, index)
            self.emit("ID", index)
        return self._suffixes(index, place, found, specifiers)

    def _name(self, index: int, found: Declarator) -> int:
        """Scan the declared name: plain, qualified, a destructor's or an operator's."""
        start = index
        if self.begins_name(index):
            name = self.qualified(index)
            found.owner, found.last, index = name.owner, name.last, name.end
        if self.tokens[index].text == "~":
            if not self.is_identifier(index + 1):
                self.fail(
                    "expected-name", index + 1, "expected the name of a class after '~', found "
                    f"{self.describe(index + 1)}", "write ~ and the class's name",
                )  # fmt: skip
            found.last = f"~{self.tokens[index + 1].text}"
            index += 2
        elif self.role(index) == "operator":
            index = self._operator_name(index, found)
        if not found.name:
            found.name = self.source(start, index)
        found.span = (start, index)
        return index

    def _operator_name(self, index: int, found: Declarator) -> int:
        """Scan what follows `operator`: a sign, new and delete, a literal's suffix, or a type."""
        start, index = index, index + 1
        token = self.tokens[index]
        if token.kind == "word" and token.text not in _OPERATORS:
            return self._conversion_name(start, found)
        if token.text in {"(", "["}:
            index = self.closing[index] + 1
        elif token.kind == "word":
            index += 1
            if self.tokens[index].text == "[":
                index += 2
        elif token.kind == "string":
            index += 1 + (self.tokens[index + 1].kind == "word")
        else:
            while self.tokens[index].text not in ("(", ";") and index < self.count:
                index += 1
            signs = self.source(start + 1, index).replace(" ", "")
            if signs not in _SIGNS_OF_OPERATORS:
                self.fail(
                    "expected-name", start + 1, f"{signs!r} is not an operator that can be a "
                    "function",
                    "write one of C++'s operators, as in operator+",
                )  # fmt: skip
        found.last = self.source(start, index).replace(" ", "")
        if token.kind in {"word", "string"}:
            found.last = self.source(start, index)
        found.name = f"{found.owner}::{found.last}" if found.owner else found.last
        return index

    def _conversion_name(self, start: int, found: Declarator) -> int:
        """Scan `operator const char *`, a conversion function's name."""
        outer, self.skeleton = self.skeleton, []
        specifiers = self.specifiers(start + 1, "type")
        if not specifiers.has_type:
            self.fail(
                "expected-type", specifiers.end,
                f"expected a sign or a type after 'operator', found "
                f"{self.describe(specifiers.end)}", "write operator+, or operator bool",
            )  # fmt: skip
        wanted = Declarator(specifiers.end)
        index, operators = self._operators(specifiers.end, wanted)
        self.skeleton = outer
        found.converts_to = self.derive(self.base(specifiers), list(reversed(operators)))
        found.last = self.source(start, index)
        found.name = f"{found.owner}::{found.last}" if found.owner else found.last
        return index

    def _check_nameless(self, index: int) -> None:
        """Fail where something stands that can be no name."""
        token = self.tokens[index]
        if token.kind == "word" and token.text not in words.ATTRIBUTE and (
            token.text not in ("noexcept", "const", "volatile")
        ):  # fmt: skip
            begins = index == 0 or self.tokens[index - 1].text in (";", "{", "}")
            if begins and token.text in _BEGIN_EXPRESSIONS:
                self.fail(
                    "statement", index, "this is an expression, but a declaration is expected here",
                    "read the declarations of the names in it; as C, expressions are read",
                )  # fmt: skip
            self.fail(
                "keyword-as-name", index, f"{token.text!r} is a keyword and cannot be a name",
                f"choose another name, such as {token.text}_",
            )  # fmt: skip
        if token.kind in ("number", "string", "character"):
            self.fail(
                "expected-name", index, f"expected a name, found {token.text}",
                "a name begins with a letter or an underscore",
            )  # fmt: skip

    def _is_group(self, index: int, place: Place) -> bool:
        """Whether a parenthesis groups a declarator, and is no parameter list."""
        inner = self.tokens[index + 1]
        if inner.text in (*_POINTERS, "("):
            return True
        if inner.text == ")" or not self.begins_name(index + 1):
            return False
        name = self.qualified(index + 1)
        if name.kind == "member pointer":
            return True
        if self.tokens[name.end].text not in (")", "(", "["):
            return False
        if place in ("declaration", "member"):
            return not self.is_declared_type(inner.text)
        return place == "parameter" and not self.is_known_type(inner.text) and (
            name.end == index + 2
        )  # fmt: skip

    # -- suffixes --------------------------------------------------------------

    def _suffixes(self, index: int, place: Place, found: Declarator, specifiers: Specifiers) -> int:
        while True:
            text = self.tokens[index].text
            if text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, found.attributes)
            elif text == "[":
                index = self._brackets(index, found)
            elif text == "(":
                if self._is_initializer(index, place, found, specifiers):
                    return index
                index = self.call(index, found)
            else:
                return index

    def _brackets(self, start: int, found: Declarator) -> int:
        end = self.closing[start]
        size = self.source(start + 1, end) if end > start + 1 else None
        first = self.tokens[start + 1].text
        if first in _ONLY_IN_C or (first == "*" and end == start + 2):
            self.fail(
                "expected-size", start + 1,
                f"{first!r} in an array's brackets is C; C++ has the size alone there",
                "take it out, or choose --std c23 to read C",
            )  # fmt: skip
        self.emit("LBRACKET", start)
        if size is not None:
            check(self, start + 1, end, "expression", "an array's size")
            self.emit("ID", start + 1)
        self.emit("RBRACKET", end)
        found.parts.append(Brackets(start, end + 1, size))
        return end + 1

    def _is_initializer(
        self, index: int, place: Place, found: Declarator, specifiers: Specifiers
    ) -> bool:
        """Whether parentheses hold an initial value, and no parameters ([dcl.ambig.res])."""
        if place != "declaration" or specifiers.special is not None:
            return False
        if found.depth or found.parts or found.name is None:
            return False
        first, index = self.tokens[index + 1], index + 1
        if first.kind in ("number", "string", "character"):
            return True
        if first.text == "this" and self.tokens[index + 1].kind == "word":
            return False  # the object itself as a parameter, which came with C++23
        if first.text in _VALUES or first.text in _SIGNS:
            return True
        if first.text == "&" or not self.is_identifier(index):
            return first.text == "&"
        if first.text in self.objects:
            return True
        name = self.qualified(index)
        behind = self.tokens[name.end].text
        inner = self.tokens[name.end + 1].text
        qualified = name.owner is not None and behind == "(" and inner not in _POINTERS
        return qualified or behind in (".", "->", "+", "-", "/", "%", "==", "?")
