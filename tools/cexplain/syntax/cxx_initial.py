"""A declarator of C++ with its value or its body: what follows it in a declaration."""

from typing import Literal

from cexplain.syntax.cxx_classes import ClassScanner
from cexplain.syntax.cxx_raw import Call, Declarator, Place, Specifiers
from cexplain.syntax.operands import check

_DEFINITIONS: dict[str, Literal["0", "default", "delete"]] = {
    "0": "0",
    "default": "default",
    "delete": "delete",
}


class InitScanner(ClassScanner):
    """Scans declarators with override, `= 0`, bit-field widths, initializers and bodies.

    `bodies` gets the braces of each body.
    """

    bodies: list[tuple[int, int]]

    @staticmethod
    def is_function(found: Declarator) -> bool:
        """Whether a declarator is a function's."""
        return bool(found.parts) and isinstance(found.parts[0], Call)

    def body_end(self, index: int) -> int:
        """Return the index behind a function's body, a constructor's initializers before it."""
        if self.tokens[index].text == ":":
            index += 1
            while self.begins_name(index):
                index = self.qualified(index).end
                index = self.closing.get(index, index) + 1
                if self.tokens[index].text != ",":
                    break
                index += 1
        if self.tokens[index].text != "{":
            if self.tokens[index].kind == "end":
                return index
            self.unexpected(index, "where a body belongs")
        end = self.closing[index] + 1
        self.findings.forget(self.span(index, end))
        self.bodies.append((index, end - 1))
        return end

    def init_declarator(self, specifiers: Specifiers, place: Place) -> Declarator:
        """Scan a declarator with all that may follow it up to a comma or semicolon."""
        found = self.declarator(specifiers, place)
        index = found.end
        if self.tokens[index].text == ":" and self._may_have_width(found, place):
            end = self.expression_end(index + 1, (",", ";", "}", "=", "{"))
            if end == index + 1:
                self.fail(
                    "expected-width", end, "expected a bit-field's width after ':'",
                    "write a number",
                )  # fmt: skip
            check(self, index + 1, end, "constant", "a bit-field's width")
            found.bit_width = self.source(index + 1, end)
            index = end
        while self.tokens[index].text in ("override", "final") and self.is_function(found):
            found.marks.append((self.tokens[index].text, index))
            index += 1
        text = self.tokens[index].text
        while text in ("__attribute__", "__attribute") or (
            text == "[" and self.tokens[index + 1].text == "["
        ):
            scan = self.gnu_attribute if text != "[" else self.standard_attributes
            index = scan(index, found.attributes)
            text = self.tokens[index].text
        definition = _DEFINITIONS.get(self.tokens[index + 1].text)
        if text == "=" and definition is not None and self.is_function(found):
            found.definition = definition
            found.definition_span = (index, index + 2)
            found.end = index + 2
            return found
        if text in ("=", "(", "{") and found.name is not None and not (
            text == "{" and self.is_function(found)
        ):  # fmt: skip
            index = self._initializer(index, found)
        found.end = index
        return found

    def _may_have_width(self, found: Declarator, place: Place) -> bool:
        """Whether `:` begins a bit-field's width; a line alone may stand in a class."""
        return not self.is_function(found) and (
            place == "member" or (place == "declaration" and found.name is not None)
        )

    def _initializer(self, index: int, found: Declarator) -> int:
        """Scan `= value`, `(value)` or `{value}`; return the index behind it."""
        text = self.tokens[index].text
        end = self.closing[index] + 1 if text != "=" else self.expression_end(index + 1, (",", ";"))
        if end == index + 1:
            self.fail(
                "expected-initializer", end,
                f"expected a value after '=', found {self.describe(end)}",
                "write the value, or take the '=' out",
            )  # fmt: skip
        if text == "=":
            check(self, index + 1, end, "initializer", "an initializer")
        elif text == "{":
            check(self, index, end, "initializer", "an initializer")
        else:
            check(self, index + 1, end - 1, "arguments", "an initializer")
        found.initializer = self.source(index, end)
        return end
