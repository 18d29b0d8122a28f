"""An expression in English, every part that has an operator in parentheses of its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from cexplain.explanation import Phrase, PhraseKind
from cexplain.expressions.said_as import (
    ASSIGNED,
    BINARY,
    CHANGED,
    GONE,
    OF_CXX,
    OF_TYPES,
    SIZES,
    STATEMENTS,
    STREAMS,
    UNARY,
)
from cexplain.reading.phrases import Traversal
from cexplain.source import Span, Spans
from cexplain.syntax.statement_tree import Node, is_alone
from cexplain.tree import Array, CType, Declaration


class Sources(NamedTuple):
    """What the tokens of an expression are: their types, their texts, their places."""

    types: Mapping[int, CType]
    braces: Mapping[int, str]
    places: Mapping[int, Span]
    texts: Mapping[int, str]
    declared: Mapping[int, Sequence[Declaration]]
    is_turned: Callable[[Node], bool]
    """Whether an index stands before what it counts in, as in 2["abc"]."""

    def operator(self, text: str, operand: Node) -> int:
        """Return the index of the operator before an operand, -1 where it is not found."""
        at = operand.at
        while at >= 0 and self.texts.get(at, "(") in ("(", text):
            if self.texts.get(at) == text:
                return at
            at -= 1
        at = operand.at - 1
        while at in self.texts and self.texts[at] == "(":
            at -= 1
        return at if self.texts.get(at) == text else -1


class Speaker:
    """Says one expression; `phrases` holds what was said."""

    def __init__(self, sources: Sources, traversal: Traversal) -> None:
        self._sources = sources
        self._traversal = traversal

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What was said, words that belong together in one phrase."""
        return joined(self._traversal.found)

    def say(self, text: str, kind: PhraseKind = "storage", at: int = -1) -> None:
        """Say words that stand on a token, or on none."""
        place = self._sources.places.get(at)
        spans: Spans = () if place is None else (place,)
        self._traversal.say(text, kind, spans)

    def whole(self, node: Node) -> None:  # noqa: PLR0912 (one case for each kind)
        """Say an expression as a sentence, which says what to do."""
        match node:
            case Node("cast", _, (wanted, operand)):
                self.say("cast")
                self.operand(operand)
                self.say("into")
                self._type(wanted)
            case Node("call", _, (Node("name", name), *_)) if name in OF_TYPES:
                self.part(node)
            case Node("call", _, (Node("unary", "new") as made, *arguments)):
                self._constructed(made, arguments)
            case Node("binary", text) if (stream := _stream(node)) is not None:
                self._streamed(text, stream)
            case Node("call", _, (called, *arguments)):
                self._call("call", called, arguments)
            case Node("assign", text, (left, right)) if text in ASSIGNED:
                verb, link = ASSIGNED[text]
                self.say(verb, "storage", self._sources.operator(text, right))
                self.part(right)
                self.say(link)
                self.part(left)
            case Node("assign", text, (left, right)):
                before, behind = CHANGED[text].split("{}")
                self.say(before.strip(), "storage", self._sources.operator(text, right))
                self.operand(left)
                self.say(behind.strip())
                self.operand(right)
            case Node("unary", "++" | "--", (operand,)) | Node("postfix", _, (operand,)):
                self.say(UNARY[node.text])
                self.operand(operand)
            case Node("comma", _, parts):
                for place, part in enumerate(parts):
                    if place:
                        self.say(", then")
                    self.whole(part)
            case Node(kind) if kind in STATEMENTS:
                self._statement(node)
            case _:
                self.part(node)

    def _statement(self, node: Node) -> None:  # noqa: PLR0912, PLR0915, C901 (one case for each kind)
        """Say a statement that is no expression, or a declaration within one."""
        match node:
            case Node("if", _, (Node("rest"), _, other)):
                self.say("else")
                self.whole(other)
            case Node("if", _, (condition, yes, *no)):
                self.say("if")
                self.part(condition)
                self.say(",")
                self.whole(yes)
                for other in no:
                    self.say(", else")
                    self.whole(other)
            case Node("while", _, (Node("comma", _, (Node("declares") as each, span)), body)):
                self.say("for each")
                self._traversal.declared(self._sources.declared[each.at][0])
                self.say("in")
                self.operand(span)
                self.say(",")
                self.whole(body)
            case Node("try", _, (body,)):
                self.say("try to")
                self.whole(body)
            case Node("while", _, (condition, body)):
                self.say("while")
                self.part(condition)
                self.say(",")
                self.whole(body)
            case Node("return", _, parts):
                self.say("return")
                for part in parts:
                    self.part(part)
            case Node("nothing" | "block", _, ()):
                self.say("do nothing")
            case Node("rest"):
                self.say("do what follows")
            case Node("go", text):
                self.say(GONE.get(text, f"go to the label {text}"))
            case Node("for", _, (first, condition, following, body)):
                if first.kind != "absent":
                    self.whole(first)
                    self.say(", then")
                self.say("forever" if condition.kind == "absent" else "as long as")
                if condition.kind != "absent":
                    self.part(condition)
                self.say(",")
                self.whole(body)
                if following.kind != "absent":
                    self.say(", and after each round")
                    self.whole(following)
            case Node("do", _, (Node("rest"), body)):
                self.whole(body)
                self.say(", at least once")
            case Node("do", _, (condition, Node("rest"))):
                self.say("do what came before again as long as")
                self.part(condition)
            case Node("do", _, (condition, body)):
                self.whole(body)
                self.say(", and do so again as long as")
                self.part(condition)
            case Node("switch", _, (value, body)):
                self.say("depending on")
                self.part(value)
                self.say(":")
                self.whole(body)
            case Node("case", _, (value, *parts)):
                self.say("otherwise" if value.kind == "absent" else "for")
                if value.kind != "absent":
                    self.part(value)
                self._list(parts, ":")
            case Node("label", name, (body,)):
                self.say(f"at the label {name}:")
                self.whole(body)
            case Node("declares"):
                for place, declaration in enumerate(self._sources.declared[node.at]):
                    self.say(", and" if place else "declare")
                    self._traversal.declared(declaration)
            case _:
                self.say("(")
                self._list(node.parts)
                self.say(")")

    def _list(self, parts: Sequence[Node], before: str = "") -> None:
        """Say statements one after the other."""
        for place, part in enumerate(parts):
            if place or before:
                self.say(";" if place else before)
            self.whole(part)

    def constant(self, node: Node) -> None:
        """Say a constant that stands alone, and what it is."""
        quote = node.text.lstrip("uUL8")[:1]
        what = {'"': "string", "'": "character"}.get(quote, "number")
        self.say(f"the {what}")
        self.say(node.text, "name", node.at)

    def operand(self, node: Node) -> None:
        """Say a part in parentheses, unless it is one word."""
        if is_alone(node) or node.kind in ("type", "default"):
            self.part(node)
        else:
            self.say("(", "storage")
            self.part(node)
            self.say(")", "storage")

    def part(self, node: Node) -> None:  # noqa: PLR0912, PLR0915, C901 (one case for each kind)
        """Say an expression as a thing."""
        match node:
            case Node("name" | "constant", text):
                self.say(text, "name", node.at)
            case Node("type"):
                self._type(node)
            case Node("unary", "*", (operand,)):
                self.say("what", "pointer", self._sources.operator("*", operand))
                self.operand(operand)
                self.say("points to", "pointer")
            case Node("unary", text, (operand,)) if text in SIZES:
                self.say(SIZES[text], "storage", node.at)
                self.operand(operand)
            case Node("unary", "new", (wanted,)):
                self.say("a new object,", "storage", node.at)
                self._type(wanted)
            case Node("unary", text, (operand,)) if text in OF_CXX:
                self.say(OF_CXX[text], "storage", node.at)
                self.operand(operand)
            case Node("unary", "++" | "--" as text, (operand,)):
                self.operand(operand)
                self.say(f"{UNARY[text]}ed before".replace("teed", "ted"))
            case Node("postfix", text, (operand,)):
                self.operand(operand)
                self.say(f"{UNARY[text]}ed afterwards".replace("teed", "ted"))
            case Node("unary", text, (operand,)):
                self.say(UNARY[text], "storage", self._sources.operator(text, operand))
                self.operand(operand)
            case Node("binary", text, (left, right)):
                self.operand(left)
                self.say(BINARY[text], "returning", self._sources.operator(text, right))
                self.operand(right)
            case Node("conditional", _, (condition, yes, no)):
                self.operand(yes)
                self.say("if")
                self.operand(condition)
                self.say(", else")
                self.operand(no)
            case Node("cast", _, (wanted, operand)):
                self.operand(operand)
                self.say("cast into")
                self._type(wanted)
            case Node("literal", _, (wanted,)):
                self.say("a compound literal,")
                ctype = self._sources.types[wanted.at]
                if isinstance(ctype, Array):
                    self._traversal.count(ctype, self._sources.braces[wanted.at])
                self._type(wanted)
                self.say(f"initialized with {self._sources.braces[wanted.at]}", "members")
            case Node("call", _, (Node("name", "va_arg" | "__builtin_va_arg"), pack, wanted)):
                self.say("the next argument of")
                self.operand(pack)
                self.say(", as")
                self._type(wanted)
            case Node("call", _, (Node("name", "offsetof" | "__builtin_offsetof"), wanted, member)):
                self.say("the offset of member")
                self.part(member)
                self.say("in")
                self._type(wanted)
            case Node("call", _, (Node("unary", "new") as made, *arguments)):
                self._constructed(made, arguments)
            case Node("call", _, (called, *arguments)):
                self._call("the result of calling", called, arguments)
            case Node("index", _, (array, subscript)):
                if self._sources.is_turned(node):
                    array, subscript = subscript, array
                self.say("element", "array")
                self.operand(subscript)
                self.say("of", "array")
                self.operand(array)
            case Node("member", sign, (record, member)):
                self.say("member", "members")
                self.part(member)
                self.say("of" if sign == "." else "of what", "members")
                self.operand(record)
                if sign != ".":
                    self.say("points to", "pointer")
            case Node("generic", _, (value, *choices)):
                self._generic(value, choices)
            case Node("assign"):
                self.say("the result of")
                self.say("(")
                self.whole(node)
                self.say(")")
            case _:
                self.whole(node)

    def _constructed(self, made: Node, arguments: list[Node]) -> None:
        """Say what `new` makes, with what it is given."""
        self.part(made)
        self._given("made with", arguments)

    def _streamed(self, text: str, parts: list[Node]) -> None:
        """Say what goes to a stream, or comes from it."""
        for place, part in enumerate(parts[1:]):
            self.say("write" if text == "<<" else "read") if not place else self.say(", then")
            self.operand(part)
        self.say("to" if text == "<<" else "from")
        self.part(parts[0])

    def _given(self, head: str, arguments: list[Node]) -> None:
        """Say arguments, or that there are none."""
        self.say(head if arguments else "without arguments", "function")
        for place, argument in enumerate(arguments):
            if place:
                self.say("and" if place == len(arguments) - 1 else ",", "function")
            self.operand(argument)

    def _call(self, verb: str, called: Node, arguments: list[Node]) -> None:
        self.say(verb, "function")
        self.operand(called)
        self._given("with", arguments)

    def _generic(self, value: Node, choices: list[Node]) -> None:
        self.say("by the type of")
        self.operand(value)
        self.say(":")
        for place in range(0, len(choices), 2):
            wanted, chosen = choices[place], choices[place + 1]
            if place:
                self.say(",")
            self.operand(chosen)
            if wanted.kind == "default":
                self.say("otherwise")
            else:
                self.say("for")
                self._type(wanted)

    def _type(self, node: Node) -> None:
        self._traversal.type(self._sources.types[node.at], "a")


def _stream(node: Node) -> list[Node] | None:
    """Return a stream of C++'s library and what is written to it or read from it."""
    text, parts = node.text, []
    while node.kind == "binary" and node.text == text:
        parts.append(node.parts[1])
        node = node.parts[0]
    return [node, *reversed(parts)] if STREAMS.get(node.text) == text else None


def joined(found: list[Phrase]) -> tuple[Phrase, ...]:
    """Return the phrases with their commas and parentheses set without a space before them."""
    made: list[Phrase] = []
    before = ""
    for phrase in found:
        text = phrase.text
        if text == "(":
            before += "("
            continue
        if not phrase.spans and made and not before and text[:1] not in "),:;":
            last = made.pop()  # a word without a place of its own goes on with the one before
            made.append(Phrase(f"{last.text} {text}", last.kind, last.spans, last.depth))
            continue
        behind = text[:1] in (")", ",", ":", ";") and made and not before
        if behind:
            last = made.pop()
            if last.spans or not phrase.spans:
                made.append(Phrase(last.text + text, last.kind, last.spans, last.depth))
                continue
            made.append(last)
        made.append(Phrase(before + text, phrase.kind, phrase.spans, phrase.depth))
        before = ""
    return tuple(made)
