"""Statements and expressions of C++, as far as C's grammar knows their form.

What C lacks is shown to the grammar as what it resembles: a cast with a name as a cast, `co_await`
as a sizeof, a range-based for as a while.
"""

from typing import TYPE_CHECKING

from cexplain.syntax.cursor import ScanError
from cexplain.syntax.cxx_blocks import declares
from cexplain.syntax.grammar_of_statements import TRY
from cexplain.syntax.statement_pieces import Parsed, Reader
from cexplain.syntax.statements import is_call
from cexplain.tree import CType, Declaration, Pointer

if TYPE_CHECKING:
    from cexplain.syntax.cxx_scan import CxxScanner

HEADS = frozenset("for while if switch do else case default try".split())
_CASTS = frozenset({"static_cast", "dynamic_cast", "const_cast", "reinterpret_cast"})
_BEFORE_ALL = frozenset({"throw", "co_yield", "co_return"})
_BEFORE = frozenset({"co_await", "delete"})
_NAMES = frozenset({"this", "nullptr", "true", "false"})
_BEHIND_TEMPLATES = frozenset({"(", "::"})


def called(scanner: "CxxScanner", index: int) -> Parsed | None:
    """Return the call of a function that a constructor's declaration might be, too."""
    text, following = scanner.tokens[index].text, scanner.tokens[index + 1].text
    plain = following == "(" and text[:1].islower()
    return instead(scanner, index) if plain and is_call(scanner, index) else None


def instead(scanner: "CxxScanner", index: int) -> Parsed | None:
    """Return the statement that begins at a token where no declaration does, if there is one."""
    found = _Reader(scanner, index, -1).parsed()
    if found is None or not (found.node.parts or found.node.kind in ("go", "block")):
        return None
    return found


def cut_off(scanner: "CxxScanner", index: int, cut: int) -> Parsed | None:
    """Return the statement whose body would begin at the token `cut`, if one begins here."""
    labelled = scanner.is_identifier(index) and scanner.tokens[index + 1].text == ":"
    if scanner.tokens[index].text not in HEADS and not labelled:
        return None
    return _Reader(scanner, index, cut).parsed()


