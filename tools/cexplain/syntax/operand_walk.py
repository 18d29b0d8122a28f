"""Expressions among declarations (6.5), token by token: what no compiler takes is refused.

They are shown as they are written, so only their form is looked at. Names may be macros, which
may be anything: what stands beside one that is written as macros are is believed. So is what
C++ alone has.
"""

from typing import TYPE_CHECKING, Literal, NamedTuple

from cexplain.syntax.operand_types import Types

if TYPE_CHECKING:
    from cexplain.syntax.annotations import AnnotationScanner

What = Literal["value", "colon", "name", "misplaced"]
"""What is missing before a token, or that the token itself is misplaced."""


class Misfit(NamedTuple):
    """The first token with which an expression cannot go on."""

    at: int
    what: What


_PREFIXES = frozenset(("+", "-", "!", "~", "*", "&", "&&", "++", "--"))
_BINARY = frozenset(
    ("*", "/", "%", "+", "-", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "^", "|")
) | {"&&", "||"}
_ASSIGNING = frozenset(("=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|="))
_SIZES = frozenset(
    ("sizeof _Alignof alignof __alignof__ __alignof _Countof __countof__ _Lengthof").split()
)
_CONSTANTS = frozenset(("number", "string", "character"))
_PARTS = frozenset(("__real__", "__imag__", "__real", "__imag"))
_VALUES = frozenset(("true", "false", "nullptr"))
_CXX = frozenset(("<", "::", "..."))
_BEHIND_CAPTURES = frozenset(("(", "{", "<", "->", "[", "mutable", "noexcept", "constexpr"))
# what stands before a token: nothing that it could go on with; a value; a cast; either of the
# last two, as (T) may be both
_WANTED, _VALUE, _CAST, _EITHER = range(4)


class MisfitError(Exception):
    """Raised at the first token that does not fit."""

    def __init__(self, index: int, what: What) -> None:
        super().__init__(what)
        self.misfit = Misfit(index, what)


class BelievedError(Exception):
    """Raised where something stands that is not judged."""


def is_plain(scanner: "AnnotationScanner", index: int) -> bool:
    """Whether a token alone is an expression."""
    kind, text, _, _ = scanner.tokens[index]
    if kind == "word":
        return text not in scanner.roles
    return kind in ("number", "string", "character")


