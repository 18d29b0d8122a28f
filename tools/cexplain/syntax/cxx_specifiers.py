"""The specifiers of a declaration in C++ ([dcl.spec]), and the types that they name."""

from abc import abstractmethod
from collections.abc import Iterable

from cexplain.source import Spans
from cexplain.syntax import cxx_words
from cexplain.syntax.cxx_cursor import CxxCursor
from cexplain.syntax.cxx_raw import Name, Place, Specifiers
from cexplain.syntax.operands import check
from cexplain.tree import (
    QUALIFIER_ORDER,
    Absent,
    Alignment,
    Array,
    Basic,
    CType,
    Expression,
    Function,
    Inferred,
    Qualifiers,
    TypedefName,
    Typeof,
)
from cexplain.values import replace

_ONCE = frozenset({"typedef", "extern", "static", "register", "mutable", "auto"})


class SpecifierScanner(CxxCursor):
    """Scans declaration specifiers up to the declarator."""

    @abstractmethod
    def type_name(self, start: int, end: int) -> CType:
        """Scan tokens [start, end) as a type-id; return the type."""

    @abstractmethod
    def tagged(self, index: int) -> tuple[CType, Spans, int]:
        """Scan a class or enum specifier; return it, its places and the index behind it."""

    def specifiers(self, index: int, place: Place) -> Specifiers:
        """Scan the specifiers from `index`; the result's `end` is the first token behind."""
        found = Specifiers(index)
        while True:
            token = self.tokens[index]
            if token.text == "[" and self.tokens[index + 1].text == "[":
                index = self.standard_attributes(index, found.attributes)
                continue
            if token.text == "~" and not found.has_type:
                found.special = "destructor"
                break
            following = self._specifier(index, found, place)
            if following is None:
                break
            index = following
        found.end = index
        self._settle(found)
        return found

    def _specifier(  # noqa: C901, PLR0912 (one branch for each kind of word)
        self, index: int, found: Specifiers, place: Place
    ) -> int | None:
        """Take the specifier at `index`; return the index behind it, None where none stands."""
        token = self.tokens[index]
        if token.kind != "word" and token.text != "::":
            return None
        role, canonical = self.roles.get(token.text, cxx_words.IDENTIFIER)
        match role:
            case "identifier":
                return self._named(index, found, place)
            case "qualifier":
                self.take_qualifier(canonical, index, found.qualifiers)
            case "basic":
                if found.type is not None:
                    self._second_type(index)
                found.words.extend((word, index) for word in canonical.split())
            case "storage":
                found.storage.append((canonical, index))
                if canonical == "extern" and self.tokens[index + 1].kind == "string":
                    found.storage[-1] = (f"extern {self.tokens[index + 1].text}", index)
                    return index + 2
            case "function":
                found.functions.append((canonical, index))
                if canonical == "explicit" and self.tokens[index + 1].text == "(":
                    end = self.closing[index + 1] + 1
                    found.functions[-1] = (self.source(index, end), index)
                    return end
            case "attribute":
                return self.gnu_attribute(index, found.attributes)
            case "extension":
                found.extension = True
            case "alignas":
                return self._alignas(index, found)
            case "decltype":
                return self._decltype(index, found, canonical)
            case "auto":
                self._take(found, index, Inferred("auto"), (self.token_span(index),))
            case "tagged":
                self._only(found, index)
                found.type, found.spans, end = self.tagged(index)
                return end
            case "typename":
                name = self.qualified(index + 1)
                text = self.source(index, name.end)
                self._take(found, index, TypedefName(text), (self.span(index, name.end),))
                return name.end
            case "operator" if not found.has_type:
                found.special = "conversion function"
                return None
            case _:
                return None
        return index + 1

    def _only(self, found: Specifiers, index: int) -> None:
        if isinstance(found.type, TypedefName) and self.tokens[index].text == "auto":
            self.fail(
                "not-read", index, "a concept constrains this 'auto', which this does not read",
                "leave the concept out: auto alone says the same type",
            )  # fmt: skip
        if found.has_type:
            self._second_type(index)

    def _second_type(self, index: int) -> None:
        self.fail(
            "contradictory-specifiers",
            index,
            f"a second type: {self.describe(index)} after another type",
            "keep one of the two; a ';' may be missing before it",
        )

    def _take(self, found: Specifiers, index: int, ctype: CType, spans: Spans) -> None:
        self._only(found, index)
        found.type, found.spans = ctype, spans

    def _named(self, index: int, found: Specifiers, place: Place) -> int | None:
        """Take a name as the type, unless it is the declarator's or a constructor's."""
        if found.has_type or not self.begins_name(index):
            return None
        name = self.qualified(index)
        if name.kind == "destructor":
            found.special = "destructor"
        elif name.kind == "operator":
            found.special = "conversion function"
        elif place in ("declaration", "member") and self._is_constructor(name, found):
            found.special = "constructor"
        if found.special is not None or name.kind != "name":
            return None
        self.check_spelling(index, annotation=False)
        text = self.source(name.start, name.end)
        self._take(found, index, TypedefName(text), (self.span(name.start, name.end),))
        return name.end

    def _is_constructor(self, name: Name, found: Specifiers) -> bool:
        """Whether a name before `(` is a constructor's, and not a type or an object's type."""
        owner, last, index = name.owner, name.last, name.end
        if name.kind != "name" or self.tokens[index].text != "(" or found.storage:
            return False
        if owner is not None:
            innermost = owner.rsplit("::", 1)[-1].split("<", 1)[0].strip()
            if innermost == last:
                return True
        first = self.tokens[index + 1]
        if first.text in ("*", "&", "&&", "(") or self._is_member_pointer(index + 1):
            return False
        if self.owners:
            return self.owners[-1] == last
        if any(word.startswith("explicit") for word, _ in found.functions):
            return True
        end = self.closing[index]
        behind = self.tokens[end + 1].text
        if behind in ("{", ":", "noexcept") or (
            behind == "=" and self.tokens[end + 2].text in ("default", "delete")
        ):
            return True
        if behind in ("(", "["):
            return False
        if first.text == last:  # Shape(Shape): a parameter of the class's own type
            return True
        role = self.role(index + 1) if first.kind == "word" else ""
        if role in cxx_words.SPECIFIER_ROLES or first.text in (")", "..."):
            return True
        return self.begins_name(index + 1) and end > self.qualified(index + 1).end

    def _is_member_pointer(self, index: int) -> bool:
        return self.begins_name(index) and self.qualified(index).kind == "member pointer"

    def _alignas(self, index: int, found: Specifiers) -> int:
        end = self.parenthesized(index)
        operand: Expression | CType = Expression(self.source(index + 2, end - 1))
        if self.starts_type(index + 2):
            operand = self.type_name(index + 2, end - 1)
        else:
            check(self, index + 2, end - 1, "constant", "the operand of 'alignas'")
        alignment = Alignment(operand)
        self.spans.put(alignment, (self.span(index, end),))
        found.alignments.append(alignment)
        return end

    def starts_type(self, index: int) -> bool:
        """Whether a keyword or a known name at `index` begins a type."""
        role = self.role(index)
        return role in cxx_words.TYPE_ROLES or role == "qualifier" or (
            self.is_identifier(index) and self.is_known_type(self.tokens[index].text)
        )  # fmt: skip

    def _decltype(self, index: int, found: Specifiers, keyword: str) -> int:
        end = self.parenthesized(index)
        text = self.source(index + 2, end - 1)
        node: CType = Typeof(Expression(text), keyword)
        if not self.starts_type(index + 2):
            check(self, index + 2, end - 1, "expressions", f"the operand of {keyword!r}")
        if text == "auto" and keyword == "decltype":
            node = Inferred("decltype(auto)")
        self._take(found, index, node, (self.span(index, end),))
        return end

    def _settle(self, found: Specifiers) -> None:
        """Give the arithmetic type its canonical name, or say what contradicts."""
        if found.words:
            if found.type is not None:
                self._second_type(found.words[-1][1])
            name = cxx_words.CANONICAL.get(tuple(sorted(word for word, _ in found.words)))
            said = " ".join(word for word, _ in found.words)
            if name is None:
                self.fail(
                    "contradictory-specifiers",
                    found.words[-1][1],
                    f"{said!r} is not a C++ type",
                    "[dcl.type.simple] lists the combinations that are types",
                )
            found.type, found.spans = Basic(name), self.word_spans(found.words)
        given = [word.split()[0] for word, _ in found.storage]
        several = [word for word in given if word in _ONCE]
        if len(several) > 1:
            self.fail(
                "contradictory-storage",
                found.storage[1][1],
                f"{given[1]!r} does not go with {given[0]!r}"
                if given[0] != given[1]
                else f"{given[1]!r} is here twice",
                "keep one storage-class specifier",
            )

    def base(self, found: Specifiers) -> CType:
        """Return the type that the specifiers denote, with its qualifiers."""
        node: CType = Absent() if found.type is None else found.type
        qualifiers = ordered(word for word, _ in found.qualifiers)
        if qualifiers and not isinstance(node, Array | Function):
            node = replace(node, qualifiers=qualifiers)
        spans = (*found.spans, *self.word_spans(found.qualifiers))
        self.spans.put(node, tuple(sorted(spans)))
        return node


def ordered(found: Iterable[str]) -> Qualifiers:
    """Return qualifiers in the tree's order, each once."""
    words = set(found)
    return tuple(word for word in QUALIFIER_ORDER if word in words)