class _Reader(Reader):
    """Reads the statements of C++."""

    def __init__(self, scanner: "CxxScanner", start: int, cut: int) -> None:
        super().__init__(scanner, start, cut)
        self._scanner = scanner

    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""
        return declares(self._scanner, index)

    def scan(self, index: int) -> tuple[list[Declaration], int]:
        """Return what the declaration at a token declares, and the index behind it."""
        found = self._scanner.declaration(index, "declaration")
        return found.declared, found.end

    def type_name(self, start: int, end: int) -> CType:
        """Return the type that the tokens [start, end) name."""
        return self._scanner.type_name(start, end)

    def starts_type(self, start: int, end: int) -> bool:
        """Whether the parentheses around the tokens [start, end) hold a type's name."""
        if not self._scanner.starts_type(start):
            return end - start > 1 and self.scanner.tokens[end - 1].text in ("*", "&", "&&")
        keyword = not self.scanner.is_identifier(start)
        return keyword or end - start == 1 or self.scanner.tokens[start + 1].text in "*&("

    def statement(self, index: int) -> int:
        """Add the statement that begins at a token, and return the index behind it."""
        tokens = self.scanner.tokens
        if tokens[index].text == "try" and index != self.cut:
            self.pieces += (("ID", TRY, index), ("COLON", ":", index))
            return self.statement(index + 1)
        if tokens[index].text == "for" and tokens[index + 1].text == "(":
            found = self._scanner.in_head(index)
            if found is not None:
                return self._each(index, found.declared)
        return super().statement(index)

    def _each(self, index: int, found: list[Declaration]) -> int:
        """Add a range-based for, with what it declares."""
        first, end = index + 2, self.scanner.closing[index + 1]
        colon = self.scanner.expression_end(first, (":",))
        self.declared[first] = found
        self.written[first] = self.scanner.source(first, colon)
        self.pieces += (
            ("WHILE", "for", index), ("LPAREN", "(", index), ("ID", f"#{first}", first),
            ("COMMA", ",", colon),
        )  # fmt: skip
        self.read(colon + 1, end)
        return self.statement(self.add("RPAREN", end))

    def piece(self, index: int) -> int:
        """Add the piece that begins at a token; return the index behind it."""
        tokens = self.scanner.tokens
        token, following = tokens[index], tokens[index + 1]
        if token.text == ">" == following.text and token.end == following.start:
            self.pieces.append(("RSHIFT", ">>", index))
            return index + 2
        return self.word(index) if token.text == "::" else super().piece(index)

    def word(self, index: int) -> int:
        """Add the piece that a word is, or begins; return the index behind it."""
        text, following = self.scanner.tokens[index].text, self.scanner.tokens[index + 1].text
        if text in _CASTS and following == "<":
            return self._cast(index, index + 2, self._scanner.template_end(index + 1))
        if self.scanner.role(index) == "basic" and following == "(":
            return self._cast(index, index, index + 1)
        if text in _BEFORE_ALL and following != ";":
            end = self.scanner.expression_end(index + 1, (";", ")"))
            self.pieces += (("SIZEOF", text, index), ("LPAREN", "(", index))
            self.read(index + 1, end)
            self.pieces.append(("RPAREN", ")", end))
            return end
        if text in _BEFORE:
            self.pieces.append(("SIZEOF", text, index))
            return index + 1 + 2 * (text == "delete" and following == "[")
        if text == "new":
            return self._new(index)
        if text in _NAMES or (text in _BEFORE_ALL and following == ";"):
            return self.add("ID", index)
        if self._scanner.begins_name(index):
            return self._name(index)
        return super().word(index)

    def _cast(self, index: int, start: int, behind: int) -> int:
        """Add a cast to the type of the tokens from `start`, whose operand begins at `behind`."""
        tokens = self.scanner.tokens
        if tokens[behind].text != "(":
            raise KeyError(tokens[behind].text)
        end = self.scanner.closing[behind]
        self.pieces += (("LPAREN", "(", index), ("LPAREN", "(", index))
        if start > index:
            self.written[start] = tokens[index].text
            self.add_type(start, behind - 1)
        else:
            self._keyword(index)
        self.pieces += (("RPAREN", ")", behind), ("LPAREN", "(", behind))
        self.read(behind + 1, end)
        self.pieces.append(("RPAREN", ")", end))
        return self.add("RPAREN", end)

    def _keyword(self, index: int) -> None:
        """Add the type that one keyword names."""
        self.types[index] = self._scanner.base(self._scanner.specifiers(index, "type"))
        self.pieces.append(("INT", f"#{index}", index))

    def _new(self, index: int) -> int:
        """Add a new-expression; what stands in parentheses behind it is read as a call's."""
        specifiers = self._scanner.specifiers(index + 1, "type")
        made, end = self._scanner.base(specifiers), specifiers.end
        while self.scanner.tokens[end].text == "*":
            made, end = Pointer(made), end + 1
            self.scanner.spans.put(made, (self.scanner.token_span(end - 1),))
        if self.scanner.tokens[end].text in ("[", "{"):
            raise KeyError(self.scanner.tokens[end].text)
        self.pieces += (("LPAREN", "(", index), ("SIZEOF", "new", index), ("LPAREN", "(", index))
        self.types[index + 1] = made
        self.pieces += (("INT", f"#{index + 1}", index + 1), ("RPAREN", ")", end))
        self.pieces.append(("RPAREN", ")", end))
        return end

    def _name(self, index: int) -> int:
        """Add a name with its qualification; `a < b` compares where no call follows."""
        tokens = self.scanner.tokens
        end = index + 1
        try:
            found = self._scanner.qualified(index)
        except ScanError:
            if tokens[index + 1].text != "<":
                raise
        else:
            called = tokens[found.end].text in _BEHIND_TEMPLATES
            if found.kind != "name":
                raise KeyError(tokens[found.end].text)
            if found.owner is not None or tokens[index + 1].text != "<" or called:
                end = found.end
        self.pieces.append(("ID", self.scanner.source(index, end), index))
        return end
