"""C++ read aloud: what the traversal of C lacks, in the same English.

A reference is "a reference to", a pointer to member "a pointer to a member of Point that is"
or "a pointer to a const member function of Shape taking", a constructor "a constructor of
Circle taking"; see docs/decisions/0001-architecture.md.
"""

from collections.abc import Sequence

from cexplain.explanation import Phrase
from cexplain.reading.cxx_parts import THIS, on_itself, plain, value
from cexplain.reading.cxx_templates import for_each
from cexplain.reading.nouns import STORAGE_ENGLISH as C_STORAGE
from cexplain.reading.nouns import Number, qualifier_words
from cexplain.reading.nouns import article as c_article
from cexplain.reading.nouns import counted as c_counted
from cexplain.reading.phrases import Traversal
from cexplain.source import SourceMap, Spans
from cexplain.spelling.cxx_spell import spell_type
from cexplain.tree import (
    Absent,
    Array,
    Basic,
    Class,
    ClassMember,
    CType,
    CxxParts,
    Declaration,
    Enum,
    Expression,
    Function,
    FunctionSuffix,
    Inferred,
    Member,
    MemberPointer,
    Parameter,
    ParameterTypeList,
    Pointer,
    Reference,
)
from cexplain.values import replace

_DEFINED = {"delete": "deleted", "default": "defaulted"}
_ONLY = {"&": "lvalue-only ", "&&": "rvalue-only "}
_PLURAL = frozenset({"bool"})
_SILENT = frozenset({"typedef", "using"})
_NO_PARTS = CxxParts()
_ANY = Inferred("auto")


def article(words: str) -> str:
    """Return "a" or "an": of C++'s words, "lvalue" and "rvalue" begin with the name of a letter."""
    return "an" if words.startswith(("rvalue", "lvalue")) else c_article(words)


def counted(words: str, number: Number) -> str:
    """Return a noun that ends in `words`, in the number that is asked for."""
    if words.startswith(("rvalue", "lvalue")) and number in ("a", "bare"):
        return f"an {words}"
    return c_counted(words, number)


def phrases(declaration: Declaration, spans: SourceMap) -> tuple[Phrase, ...]:
    """Return the reading of a declaration of C++, phrase by phrase."""
    return tuple(CxxTraversal(spans).declaration(declaration))


def member_noun(declaration: Declaration, *, listed: bool) -> str:
    """Return what a declared function is called: "copy constructor of Shape", "function"."""
    parts = declaration.cxx or _NO_PARTS
    noun = parts.special or _plain_noun(declaration, parts)
    if parts.owner is None or listed:
        return noun
    return f"{noun} of {parts.owner}"


def _plain_noun(declaration: Declaration, parts: CxxParts) -> str:
    words = (*declaration.storage, *declaration.function_specifiers)
    bound = "static" not in words and "friend" not in words
    suffix = declaration.type.suffix if isinstance(declaration.type, Function) else None
    this = suffix is not None and (suffix.qualifiers or suffix.reference)
    belongs = parts.owner is not None or parts.member or parts.marks or "virtual" in words
    return "member function" if this or (bound and belongs) else "function"


