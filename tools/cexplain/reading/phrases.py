"""The one traversal: a declaration's tree to phrases, each tied to its tokens.

The English is fixed in docs/decisions/0001-architecture.md; every rendering
and the way back (`cexplain.english.declare`) rely on it.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import assert_never

from cexplain.explanation import Phrase, PhraseKind
from cexplain.reading import attributes
from cexplain.reading.nouns import (
    PLURAL_WORDS,
    STORAGE_ENGLISH,
    Number,
    article,
    counted,
    one_word,
    qualifier_words,
)
from cexplain.reading.parts import needs_parentheses, of_type, plain_name
from cexplain.source import SourceMap, Spans
from cexplain.spelling.spell import spell_type
from cexplain.tree import (
    Alignment,
    Array,
    ArraySize,
    Attribute,
    Basic,
    CType,
    Declaration,
    Enum,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    Member,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
    Qualifiers,
    Record,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
)


def phrases(declaration: Declaration, spans: SourceMap, std: str = "c17") -> tuple[Phrase, ...]:
    """Return the reading of a declaration, phrase by phrase."""
    return tuple(Traversal(spans, std).declaration(declaration))


_VOID = Basic("void")


@lru_cache(maxsize=256)
def _pointer(qualifiers: Qualifiers, number: Number) -> str:
    """Return how a pointer is called."""
    return counted(f"{qualifier_words(qualifiers)}pointer", number)


@lru_cache(maxsize=1024)
def _basic(name: str, qualifiers: Qualifiers, number: Number) -> str:
    """Return how an arithmetic type or void is called."""
    noun = qualifier_words(qualifiers) + name
    if number == "a":
        return f"{article(noun)} {noun}"
    plural = number == "plural" and name.rsplit(" ", 1)[-1] in PLURAL_WORDS
    return f"{noun}s" if plural else noun


class Traversal:
    """Collects phrases; `depth` counts the lists around the current one."""

    def __init__(self, spans: SourceMap, std: str = "c17") -> None:
        """Take what is said where; C23 has `bool` for what was `_Bool` alone before."""
        self.spans = spans.spans
        self._boolean = "bool" if std.endswith("23") else "_Bool"
        self.found: list[Phrase] = []
        self.depth = 0
        self._counted: tuple[Array, Expression] | None = None

    def say(self, text: str, kind: PhraseKind, spans: Spans) -> None:
        self.found.append(Phrase(text, kind, spans, self.depth))

    def declaration(self, declaration: Declaration) -> list[Phrase]:
        if declaration.kind == "tag":
            self._tag(declaration)
            return self.found
        if declaration.kind == "cast":
            self.say(f"cast {declaration.operand} into", "name", ())
        elif declaration.name is not None:
            self.say(f"{declaration.name} is", "name", self.spans(declaration, "name"))
        specifiers = declaration.storage + declaration.function_specifiers
        number: Number = "a"
        if "typedef" in declaration.storage:
            self.say("a typedef for", "storage", self.spans(declaration, "storage"))
        elif specifiers:
            number = "bare"
            text = " ".join([STORAGE_ENGLISH[word] for word in specifiers])
            marked = (*self.spans(declaration, "storage"), *self.spans(declaration, "functions"))
            self.say(f"{article(text)} {text}", "storage", tuple(sorted(set(marked))))
        first = len(self.found)
        if declaration.initializer is not None and isinstance(declaration.type, Array):
            self.count(declaration.type, declaration.initializer)
        self.type(declaration.type, number, declaration.bit_width)
        if number == "bare":
            self._drop_article(first)
        self._tails(declaration)
        return self.found

    def count(self, array: Array, initializer: str) -> None:
        """Say of an array without a size the one that its initializer gives, if the text tells."""
        if not isinstance(array.size, UnknownSize):
            return
        from cexplain.reading.initializers import elements  # noqa: PLC0415 - seldom needed

        number = elements(array, initializer)
        self._counted = None if number is None else (array, Expression(str(number)))

    def _extent(self, array: Array) -> ArraySize:
        counted = self._counted
        return counted[1] if counted is not None and counted[0] is array else array.size

    def _drop_article(self, index: int) -> None:
        """Take the article off a phrase whose article a storage class already has."""
        phrase = self.found[index]
        text = phrase.text.removeprefix("a ").removeprefix("an ")
        self.found[index] = Phrase(text, phrase.kind, phrase.spans, phrase.depth)

    def _tails(self, declaration: Declaration) -> None:
        if not (declaration.alignments or declaration.attributes or declaration.asm_label):
            return
        tails = [*self._alignments(declaration.alignments)]
        if declaration.asm_label is not None:
            tails.append((f"known to the linker as {declaration.asm_label}", ()))
        tails += self._attributes(declaration.attributes)
        for text, spans in tails:
            self._close(",")
            self.say(text, "attribute", spans)

    def _alignments(self, alignments: Iterable[Alignment]) -> Iterable[tuple[str, Spans]]:
        for alignment in alignments:
            operand = alignment.operand
            if isinstance(operand, Expression):
                unit = "byte" if operand.text == "1" else "bytes"
                text = f"aligned to {one_word(operand.text)} {unit}"
            else:
                text = f"aligned as {spell_type(operand)}"
            yield text, self.spans(alignment)

    def _attributes(self, found: Sequence[Attribute]) -> Iterable[tuple[str, Spans]]:
        for attribute in found:
            yield attributes.english(attribute), self.spans(attribute)

    def _close(self, mark: str) -> None:
        """Put a punctuation mark behind the last phrase."""
        last = self.found[-1]
        self.found[-1] = Phrase(last.text + mark, last.kind, last.spans, last.depth)

    # -- types -----------------------------------------------------------------

    def type(self, ctype: CType, number: Number, bit_width: Expression | None = None) -> None:
        """Say a type: pointers, arrays and functions in a loop, then what they end in."""
        while True:
            marks = self.spans(ctype)
            if isinstance(ctype, Typeof) and (meant := of_type(ctype)) is not None:
                ctype, marks = meant, self.spans(meant) or marks
            match ctype:
                case Pointer(Function() as function, qualifiers, marked, True):
                    noun = f"{qualifier_words(qualifiers)}block{self._aside(marked)}"
                    self._function(function, number, (*marks, *self.spans(function)), noun)
                    number, ctype = "a", function.returned
                    if ctype == _VOID:
                        self.say("nothing", "type", self.spans(ctype))
                        return
                case Pointer(referenced, qualifiers, marked):
                    noun = _pointer(qualifiers, number)
                    noun = f"{noun}{self._aside(marked)}" if marked else noun
                    self.say(f"{noun} to", "pointer", marks)
                    ctype = referenced
                    derived = isinstance(ctype, Pointer | Array | Function)
                    number = "plural" if derived and number == "plural" else "bare"
                case Array(element, _, _, _):
                    self.say(self._array(ctype, number), "array", marks)
                    size = self._extent(ctype)
                    one = isinstance(size, Expression) and size.text == "1"
                    number = "one" if one and not ctype.static else "plural"
                    ctype = element
                case Function(returned, _):
                    self._function(ctype, number, marks)
                    number, ctype = "a", returned
                    if isinstance(returned, Basic) and returned == _VOID:
                        self.say("nothing", "type", self.spans(returned))
                        return
                case _:
                    self._base(ctype, number, marks, bit_width)
                    return

    def _aside(self, marked: Sequence[Attribute]) -> str:
        """Return attributes in parentheses, for the middle of a sentence."""
        if not marked:
            return ""
        return f" ({', '.join(attributes.english(attribute) for attribute in marked)})"

    def _array(self, array: Array, number: Number) -> str:
        match extent := self._extent(array):
            case UnknownSize():
                size = "unknown size of"
            case UnspecifiedVariableSize():
                size = "variable size of"
            case Expression(text):
                size = f"at least {one_word(text)}" if array.static else one_word(text)
            case _:
                assert_never(extent)
        return f"{counted(f'{qualifier_words(array.qualifiers)}array', number)} of {size}"

    def _function(
        self, function: Function, number: Number, marks: Spans, what: str = "function"
    ) -> None:
        noun = counted(what, number)
        match function.parameters:
            case NoPrototype():
                self.say(f"{noun} with unspecified parameters", "function", marks)
                self.say("returning", "returning", marks)
                return
            case IdentifierList(parameters):
                noun = counted("old-style function", number)
                self.say(f"{noun} taking", "function", marks)
                self._list(parameters, variadic=False)
            case ParameterTypeList((), False):
                self.say(f"{noun} taking no parameters", "function", marks)
            case ParameterTypeList((), True):
                self.say(f"{noun} taking variable arguments", "function", marks)
            case ParameterTypeList((only,), False) if not needs_parentheses(only):
                self.say(f"{noun} taking", "function", marks)
                self.depth += 1
                self.parameter(only)
                self.depth -= 1
            case ParameterTypeList(parameters, variadic):
                self.say(f"{noun} taking", "function", marks)
                self._list(parameters, variadic)
            case _:
                assert_never(function.parameters)
        self.say("and returning", "returning", marks)

    def _list(self, items: Sequence[Parameter | Member], variadic: bool) -> None:
        """Say parameters or members in parentheses, commas between them."""
        self.depth += 1
        first = len(self.found)
        for number, item in enumerate(items):
            if number:
                self._close(",")
            self.parameter(item)
        if variadic:
            self._close(",")
            self.say("and variable arguments", "function", ())
        opening = self.found[first]
        self.found[first] = Phrase(f"({opening.text}", opening.kind, opening.spans, opening.depth)
        self._close(")")
        self.depth -= 1

    def declared(self, item: Declaration) -> None:
        """Say what a declaration within a statement declares: "i as an int"."""
        start = len(self.found)
        self.declaration(item)
        if item.name is None:
            return
        head = self.found[start]
        self.found[start] = Phrase(f"{item.name} as", head.kind, head.spans, head.depth)
        if item.initializer is not None:
            value = item.initializer.removeprefix("=").strip()
            self.say(f"initialized with {value}", "attribute", ())

    def parameter(self, item: Parameter | Member) -> None:
        """Say a parameter or member: "n as an int", or the type alone."""
        if item.name is not None:
            self.say(f"{item.name} as", "name", self.spans(item, "name"))
        start = len(self.found)
        if isinstance(item, Parameter):
            if not item.storage and not item.attributes:
                self.type(item.type, "a")
                return
            words = " ".join([STORAGE_ENGLISH.get(word, word) for word in item.storage])
            if words:
                self.say(f"{article(words)} {words}", "storage", self.spans(item, "storage"))
            self.type(item.type, "a")
            if words:
                self._drop_article(start + 1)
            tails = [*self._attributes(item.attributes)]
        else:
            self.type(item.type, "a", item.bit_width)
            tails = [*self._alignments(item.alignments), *self._attributes(item.attributes)]
        if tails:
            text = ", ".join(text for text, _ in tails)
            marks = tuple(span for _, spans in tails for span in spans)
            self.say(f"({text})", "attribute", marks)

    # -- base types ------------------------------------------------------------

    def _base(
        self, ctype: CType, number: Number, marks: Spans, bit_width: Expression | None
    ) -> None:
        match ctype:
            case Basic(name, qualifiers) if bit_width is None:
                name = self._boolean if name == "_Bool" else name
                self.say(_basic(name, qualifiers, number), "type", marks)
                return
            case Record(_, _, members, _, _):
                self._record(ctype, number, marks, bit_width)
                if members is not None:
                    self._body(ctype)
                return
            case Enum(_, enumerators, _, _, _):
                self._record(ctype, number, marks, bit_width)
                if enumerators is not None:
                    self._body(ctype)
                return
            case Pointer() | Array() | Function():
                raise AssertionError("said by type()")
            case _:
                noun = plain_name(ctype)
                noun = self._boolean if noun == "_Bool" else noun
                noun = qualifier_words(ctype.qualifiers) + noun
        plural = number == "plural" and noun.rsplit(" ", 1)[-1] in PLURAL_WORDS
        inferred = isinstance(ctype, Inferred) and number == "bare"
        if number == "a" or inferred or bit_width is not None:
            noun = f"{article(noun)} {noun}"
        self.say(f"{noun}s" if plural else noun, "type", marks)
        self._bits(bit_width)

    def _bits(self, bit_width: Expression | None) -> None:
        if bit_width is not None:
            unit = "bit" if bit_width.text == "1" else "bits"
            self.say(f"bit-field of {one_word(bit_width.text)} {unit}", "members", ())

    def _record(
        self, ctype: Record | Enum, number: Number, marks: Spans, bit_width: Expression | None
    ) -> None:
        keyword = ctype.keyword if isinstance(ctype, Record) else "enum"
        if ctype.tag is not None:
            noun = f"{keyword} {ctype.tag}"
        else:
            noun = f"unnamed {keyword}{'s' if number == 'plural' else ''}"
        noun = qualifier_words(ctype.qualifiers) + noun
        if number == "a" or (number == "bare" and ctype.tag is None):
            noun = f"{article(noun)} {noun}"
        noun += self._aside(ctype.attributes)
        if isinstance(ctype, Enum) and ctype.underlying is not None:
            noun += f" of type {spell_type(ctype.underlying)}"
        self.say(noun, "type", marks)
        self._bits(bit_width)

    def _body(self, ctype: Record | Enum, verb: str = "with") -> None:
        """Say the members or constants of a struct, union or enum."""
        marks = self.spans(ctype)[-2:]
        if isinstance(ctype, Record):
            if not ctype.members:
                self.say(f"{verb} no members", "members", marks)
                return
            self.say(f"{verb} members", "members", marks)
            self._list(ctype.members, variadic=False)
            return
        if not ctype.enumerators:
            self.say(f"{verb} no constants", "members", marks)
            return
        self.say(f"{verb} constants", "members", marks)
        self.depth += 1
        last = len(ctype.enumerators or ()) - 1
        for number, constant in enumerate(ctype.enumerators or ()):
            text = constant.name + self._aside(constant.attributes)
            if constant.value is not None:
                text += f" = {constant.value.text}"
            text = f"{'(' if number == 0 else ''}{text}{')' if number == last else ','}"
            self.say(text, "name", self.spans(constant, "name"))
        self.depth -= 1

    def _tag(self, declaration: Declaration) -> None:
        """Say a declaration of a tag alone: "struct point has members (...)"."""
        ctype = declaration.type
        assert isinstance(ctype, Record | Enum)
        self._record(ctype, "a" if ctype.tag is None else "bare", self.spans(ctype), None)
        body = ctype.members if isinstance(ctype, Record) else ctype.enumerators
        if body is not None:
            self._body(ctype, "has")
        else:
            what = "members" if isinstance(ctype, Record) else "constants"
            self.say(f"is declared without its {what}", "members", self.spans(ctype))
        self._tails(declaration)
