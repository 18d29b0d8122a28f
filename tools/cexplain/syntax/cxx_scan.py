"""The scan of C++: tokens to declarations, each confirmed by the grammar."""

from collections.abc import Iterator

from cexplain.diagnostics import Diagnostic
from cexplain.syntax import cxx_statements, cxx_words
from cexplain.syntax.brackets import Mended, begins_line
from cexplain.syntax.cursor import MAX_NESTING, ScanError
from cexplain.syntax.cxx_initial import InitScanner
from cexplain.syntax.cxx_raw import Declarator, Found, Place, Specifiers
from cexplain.syntax.cxx_special import parts_of
from cexplain.syntax.operands import check
from cexplain.syntax.statement_pieces import Parsed
from cexplain.tree import (
    Absent,
    Class,
    CType,
    CxxParts,
    Declaration,
    DeclarationKind,
    Enum,
    Expression,
    Function,
    has_body,
)
from cexplain.values import replace


class CxxScanner(InitScanner):
    """Scans a whole text in C++; iterate `declarations()` once."""

    def __init__(self, text: str, std: str, known_types: set[str] | None = None) -> None:
        super().__init__(text, std, known_types)
        self.stray, self.bodies = [], []
        self.defines = False
        self.scopes: list[int] = []  # where names get a scope, or a using-directive stands
        self._parameters_before: str | None = None
        self._templates = 0  # the heads before what is being read

    def declarations(self) -> Iterator[Found | Diagnostic | Parsed]:
        """Yield what each stretch of the text declares or does, or what is wrong with it."""
        mended = self.pair_brackets()
        index = self.skip_empty(0)
        while index < self.count:
            behind = self._passed(index, mended)
            spoilt = self._spoilt(index, mended) if mended and behind is None else None
            if behind is not None:
                index = behind
            elif mended is not None and spoilt is not None:
                head = cxx_statements.cut_off(self, index, spoilt)
                problem = mended.problem(spoilt)
                if head is not None:
                    yield head
                if problem is not None and (head is None or head.end > spoilt):
                    yield problem
                index = mended.resume(spoilt) if head is None else head.end
            else:
                found = self._next(index)
                yield found
                index = self._recover(index) if isinstance(found, Diagnostic) else found.end
            index = self.skip_empty(index)

    def _next(self, index: int) -> Found | Diagnostic | Parsed:
        """Return the declaration or statement that begins at a token, or what is wrong with it."""
        call = cxx_statements.called(self, index)
        if call is not None:
            return call
        try:
            found = self.declaration(index, "declaration")
            self.check_weight(found.declared, index, found.end)
        except ScanError as error:
            return cxx_statements.instead(self, index) or error.diagnostic
        except RecursionError:
            return self.too_deep(index)
        return found

    def _spoilt(self, index: int, mended: Mended) -> int | None:
        """Return the bracket without a pair in what begins at a token."""
        found = mended.in_declaration(index)
        if found is None and self.tokens[index].text in cxx_statements.HEADS:
            found = mended.spoilt(index, mended.resume(index))
        return found

    def _passed(self, index: int, mended: Mended | None) -> int | None:
        """Return the index behind braces around declarations, None where none are at a token."""
        if self._opens_scope(index):
            self.scopes.append(index)
            index = self.expression_end(index, ("{",))
        elif self.tokens[index].text != "}":
            return None
        if mended is not None:
            self.findings.extend(mended.problems(index))
        return index + 1

    def _opens_scope(self, index: int) -> bool:
        """Whether `namespace a {` or `extern "C" {` stands here: its declarations are read."""
        token, following = self.tokens[index], self.tokens[index + 1]
        if token.text == "extern" and following.kind == "string":
            return self.tokens[index + 2].text == "{"
        if token.text == "inline" and following.text == "namespace":
            return True
        if token.text != "namespace":
            return False
        return self.tokens[self.expression_end(index, ("{", "=", ";"))].text == "{"

    def _recover(self, start: int) -> int:
        """Return the index behind the declaration that begins at `start`."""
        index = start
        while index < self.count:
            text = self.tokens[index].text
            if text == ";":
                return index + 1
            specifier = index > start and self.role(index) in cxx_words.SPECIFIER_ROLES
            if specifier and begins_line(self.text, self.tokens[index]):
                return index
            if text in ("(", "[", "{"):
                index = self.closing[index]
                if text == "{" and self.tokens[index + 1].kind == "word":
                    return index + 1
            index += 1
        return index

    # -- one declaration -------------------------------------------------------

    def declaration(self, index: int, place: Place) -> Found:
        """Scan the declaration, member, type or cast that begins at `index`."""
        outer, self.skeleton = self.skeleton, []
        try:
            return self._any(index, place)
        finally:
            self.skeleton = outer

    def _any(self, index: int, place: Place) -> Found:
        template, self._parameters_before = self._parameters_before, None
        if template is None:
            self._templates = 0
        text, following = self.tokens[index].text, self.tokens[index + 1].text
        if text in {"using", "namespace"}:
            return self._using(index, template)
        if text == "template" and following == "<":
            return self._template(index, place)
        if text in ("catch", "for") and following == "(":
            return self._of_statement(index)
        self.check_unread(index)
        if text in cxx_words.STATEMENTS or text == "{":
            self.fail(
                "statement", index, f"{text!r} begins a statement, but a declaration is expected "
                "here",
                "give it the declarations alone",
            )  # fmt: skip
        if text == "(" and self._is_cast(index):
            return self._cast(index)
        specifiers = self.specifiers(index, place)
        specifiers.template = template
        return self._declared(specifiers, place)

    def _using(self, index: int, template: str | None) -> Found:
        """Scan `using T = type;`; other using-declarations declare nothing that is read."""
        end = self.expression_end(index, (";",))
        behind = min(end + 1, self.count)
        if self.tokens[index].text != "using" or self.tokens[index + 2].text != "=":
            self.scopes.append(index)
            return Found([], behind)
        ctype = self.type_name(index + 3, end)
        name = self.tokens[index + 1].text
        self.known_types.add(name)
        extra = None if template is None else CxxParts(template=template)
        found = Declaration(name, ctype, storage=("using",), cxx=extra)
        self.spans.put(found, (self.token_span(index + 1),), "name")
        self.spans.put(found, (self.token_span(index),), "storage")
        self.spans.put(found, (self.span(index, max(end, index + 1)),))
        return Found([found], behind, Specifiers(index))

    def _template(self, index: int, place: Place) -> Found:
        """Scan a template's parameters, and what they belong to."""
        self._templates += 1
        if self._templates > MAX_NESTING:
            message = f"templates nest deeper than {MAX_NESTING} levels here"
            self.fail("too-deep", index, message, "name a part of it with an alias")
        end = self.template_end(index + 1)
        names = {
            self.tokens[place_].text
            for place_ in range(index, end)
            if self.tokens[place_ - 1].text in ("typename", "class")
        }
        self.known_types.update(names)
        self._parameters_before = self.source(index + 1, end)
        return self.declaration(end, place)

    def _of_statement(self, index: int) -> Found:
        """Scan the declaration of `catch (…)` or of a range-based `for (…)`."""
        end = self.closing[index + 1]
        behind = end + 1
        if self.tokens[behind].text == "{":
            behind = self.closing[behind] + 1
        elif self.tokens[index].text == "for":
            behind = min(self.expression_end(behind, (";",)) + 1, self.count)
        if self.tokens[index + 2].text == "...":
            return Found([], behind)
        found = self._in_head(index)
        return Found(found.declared, behind, found.specifiers)

    def _in_head(self, index: int) -> Found:
        """Scan what a statement's head declares, whose word is at a token."""
        specifiers = self.specifiers(index + 2, "parameter")
        self.emit("INT", specifiers.start)
        found = self.declarator(specifiers, "parameter")
        ends = {"for": ":", "catch": ")"}.get(self.tokens[index].text, "=")
        if self.tokens[found.end].text != ends:
            self.unexpected(found.end, "in this declaration")
        return Found(self._finish(specifiers, [found], "parameter"), found.end, specifiers)

    def in_head(self, index: int) -> Found | None:
        """Return what a head declares for its statement, None where a declaration ends with ';'."""
        end = self.closing[index + 1]
        stop = self.expression_end(index + 2, (":", ";"))
        if stop < end and self.tokens[stop].text == ";":
            return None
        outer, self.skeleton = self.skeleton, []
        try:
            return self._in_head(index)
        finally:
            self.skeleton = outer

    def _declared(self, specifiers: Specifiers, place: Place) -> Found:
        index = specifiers.end
        token = self.tokens[index]
        nothing_behind = token.text in (";", "}") or token.kind == "end"
        if nothing_behind and isinstance(specifiers.type, Class | Enum):
            alone = token.kind == "end" and not has_body(specifiers.type)
            if not alone:
                return self._tag(specifiers, index + (token.text == ";"))
        if nothing_behind and not specifiers.has_type and specifiers.attributes:
            return Found([], index + 1)
        self.emit("INT", specifiers.start)
        found = [self.init_declarator(specifiers, place)]
        index = found[0].end
        bodied = self.tokens[index].text in ("{", ":") and self.is_function(found[0])
        if bodied and found[0].name is not None:
            end = self.body_end(index)
            declared = self._finish(specifiers, found, place, "definition")
            return Found(declared, end, specifiers)
        while self.tokens[index].text == ",":
            self.emit("COMMA", index)
            behind = Specifiers(specifiers.start, index + 1, type=specifiers.type)
            found.append(self.init_declarator(behind, place))
            index = found[-1].end
        self.check_shared(specifiers.end - specifiers.start, len(found), specifiers.start)
        if self.tokens[index].text == ";":
            index += 1
        elif self.tokens[index].kind != "end" and self.tokens[index].text != "}":
            self.unexpected(index, "after this declarator")
        return Found(self._finish(specifiers, found, place), index, specifiers)

    # -- trees -----------------------------------------------------------------

    def _finish(
        self,
        specifiers: Specifiers,
        found: list[Declarator],
        place: Place,
        kind: DeclarationKind = "declaration",
    ) -> list[Declaration]:
        """Return the trees of the declarators, when the grammar has confirmed them."""
        self.emit("SEMI", found[-1].end)
        self.confirm(found)
        if any(one.name is None and one.bit_width is None for one in found):
            self._check_type(specifiers, found, place)
            if place != "parameter":
                kind = "type"
        base = self.base(specifiers)
        return [self._tree(specifiers, one, base, kind, place) for one in found]

    def _check_type(self, specifiers: Specifiers, found: list[Declarator], place: Place) -> None:
        first = next(one for one in found if one.name is None)
        if not specifiers.has_type:
            self.fail(
                "expected-type", first.start,
                f"a type is missing before {self.describe(first.start)}",
                "begin with a type, such as int",
            )  # fmt: skip
        several = len(found) > 1 or first.definition is not None
        if several or specifiers.storage or specifiers.functions or place == "member":
            self.fail(
                "expected-name", first.start,
                f"a name is missing before {self.describe(first.start)}",
                "write the name that is declared",
            )  # fmt: skip

    def _tree(
        self,
        specifiers: Specifiers,
        found: Declarator,
        base: CType,
        kind: DeclarationKind,
        place: Place,
    ) -> Declaration:
        if isinstance(base, Absent) and specifiers.special is None:
            self.fail(
                "implicit-int", found.start,
                f"{found.name!r} is declared without a type, and C++ has no implicit int",
                "write the type, such as int",
            )  # fmt: skip
        if specifiers.special is not None and not self.is_function(found):
            self.fail(
                "expected-parenthesis", found.end,
                f"expected the parameters of a {specifiers.special}, found "
                f"{self.describe(found.end)}",
                f"write {found.name or 'its name'}(…)",
            )  # fmt: skip
        if found.converts_to is not None and specifiers.has_type:
            self.fail(
                "conversion-signature", specifiers.start,
                "a conversion function names its type after 'operator' alone",
                f"take {self.source(specifiers.start, specifiers.end)!r} out",
            )  # fmt: skip
        result = base if found.converts_to is None else found.converts_to
        storage = tuple(dict.fromkeys(word for word, _ in specifiers.storage))
        declared = Declaration(
            found.name,
            self.derive(result, found.parts),
            kind,
            storage,
            tuple(dict.fromkeys(word for word, _ in specifiers.functions)),
            tuple(specifiers.alignments),
            (*specifiers.attributes, *found.attributes),
            None if found.bit_width is None else Expression(found.bit_width),
            found.initializer,
        )
        body = self.owners[-1] if self.owners and place == "member" else None
        extra = parts_of(specifiers, found, declared.type, body, member=place == "member")
        declared = declared if extra is None else replace(declared, cxx=extra)
        put = self.spans.put
        if found.name is not None:
            put(declared, self.texts(*found.span), "name")
            if "typedef" in storage:
                self.known_types.add(found.name)
            elif not isinstance(declared.type, Function):
                self.objects.add(found.name)
        put(declared, self.word_spans(specifiers.storage), "storage")
        put(declared, self.word_spans(specifiers.functions), "functions")
        put(declared, self.word_spans(found.marks), "marks")
        put(declared, self.texts(*found.definition_span), "definition")
        start = min(specifiers.start, found.start)
        put(declared, (self.span(start, max(found.end, start + 1)),))
        return declared

    def _tag(self, specifiers: Specifiers, end: int) -> Found:
        """Return the declaration of a class or enumeration alone."""
        template = specifiers.template
        declared = Declaration(
            None,
            self.base(specifiers),
            "tag",
            tuple(word for word, _ in specifiers.storage),
            tuple(word for word, _ in specifiers.functions),
            attributes=tuple(specifiers.attributes),
            cxx=None if template is None else CxxParts(template=template),
        )
        self.spans.put(declared, self.word_spans(specifiers.storage), "storage")
        self.spans.put(declared, self.word_spans(specifiers.functions), "functions")
        self.spans.put(declared, (self.span(specifiers.start, specifiers.end),))
        return Found([declared], end, specifiers)

    # -- casts -------------------------------------------------------------------

    def _is_cast(self, index: int) -> bool:
        end = self.closing[index]
        return end > index + 1 and (
            self.role(index + 1) in cxx_words.SPECIFIER_ROLES
            or (self.begins_name(index + 1) and self.qualified(index + 1).kind == "name")
        )

    def _cast(self, index: int) -> Found:
        close = self.closing[index]
        ctype = self.type_name(index + 1, close)
        end = self.expression_end(close + 1, (";",))
        operand = self.source(close + 1, end) if end > close + 1 else None
        if operand is not None:
            check(self, index, end, "expressions", "a cast")
        declared = Declaration(None, ctype, "type" if operand is None else "cast", operand=operand)
        self.spans.put(declared, (self.span(index + 1, close),))
        return Found([declared], min(end + 1, self.count), Specifiers(index + 1))