class CxxTraversal(Traversal):
    """Says what C++ adds; pointers, arrays and lists are said as in C."""

    def __init__(self, spans: SourceMap) -> None:
        super().__init__(spans)
        self.noun = "function"

    def declaration(self, declaration: Declaration) -> list[Phrase]:
        if declaration.kind == "tag":
            self._spoken(declaration)
            self._tag(declaration)
            return self.found
        if declaration.kind == "cast":
            self.say(f"cast {declaration.operand} into", "name", ())
        elif declaration.name is not None:
            self.say(f"{declaration.name} is", "name", self.spans(declaration, "name"))
        self._declared(declaration, listed=False)
        self._tails(declaration)
        for text, role in _tails(declaration):
            self._close(",")
            self.say(text, "attribute", self.spans(declaration, role))
        return self.found

    def _declared(self, declaration: Declaration, *, listed: bool) -> None:
        """Say what a name is: its storage class, then its type."""
        silent = [word for word in declaration.storage if word in _SILENT]
        if silent:
            text = "a typedef for" if silent == ["typedef"] else "an alias for"
            self.say(text, "storage", self.spans(declaration, "storage"))
        spoken = not silent and self._spoken(declaration)
        number: Number = "bare" if spoken else "a"
        first = len(self.found)
        outer, self.noun = self.noun, member_noun(declaration, listed=listed)
        self.type(declaration.type, number, declaration.bit_width)
        self.noun = outer
        if spoken:
            self._drop_article(first)

    def _spoken(self, declaration: Declaration) -> bool:
        """Say what stands before the type's noun, and whether there was something."""
        parts = declaration.cxx or _NO_PARTS
        words = [_DEFINED[parts.definition]] if parts.definition in _DEFINED else []
        words += [C_STORAGE.get(word, word) for word in declaration.storage if word not in _SILENT]
        for word in declaration.function_specifiers:
            pure = word == "virtual" and parts.definition == "0"
            words.append("pure virtual" if pure else word)
        words = [word.replace("thread_local", "thread-local") for word in words]
        if parts.definition == "0" and "pure virtual" not in words:
            words.insert(0, "pure")
        if not words:
            return False
        marks = [self.spans(declaration, role) for role in ("storage", "functions", "definition")]
        text = " ".join(words)
        spans = tuple(sorted({span for spans in marks for span in spans}))
        self.say(f"{article(text)} {text}", "storage", spans)
        return True

    # -- types -----------------------------------------------------------------

    def type(self, ctype: CType, number: Number, bit_width: Expression | None = None) -> None:
        """Say a type: what derives in a loop, then what it ends in."""
        while True:
            marks = self.spans(ctype)
            match ctype:
                case Pointer(referenced, qualifiers, marked):
                    noun = counted(f"{qualifier_words(qualifiers)}pointer", number)
                    self.say(f"{noun}{self._aside(marked)} to", "pointer", marks)
                    ctype = referenced
                    number = _behind(ctype, number)
                case Reference(referenced, rvalue, qualifiers, marked):
                    kind = "rvalue reference" if rvalue else "reference"
                    if rvalue and referenced == _ANY:
                        kind = "forwarding reference"  # to an lvalue or to an rvalue
                    noun = counted(f"{qualifier_words(qualifiers)}{kind}", number)
                    self.say(f"{noun}{self._aside(marked)} to", "pointer", marks)
                    ctype, number = referenced, "bare"
                case MemberPointer(owner, referenced, qualifiers, marked):
                    noun = counted(f"{qualifier_words(qualifiers)}pointer", number)
                    noun = f"{noun}{self._aside(marked)} to"
                    if isinstance(referenced, Function):
                        self.noun = f"member function of {owner}"
                        self.say(noun, "pointer", marks)
                        number = "plural" if number == "plural" else "bare"
                    else:
                        self.say(f"{noun} a member of {owner} that is", "pointer", marks)
                        number = "a"
                    ctype = referenced
                case Array(element, _, _, _):
                    self.say(self._array(ctype, number), "array", marks)
                    one = isinstance(ctype.size, Expression) and ctype.size.text == "1"
                    number = "one" if one else "plural"
                    ctype = element
                case Function(returned, _, suffix):
                    self._called(ctype, number, marks, suffix)
                    if isinstance(returned, Absent):
                        return
                    self.say("and returning", "returning", ())
                    number, ctype = "a", returned
                    if returned == Basic("void"):
                        self.say("nothing", "type", self.spans(returned))
                        return
                case _:
                    self._base(ctype, number, marks, bit_width)
                    return

    def _called(
        self, function: Function, number: Number, marks: Spans, suffix: FunctionSuffix | None
    ) -> None:
        """Say a function up to what it returns."""
        noun, self.noun = self.noun, "function"
        if noun.startswith("member function") and number == "plural":
            noun = noun.replace("member function", "member functions", 1)
            said = f"{_words(suffix)}{noun}"
        elif suffix is not None and noun == "function" and (suffix.qualifiers or suffix.reference):
            said = counted(f"{_words(suffix)}member function", number)
        else:
            said = counted(f"{_words(suffix)}{noun}", number)
        listed = function.parameters
        if isinstance(listed, ParameterTypeList) and on_itself(listed) and noun == "function":
            said = counted(f"{_words(suffix)}member function", number)
        assert isinstance(listed, ParameterTypeList)
        if not listed.parameters:
            what = "variable arguments" if listed.variadic else "no parameters"
            self.say(f"{said} taking {what}", "function", marks)
            return
        self.say(f"{said} taking", "function", marks)
        if len(listed.parameters) == 1 and not listed.variadic and plain(listed.parameters[0]):
            self.depth += 1
            self.parameter(listed.parameters[0])
            self.depth -= 1
            return
        self._list(listed.parameters, variadic=listed.variadic)

    def parameter(self, item: Parameter | Member) -> None:
        """Say a parameter, with its default argument."""
        outer, self.noun = self.noun, "function"
        if isinstance(item, Parameter) and item.storage == THIS:
            self.say(f"{item.name} as", "name", self.spans(item, "name"))
            super().parameter(replace(item, name=None, storage=()))
            self.say("(the object itself)", "storage", self.spans(item, "storage"))
        else:
            super().parameter(item)
        self.noun = outer
        if isinstance(item, Parameter) and item.default is not None:
            self.say(f"(by default {value(item.default.text)})", "attribute", ())

    # -- what no declarator makes ----------------------------------------------

    def _base(
        self, ctype: CType, number: Number, marks: Spans, bit_width: Expression | None
    ) -> None:
        match ctype:
            case Class():
                self._class(ctype, number, marks, "with")
                self._bits(bit_width)
            case Enum(scoped=str(scoped)):
                noun = f"{qualifier_words(ctype.qualifiers)}enum {scoped} {ctype.tag or ''}"
                noun = noun.rstrip()
                noun = f"{article(noun)} {noun}" if number == "a" else noun
                under = ctype.underlying
                typed = "" if under is None else f" of type {spell_type(under)}"
                self.say(f"{noun}{typed}", "type", marks[:1])
                if ctype.enumerators is not None:
                    self._body(ctype)
            case Basic(name="bool") | Inferred(keyword="decltype(auto)"):
                what = "bool" if isinstance(ctype, Basic) else "object of type decltype(auto)"
                noun = qualifier_words(ctype.qualifiers) + what
                an = number == "a" or (number == "bare" and isinstance(ctype, Inferred))
                noun = f"{article(noun)} {noun}" if an or bit_width else noun
                plural = number == "plural" and what in _PLURAL
                self.say(f"{noun}s" if plural else noun, "type", marks)
                self._bits(bit_width)
            case _:
                super()._base(ctype, number, marks, bit_width)

    def _class(self, ctype: Class, number: Number, marks: Spans, verb: str) -> None:
        """Say a class: its name, its bases, its members by their access."""
        noun = f"{ctype.keyword} {ctype.tag}" if ctype.tag else f"unnamed {ctype.keyword}"
        if ctype.tag is None and number == "plural":
            noun += "es" if ctype.keyword == "class" else "s"
        noun = f"{'final ' if ctype.final else ''}{noun}"
        noun = qualifier_words(ctype.qualifiers) + noun
        if number == "a" or (number == "bare" and ctype.tag is None):
            noun = f"{article(noun)} {noun}"
        self.say(f"{noun}{self._aside(ctype.attributes)}", "type", marks[:1] or marks)
        if ctype.members is None:
            return
        for index, base in enumerate(ctype.bases):
            how = " ".join(filter(None, [base.access, "virtual" if base.virtual else ""]))
            how = how or ("private" if ctype.keyword == "class" else "public")
            word = "derived from" if not index else "and from"
            text = f"{word} {base.name} ({how})"
            self.say(f"{'is ' if verb == 'has' and not index else ''}{text}", "members",
                     self.spans(base))  # fmt: skip
        joined = "and " if ctype.bases and verb == "has" else ""
        self._members(ctype.members, f"{joined}{verb}", marks[1:])

    def _members(self, members: Sequence[ClassMember], verb: str, marks: Spans) -> None:
        if not members:
            self.say(f"{verb} no members", "members", marks)
            return
        start = 0
        while start < len(members):
            access, end = members[start].access, start + 1
            while end < len(members) and members[end].access == access:
                end += 1
            label = f"{access} members" if access else "members"
            self.say(f"and {label}" if start else f"{verb} {label}", "members",
                     marks if not start else ())  # fmt: skip
            self._section(members[start:end])
            if end < len(members):
                self._close(",")
            start = end

    def _section(self, members: Sequence[ClassMember]) -> None:
        """Say the members of one access label in parentheses."""
        self.depth += 1
        first = len(self.found)
        for index, member in enumerate(members):
            if index:
                self._close(",")
            self._member(member.declaration)
        opening = self.found[first]
        self.found[first] = Phrase(f"({opening.text}", opening.kind, opening.spans, opening.depth)
        self._close(")")
        self.depth -= 1

    def _member(self, declaration: Declaration) -> None:
        ctype = declaration.type
        if declaration.kind == "tag" and isinstance(ctype, Class) and ctype.members is None:
            number: Number = "bare" if self._spoken(declaration) else "a"
            self._class(ctype, number, self.spans(ctype), "with")
            return
        if declaration.kind == "tag":
            self._spoken(declaration)
            self._tag(declaration)
            return
        if declaration.name is not None:
            self.say(f"{declaration.name} as", "name", self.spans(declaration, "name"))
        self._declared(declaration, listed=True)
        tails = [text for text, _ in self._alignments(declaration.alignments)]
        tails += [text for text, _ in self._attributes(declaration.attributes)]
        tails += [text for text, _ in _tails(declaration)]
        if declaration.initializer is not None:
            tails.append(f"initially {value(declaration.initializer)}")
        if tails:
            self.say(f"({', '.join(tails)})", "attribute", ())

    def _tag(self, declaration: Declaration) -> None:
        """Say a class or an enumeration that is declared alone."""
        ctype = declaration.type
        if isinstance(ctype, Class):
            number: Number = "a" if ctype.tag is None else "bare"
            marks = self.spans(ctype)
            self._class(ctype, number, marks, "has")
            if ctype.members is None:
                self.say("is declared without its members", "members", marks)
            self._tails(declaration)
        elif isinstance(ctype, Enum) and ctype.scoped is not None:
            self._base(ctype, "bare", self.spans(ctype), None)
        else:
            super()._tag(declaration)
        if declaration.cxx is not None and declaration.cxx.template is not None:
            self._close(",")
            self.say(for_each(declaration.cxx.template), "attribute", ())


def _behind(ctype: CType, number: Number) -> Number:
    """Return the number of what a pointer points to."""
    derived = isinstance(ctype, Pointer | Array | Function | Reference | MemberPointer)
    return "plural" if derived and number == "plural" else "bare"


def _words(suffix: FunctionSuffix | None) -> str:
    """Return what a function's suffix makes of its noun, each word with a space behind it."""
    if suffix is None:
        return ""
    words = qualifier_words(suffix.qualifiers) + _ONLY.get(suffix.reference or "", "")
    return words if suffix.exceptions is None else f"{words}{suffix.exceptions} "


def _tails(declaration: Declaration) -> list[tuple[str, str]]:
    """Return what follows a declared function, with the place that says it."""
    parts = declaration.cxx or _NO_PARTS
    said = {
        "override": "overriding that of a base class",
        "final": "which no class may override",
    }
    found = [(said[mark], "marks") for mark in parts.marks]
    if parts.template is not None:
        found.append((for_each(parts.template), ""))
    return found
