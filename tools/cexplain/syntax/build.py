"""From the scan to the type tree, each node with its spans."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, assert_never

from cexplain.source import Span, Spans
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.qualified import once, qualified, qualifiers
from cexplain.syntax.raw import (
    Operand,
    RawAtomic,
    RawBase,
    RawBitInt,
    RawBrackets,
    RawDeclaration,
    RawDeclarator,
    RawDerivation,
    RawExpression,
    RawInferred,
    RawName,
    RawParameter,
    RawParentheses,
    RawSpecifiers,
    RawStar,
    RawTagged,
    RawTypeName,
    RawTypeof,
    Skeleton,
    Word,
)
from cexplain.syntax.scan import Scanner
from cexplain.syntax.shapes import DisagreementError
from cexplain.syntax.skeletons import GrammarError, confirm
from cexplain.tree import (
    Alignment,
    Array,
    ArraySize,
    Basic,
    BitInt,
    CType,
    Declaration,
    Enum,
    Enumerator,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    Member,
    NoPrototype,
    Parameter,
    Parameters,
    ParameterTypeList,
    Pointer,
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
)

if TYPE_CHECKING:
    from cexplain.diagnostics import Diagnostic
    from cexplain.syntax.statement_pieces import Parsed


class Builder:
    """Builds the trees of one scanned text."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.spans = scanner.spans
        self.empty_means_void = scanner.std.endswith("23")

    def build(self, raw: RawDeclaration) -> list[Declaration]:
        """Return what a scanned declaration declares; raise ScanError if the grammar refuses."""
        if not raw.declarators:
            return self._tag(raw)
        self._confirm(raw.skeleton, raw.declarators)
        base = self.base(raw.specifiers)
        return [self._declared(raw, found, base) for found in raw.declarators]

    # -- the grammar -----------------------------------------------------------

    def _confirm(self, skeleton: Skeleton, declarators: Sequence[RawDeclarator]) -> None:
        try:
            confirm(skeleton, declarators)
        except GrammarError as error:
            self._refuse(error, skeleton)
        except DisagreementError as error:
            self.scanner.fail(
                "internal",
                declarators[0].index,
                f"this reader's two walks over the declarator disagree: {error}",
                "please report this declaration; it is our defect",
            )

    def _refuse(self, error: GrammarError, skeleton: Skeleton) -> None:
        index = skeleton[-1][1] if error.index is None else error.index
        self.scanner.fail(
            "syntax",
            index,
            f"{self.scanner.describe(index)} is not allowed here",
            "C's grammar has no declaration of this form",
        )

    # -- declarations ----------------------------------------------------------

    def _declared(self, raw: RawDeclaration, found: RawDeclarator, base: CType) -> Declaration:
        specifiers = raw.specifiers
        parameters: dict[str | None, Declaration] = {}
        for old_style in raw.parameters:
            parameters.update({declared.name: declared for declared in self.build(old_style)})
        declaration = Declaration(
            name=found.name,
            type=self.derive(base, found, parameters),
            kind=raw.kind,
            storage=once(specifiers.storage),
            function_specifiers=once(specifiers.functions),
            alignments=self._alignments(specifiers) if specifiers.alignments else (),
            attributes=(*specifiers.attributes, *found.attributes),
            bit_width=None if found.bit_width is None else Expression(found.bit_width),
            initializer=found.initializer,
            asm_label=found.asm_label,
            operand=raw.operand,
        )
        put = self.spans.put
        if found.name is not None:
            put(declaration, (self.scanner.token_span(found.index),), "name")
        if specifiers.storage:
            put(declaration, self._word_spans(specifiers.storage), "storage")
        if specifiers.functions:
            put(declaration, self._word_spans(specifiers.functions), "functions")
        start = min(specifiers.start, found.start)
        put(declaration, (self.scanner.span(start, max(found.end, start + 1)),))
        return declaration

    def _tag(self, raw: RawDeclaration) -> list[Declaration]:
        specifiers = raw.specifiers
        if specifiers.base is None:
            return []
        declaration = Declaration(
            name=None,
            type=self.base(specifiers),
            kind="tag",
            storage=tuple(word for word, _ in specifiers.storage),
            attributes=tuple(specifiers.attributes),
        )
        self.spans.put(declaration, self._word_spans(specifiers.storage), "storage")
        self.spans.put(declaration, (self.scanner.span(specifiers.start, specifiers.end),))
        return [declaration]

    def _alignments(self, specifiers: RawSpecifiers) -> tuple[Alignment, ...]:
        found = []
        for raw in specifiers.alignments:
            alignment = Alignment(self._operand(raw.operand))
            self.spans.put(alignment, (self.scanner.span(raw.start, raw.end),))
            found.append(alignment)
        return tuple(found)

    # -- derived types ---------------------------------------------------------

    def derive(
        self,
        base: CType,
        found: RawDeclarator,
        declared: dict[str | None, Declaration] | None = None,
    ) -> CType:
        """Return the type that a declarator makes of its base type, innermost first."""
        derived = base
        for derivation in reversed(found.derivations):
            derived = self._derivation(derived, derivation, declared)
        return derived

    def _derivation(
        self, of: CType, raw: RawDerivation, declared: dict[str | None, Declaration] | None
    ) -> CType:
        node: CType
        spans: Spans
        token_span = self.scanner.token_span
        match raw:
            case RawStar():
                if raw.block and not isinstance(of, Function):
                    self.scanner.unexpected(raw.index, "in this declarator")
                block = True if raw.block else None
                node = Pointer(of, qualifiers(raw.qualifiers), tuple(raw.attributes), block)
                spans = (token_span(raw.index),)
                if raw.qualifiers:
                    spans += self._word_spans(raw.qualifiers)
            case RawBrackets():
                node = Array(of, _size(raw.size), qualifiers(raw.qualifiers), raw.static)
                spans = (self.scanner.span(raw.start, raw.end),)
            case RawParentheses():
                node = Function(of, self._parameters(raw, declared))
                spans = (token_span(raw.start), token_span(raw.end - 1))
                if raw.content == "void":
                    spans = (self.scanner.span(raw.start, raw.end),)
            case _:
                assert_never(raw)
        self.spans.put(node, spans)
        return node

    def _parameters(
        self, raw: RawParentheses, declared: dict[str | None, Declaration] | None
    ) -> Parameters:
        match raw.content:
            case "empty":
                return ParameterTypeList() if self.empty_means_void else NoPrototype()
            case "void":
                return ParameterTypeList()
            case "identifiers":
                return IdentifierList(tuple(self._old_style(raw.identifiers, declared or {})))
            case "prototype":
                found = tuple([self._parameter(parameter) for parameter in raw.parameters])
                forward = tuple([self._parameter(parameter) for parameter in raw.forward])
                return ParameterTypeList(found, raw.variadic, forward)
            case _:
                assert_never(raw.content)

    def _old_style(
        self, identifiers: Iterable[int], declared: dict[str | None, Declaration]
    ) -> Iterable[Parameter]:
        for index in identifiers:
            name = self.scanner.tokens[index].text
            declaration = declared.get(name)
            parameter = (
                Parameter(name, Basic("int"))
                if declaration is None
                else Parameter(name, declaration.type, declaration.storage, declaration.attributes)
            )
            self.spans.put(parameter, (self.scanner.token_span(index),), "name")
            yield parameter

    def _parameter(self, raw: RawParameter) -> Parameter:
        specifiers, found = raw.specifiers, raw.declarator
        parameter = Parameter(
            found.name,
            self.derive(self.base(specifiers), found),
            tuple([word for word, _ in specifiers.storage]),
            (*specifiers.attributes, *found.attributes),
        )
        if found.name is not None:
            self.spans.put(parameter, (self.scanner.token_span(found.index),), "name")
        if specifiers.storage:
            self.spans.put(parameter, self._word_spans(specifiers.storage), "storage")
        return parameter

    # -- base types ------------------------------------------------------------

    def base(self, specifiers: RawSpecifiers) -> CType:
        """Return the type that the specifiers denote, with its qualifiers."""
        quals = qualifiers(specifiers.qualifiers)
        raw = specifiers.base
        if raw is None:
            node: CType = Basic(specifiers.canonical, quals)
            spans = self._word_spans(specifiers.words)
        else:
            node, spans = self._base(raw, quals, specifiers)
        if specifiers.qualifiers:
            spans = tuple(sorted((*spans, *self._word_spans(specifiers.qualifiers))))
        self.spans.put(node, spans)
        return node

    def _base(
        self, raw: RawBase, quals: Qualifiers, specifiers: RawSpecifiers
    ) -> tuple[CType, Spans]:
        scanner = self.scanner
        match raw:
            case RawName():
                text = scanner.source(raw.index, raw.end)
                return TypedefName(text, quals), (scanner.span(raw.index, raw.end),)
            case RawTagged():
                return self._tagged(raw, quals)
            case RawTypeof():
                node = Typeof(self._operand(raw.operand), raw.keyword, quals)
                return node, (scanner.span(raw.start, raw.end),)
            case RawAtomic():
                named = self.type_name(raw.operand)
                return qualified(named, (*quals, "_Atomic")), (scanner.span(raw.start, raw.end),)
            case RawBitInt():
                signed = all(word != "unsigned" for word, _ in specifiers.words)
                spans = (*self._word_spans(specifiers.words), scanner.span(raw.start, raw.end))
                return BitInt(Expression(raw.width), signed, quals), spans
            case RawInferred():
                return Inferred(raw.keyword, quals), (scanner.token_span(raw.index),)
            case _:
                assert_never(raw)

    def _tagged(self, raw: RawTagged, quals: Qualifiers) -> tuple[CType, Spans]:
        scanner = self.scanner
        tag = None if raw.tag is None else scanner.tokens[raw.tag].text
        head = [scanner.token_span(raw.index)]
        if raw.tag is not None:
            head.append(scanner.token_span(raw.tag))
        if raw.body is not None:
            head += [scanner.token_span(index) for index in raw.body]
        attributes = tuple(raw.attributes)
        if raw.keyword == "enum":
            underlying = None if raw.underlying is None else self.type_name(raw.underlying)
            constants = None if raw.enumerators is None else tuple(self._enumerators(raw))
            return Enum(tag, constants, underlying, attributes, quals), tuple(head)
        members = None
        if raw.members is not None:
            members = tuple(member for found in raw.members for member in self._member(found))
        keyword: Literal["struct", "union"] = "struct" if raw.keyword == "struct" else "union"
        return Record(keyword, tag, members, attributes, quals), tuple(head)

    def _enumerators(self, raw: RawTagged) -> Iterable[Enumerator]:
        for found in raw.enumerators or ():
            value = None if found.value is None else Expression(found.value)
            name = self.scanner.tokens[found.index].text
            enumerator = Enumerator(name, value, tuple(found.attributes))
            self.spans.put(enumerator, (self.scanner.token_span(found.index),), "name")
            yield enumerator

    def _member(self, raw: RawDeclaration) -> Iterable[Member]:
        for declaration in self.build(raw):
            member = Member(
                declaration.name,
                declaration.type,
                declaration.bit_width,
                declaration.alignments,
                declaration.attributes,
            )
            self.spans.put(member, self.spans.spans(declaration, "name"), "name")
            yield member

    def _operand(self, raw: Operand) -> Expression | CType:
        if isinstance(raw, RawExpression):
            return Expression(raw.text)
        return self.type_name(raw)

    def type_name(self, raw: RawTypeName) -> CType:
        self._confirm(raw.skeleton, (raw.declarator,))
        return self.derive(self.base(raw.specifiers), raw.declarator)

    def _word_spans(self, words: Sequence[Word]) -> Spans:
        """Return the spans of keywords, which stand in their order, those of neighbours joined."""
        if len(words) == 1:
            return (self.scanner.token_span(words[0][1]),)
        joined: list[Span] = []
        first = last = -2
        for _, index in words:
            if index > last + 1:
                first = index
                joined.append(self.scanner.token_span(index))
            elif index != last:
                joined[-1] = self.scanner.span(first, index + 1)
            last = index
        return tuple(joined)


def _size(text: str | None) -> ArraySize:
    if text is None:
        return UnknownSize()
    return UnspecifiedVariableSize() if text == "*" else Expression(text)


def declarations(
    scanner: Scanner,
) -> "Iterable[list[Declaration] | Diagnostic | Parsed]":
    """Yield the trees of each declaration of a text in turn, or what stands there instead."""
    builder = Builder(scanner)
    for found in scanner.declarations():
        if not isinstance(found, RawDeclaration):
            yield found
            continue
        start = found.specifiers.start
        try:
            made = builder.build(found)
            scanner.check_weight(made, start, found.end)
            yield made
        except ScanError as error:
            yield error.diagnostic
        except RecursionError:
            yield scanner.too_deep(start)
