"""The parameters of a function of C++ and what follows them; the types that declarators make."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from cexplain import words
from cexplain.source import Spans
from cexplain.syntax import cxx_words
from cexplain.syntax.cxx_cursor import shape
from cexplain.syntax.cxx_raw import Brackets, Call, Declarator, Operator, Part, Place, Specifiers
from cexplain.syntax.cxx_specifiers import SpecifierScanner, ordered
from cexplain.syntax.operands import check
from cexplain.tree import (
    Array,
    CType,
    Expression,
    Function,
    FunctionSuffix,
    MemberPointer,
    Parameter,
    ParameterTypeList,
    Pointer,
    Reference,
    UnknownSize,
)

if TYPE_CHECKING:
    from cexplain.syntax.raw import Word


class FunctionScanner(SpecifierScanner):
    """Scans a function's parentheses, and folds a declarator's parts into a type."""

    @abstractmethod
    def declarator(self, specifiers: Specifiers, place: Place) -> Declarator:
        """Scan the declarator behind specifiers."""

    def call(self, start: int, found: Declarator) -> int:
        end = self.closing[start]
        call = Call(start, end + 1)
        found.parts.append(call)
        self.emit("LPAREN", start)
        if end - start == 2 and self.tokens[start + 1].text == "void":
            pass
        elif end > start + 1:
            self._parameters(start + 1, end, call)
        self.emit("RPAREN", end)
        return self._behind_parameters(end + 1, call, found)

    def _parameters(self, index: int, end: int, into: Call) -> None:
        while True:
            if self.tokens[index].text == "..." and index + 1 == end:
                into.variadic = True
                self.emit("ELLIPSIS", index)
                return
            index = self._parameter(index, end, into)
            if index == end:
                return
            if self.tokens[index].text == "..." and index + 1 == end:
                self.emit("COMMA", index)  # `(int...)` is `(int, ...)`
                continue
            if self.tokens[index].text != ",":
                self.unexpected(index, "in this parameter list")
            self.emit("COMMA", index)
            index += 1

    def _parameter(self, index: int, end: int, into: Call) -> int:
        if index == end or self.tokens[index].text == ",":
            self.fail(
                "expected-parameter", index, f"expected a parameter before {self.describe(index)}",
                "write its type, or take the comma out",
            )  # fmt: skip
        itself: list[Word] = []
        if self.tokens[index].text == "this" and not into.parameters:
            itself.append(("this", index))  # the object itself, which came with C++23
            index += 1
        specifiers = self.specifiers(index, "parameter")
        if not specifiers.has_type:
            self.unexpected(specifiers.end, "where a parameter's type belongs")
        self.emit("INT", index)
        found = self.declarator(specifiers, "parameter")
        index = found.end
        while self.tokens[index].text in words.ATTRIBUTE:
            index = self.gnu_attribute(index, found.attributes)
        default = None
        if self.tokens[index].text == "=":
            stop = min(self._default_end(index + 1), end)
            if stop == index + 1:
                self.fail("expected-value", stop, "expected a value after '='", "write it")
            check(self, index + 1, stop, "initializer", "a default argument")
            default = Expression(self.source(index + 1, stop))
            index = stop
        parameter = Parameter(
            found.name,
            self.derive(self.base(specifiers), found.parts),
            tuple(word for word, _ in (*itself, *specifiers.storage)),
            (*specifiers.attributes, *found.attributes),
            default,
        )
        if found.name is not None:
            self.spans.put(parameter, self.texts(*found.span), "name")
        self.spans.put(parameter, self.word_spans((*itself, *specifiers.storage)), "storage")
        into.parameters.append(parameter)
        into.shapes.append(shape(found.parts))
        return index

    def _default_end(self, index: int) -> int:
        """Return where a default argument ends: a comma within `<…>` does not end it."""
        while (index := self.expression_end(index, (",", ")", "<"))) < self.count:
            if self.tokens[index].text != "<" or not self.is_identifier(index - 1):
                if self.tokens[index].text != "<":
                    return index
                index += 1
                continue
            closed = self.expression_end(index, (">", ")", ";"))
            index = closed + 1 if self.tokens[closed].text == ">" else index + 1
        return index

    def _behind_parameters(self, index: int, call: Call, found: Declarator) -> int:
        """Scan what may follow `)`: cv- and ref-qualifiers, noexcept, a trailing return type."""
        qualifiers: list[Word] = []
        reference, exceptions, start = None, None, index
        while True:
            text = self.tokens[index].text
            role, canonical = self.roles.get(text, cxx_words.IDENTIFIER)
            if role == "qualifier" and reference is None and exceptions is None:
                self.take_qualifier(canonical, index, qualifiers)
                index += 1
            elif text in ("&", "&&") and reference is None:
                reference = text
                index += 1
            elif text in ("noexcept", "throw"):
                called = self.tokens[index + 1].text == "("
                stop = self.closing[index + 1] + 1 if called else index + 1
                exceptions = self.source(index, stop)
                index = stop
            elif text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, found.attributes)
            else:
                break
        if index > start and (qualifiers or reference or exceptions):
            call.suffix = FunctionSuffix(
                ordered(word for word, _ in qualifiers),
                "&" if reference == "&" else "&&" if reference else None,
                exceptions,
            )
            call.suffix_spans = self.texts(start, index)
        if self.tokens[index].text == "->":
            index = self._trailing(index, call)
        return index

    def _trailing(self, index: int, call: Call) -> int:
        """Scan `-> type-id`; return the index behind it."""
        if cxx_words.EDITIONS[self.std[-2:]] < 2011:
            self.findings.append(
                self.diagnostic(
                    "error", "later-standard", index,
                    "a return type after the parameters came with C++11",
                    "choose a later --std",
                )
            )  # fmt: skip
        outer, self.skeleton = self.skeleton, []
        try:
            specifiers = self.specifiers(index + 1, "type")
            if not specifiers.has_type:
                self.unexpected(specifiers.end, "where the type after '->' belongs")
            self.emit("INT", index + 1)
            found = self.declarator(specifiers, "type")
            self.emit("SEMI", index)
            self.confirm([found])
        finally:
            self.skeleton = outer
        call.trailing = self.derive(self.base(specifiers), found.parts)
        return found.end

    # -- types -----------------------------------------------------------------

    def derive(self, base: CType, parts: list[Part] | list[Operator]) -> CType:
        """Return the type that a declarator makes of its base type, innermost first."""
        derived = base
        for part in reversed(parts):
            derived, spans = self._derived(derived, part)
            self.spans.put(derived, spans)
        return derived

    def _derived(self, of: CType, part: Part) -> tuple[CType, Spans]:
        match part:
            case Operator(kind=kind, attributes=marked):
                qualifiers = ordered(word for word, _ in part.qualifiers)
                spans = (self.span(part.start, part.end), *self.word_spans(part.qualifiers))
                if kind == "*":
                    return Pointer(of, qualifiers, tuple(marked)), spans
                if kind == "::*":
                    return MemberPointer(part.owner, of, qualifiers, tuple(marked)), spans
                return Reference(of, kind == "&&", qualifiers, tuple(marked)), spans
            case Brackets(start, end, size):
                extent = UnknownSize() if size is None else Expression(size)
                return Array(of, extent), (self.span(start, end),)
            case Call(start, end, parameters, _, variadic, suffix, marks, trailing):
                listed = ParameterTypeList(tuple(parameters), variadic)
                node = Function(of if trailing is None else trailing, listed, suffix)
                parentheses = (self.token_span(start), self.token_span(end - 1))
                return node, (*parentheses, *marks)