class Walk(Types):
    """Walks over expressions; raises MisfitError at the first token that does not fit."""

    def __init__(self, scanner: "AnnotationScanner") -> None:
        super().__init__(scanner)
        self.closing = scanner.closing
        self.state = _WANTED
        self.macro = False  # whether the token before may be a macro
        self.text = False  # whether it is a string, or a name beside one
        self.sized = False  # whether it is sizeof, or its parentheses

    # -- expressions -----------------------------------------------------------

    def expression(
        self, index: int, end: int, *, commas: bool = False, assigns: bool = True
    ) -> None:
        """Walk over an expression, with `commas` over several between commas."""
        outer = self.state, self.macro, self.text, self.sized
        self._follows(_WANTED)
        choices = 0
        try:
            while index < end:
                text = self.tokens[index].text
                behind = self.state in (_VALUE, _EITHER)
                if text == "?" and behind:
                    choices += 1
                    self._follows(_WANTED)
                elif text == ":" and choices and (behind or self.tokens[index - 1].text == "?"):
                    choices -= 1  # GNU C leaves out what stands between the two
                    self._follows(_WANTED)
                elif text == "," and commas and behind:
                    self._follows(_WANTED)
                elif text in _ASSIGNING and behind and not (assigns or self.macro):
                    raise MisfitError(index, "misplaced")
                else:
                    index = self._token(index, end)
                    continue
                index += 1
            if self.state in (_WANTED, _CAST):
                raise MisfitError(end, "value")
            if choices:
                raise MisfitError(end, "colon")
        finally:
            self.state, self.macro, self.text, self.sized = outer

    def _token(self, index: int, end: int) -> int:
        """Take a token; return the index behind it, and behind what belongs to it."""
        kind, text, _, _ = self.tokens[index]
        if kind == "word":
            return self._word(index, text)
        if kind == "punctuator":
            return self._sign(index, end, text)
        self._operand(index, string=kind == "string")
        return index + 1

    def _follows(self, state: int) -> None:
        self.state, self.macro, self.text, self.sized = state, False, False, False

    def _operand(self, index: int, *, string: bool = False, macro: bool = False) -> None:
        """Take a token that is a value by itself."""
        named = self.tokens[index].kind == "word"
        beside = self.text and (string or named)
        if self.state == _VALUE and not (self.macro or macro or beside):
            raise MisfitError(index, "misplaced")
        self._follows(_VALUE)
        self.macro = macro
        self.text = string or beside

    def _word(self, index: int, text: str) -> int:
        """Take a word; return the index behind it, and behind what belongs to it."""
        if text == "_Generic" and self.tokens[index + 1].text == "(":
            self._operand(index)
            self._generic(index + 1)
            return self.closing[index + 1] + 1
        role = self.scanner.roles.get(text)
        if role is None:
            self._operand(index, macro=self.scanner.is_annotation_word(index))
            return index + 1
        if text in _SIZES or text in _PARTS:
            if self.state == _VALUE and not self.macro:
                raise MisfitError(index, "misplaced")
            self._follows(_WANTED)
            self.sized = text in _SIZES
            return index + 1
        if role[0] == "other" and text.startswith("__"):  # a compiler's own
            self._operand(index)
            return index + 1
        if text in _VALUES:
            self._operand(index)
            return index + 1
        if role[0] == "extension" and self.state != _VALUE:
            return index + 1
        bare = role[0] == "basic" and self.tokens[index + 1].text not in ("(", "{")
        if self.macro or role[0] == "attribute" or (self.cxx and not bare):
            raise BelievedError
        raise MisfitError(index, "misplaced" if self.state == _VALUE else "value")

    def _sign(self, index: int, end: int, text: str) -> int:
        """Take a sign; return the index behind it, and behind what belongs to it."""
        if self.cxx and (text in _CXX or (text == "[" and self._is_lambda(index))):
            raise BelievedError
        if text == "(":
            return self._parentheses(index)
        if text == "{":
            if self.state in (_CAST, _EITHER) or self.sized:  # a compound literal
                self._braces(index)
                self._follows(_VALUE)
                return self.closing[index] + 1
            if self.cxx or self.macro:
                raise BelievedError
            raise MisfitError(index, "misplaced" if self.state == _VALUE else "value")
        if self.state in (_WANTED, _CAST):
            shift = self.cxx and text in (">", ">=") and self.tokens[index - 1].text == ">"
            if text in _PREFIXES or shift:  # templates may end with '>>', so C++ has two tokens
                self._follows(_WANTED)
                return index + 1
            if text in ("^", "@"):  # as Apple's compilers have them
                raise BelievedError
            raise MisfitError(index, "value")
        return self._behind_value(index, end, text)

    def _is_lambda(self, index: int) -> bool:
        """Whether a '[' begins a lambda of C++."""
        behind = self.tokens[self.closing[index] + 1].text
        return self.state in (_WANTED, _CAST) and behind in _BEHIND_CAPTURES

    def _behind_value(self, index: int, end: int, text: str) -> int:
        """Take a sign behind a value, as `_sign` does."""
        if text == "[":
            close = self.closing[index]
            self.expression(index + 1, close, commas=True)
            self._follows(_VALUE)
            return close + 1
        if text in (".", "->"):
            if index + 1 < end and self.scanner.is_identifier(index + 1):
                self._follows(_VALUE)
                return index + 2
            if self.cxx and index + 1 < end:
                if self.tokens[index + 1].text == "*":  # a pointer to a member
                    self._follows(_WANTED)
                    return index + 2
                if self.tokens[index + 1].kind == "word" or self.tokens[index + 1].text in "~::":
                    raise BelievedError
            raise MisfitError(index + 1, "name")
        if text in ("++", "--"):
            return index + 1
        if text in _BINARY or text in _ASSIGNING:
            self._follows(_WANTED)
            return index + 1
        if text in _PREFIXES and (self.state == _EITHER or self.macro):
            self._follows(_WANTED)
            return index + 1
        if self.macro or text in ("@", "#"):
            raise BelievedError
        raise MisfitError(index, "misplaced")

    # -- parentheses -----------------------------------------------------------

    def _parentheses(self, index: int) -> int:
        """Take a call's arguments, a cast, or an expression in parentheses."""
        close = self.closing[index]
        if self.state in (_VALUE, _EITHER):
            before = self.tokens[index - 1]
            plain = before.text.isdigit() if self.cxx else before.kind in _CONSTANTS
            if plain:
                raise MisfitError(index, "misplaced")  # no constant is a function
            macro, either = self.macro, self.state == _EITHER
            if not macro and close > index + 1:
                either = either and self.is_type(index + 1, close)
                if self.tokens[index - 1].kind == "word" or either:
                    self.arguments(index + 1, close)
                else:
                    self.expression(index + 1, close, commas=True)
            self._follows(_EITHER if either else _VALUE)
            self.macro = macro
        else:
            sized = self.sized
            self._follows(self._group(index, close))
            self.sized = sized and self.state == _VALUE  # which may be a compound literal's
        return close + 1

    def _group(self, index: int, close: int) -> int:
        """Return what parentheses are that no value stands before: a value, a cast, or either."""
        sized, first = self.sized, index + 1
        if close == first:
            raise MisfitError(close, "value")
        if self.tokens[first].text == "{":  # statements, which are an expression in GNU C
            return _VALUE
        if self.begins_type(first):
            self.check_type(first, close)
            if sized:
                return _VALUE
            plain = all(token.text not in "(<{" for token in self.tokens[first:close])
            return _EITHER if self.cxx and not plain else _CAST
        try:
            self.expression(first, close, commas=True)
        except MisfitError:
            if not self.may_be_type(first, close):
                raise
            return _EITHER
        return _EITHER if self.is_alone(first, close) else _VALUE

    def arguments(self, index: int, end: int) -> None:
        """Walk over a call's arguments: expressions, or types as a macro takes them."""
        while index < end:
            stop = min(self.scanner.expression_end(index, (",",)), end)
            self._expression_or_type(index, stop)
            index = stop + 1
            if index == end:  # behind a comma
                raise MisfitError(end, "value")

    def _expression_or_type(self, index: int, end: int) -> None:
        if index < end and self.begins_type(index):
            self.check_type(index, end)
            return
        try:
            self.expression(index, end)
        except MisfitError:
            if index == end or not self.may_be_type(index, end):
                raise

    def _generic(self, opening: int) -> None:
        """Walk over what _Generic chooses by, and over each value that it chooses from."""
        end = self.closing[opening]
        comma = min(self.scanner.expression_end(opening + 1, (",",)), end)
        self._expression_or_type(opening + 1, comma)
        if comma == end:
            raise MisfitError(end, "value")
        while comma < end:
            colon = self.scanner.expression_end(comma + 1, (":", ","))
            if colon >= end or self.tokens[colon].text != ":":
                raise MisfitError(min(colon, end), "colon")
            if self.tokens[comma + 1].text != "default":
                self._expression_or_type(comma + 1, colon)
            elif colon > comma + 2:
                raise MisfitError(comma + 2, "misplaced")
            comma = min(self.scanner.expression_end(colon + 1, (",",)), end)
            self.expression(colon + 1, comma)

    # -- initializers ----------------------------------------------------------

    def initializer(self, index: int, end: int) -> None:
        """Walk over an expression, or a list in braces."""
        if index == end or self.tokens[index].text != "{":
            self.expression(index, end)
            return
        self._braces(index)
        behind = self.closing[index] + 1
        if behind < end and self.tokens[behind].kind != "word":
            raise MisfitError(behind, "misplaced")

    def _braces(self, opening: int) -> None:
        """Walk over a list in braces."""
        index, close = opening + 1, self.closing[opening]
        while index < close:
            stop = min(self.scanner.expression_end(index, (",",)), close)
            if stop != index + 1 or not is_plain(self.scanner, index):
                self._element(index, stop)
            index = stop + 1

    def _element(self, index: int, end: int) -> None:
        """Walk over a list's element, with its designators (6.7.11)."""
        tokens, start = self.tokens, index
        self.state = _WANTED
        if self.cxx and index < end and tokens[index].text == "[" and self._is_lambda(index):
            raise BelievedError
        while index < end:
            if tokens[index].text == "." and self.scanner.is_identifier(index + 1):
                index += 2
            elif tokens[index].text == "[":
                self._range(index + 1, self.closing[index])
                index = self.closing[index] + 1
            else:
                break
        if index == start:
            old = self.scanner.is_identifier(index) and tokens[index + 1].text == ":"  # GNU's a: 1
            self.initializer(index + 2 if old else index, end)
        elif tokens[index].text == "=" or (self.cxx and tokens[index].text == "{"):
            self.initializer(index + (tokens[index].text == "="), end)
        elif tokens[index - 1].text == "]" and index < end:  # GNU's [0] 1
            self.initializer(index, end)
        else:
            raise MisfitError(index, "value" if index == end else "misplaced")

    def _range(self, index: int, end: int) -> None:
        """Walk over a designator's index, or over two with `...` between them, as in GNU C."""
        stop = min(self.scanner.expression_end(index, ("...",)), end)
        self.expression(index, stop)
        if stop < end:
            self.expression(stop + 1, end)
