"""A statement's tokens as the grammar takes them: each type name is one token, read by our scan."""

from abc import ABC, abstractmethod

from cexplain.syntax.annotations import AnnotationScanner
from cexplain.syntax.blocks import declares
from cexplain.syntax.build import Builder
from cexplain.syntax.cursor import ScanError
from cexplain.syntax.grammar_of_statements import REST, Piece, statement
from cexplain.syntax.scan import Scanner
from cexplain.syntax.statement_tree import Node
from cexplain.tree import CType, Declaration
from cexplain.values import dataclass, field

_SIGNS = {
    "(": "LPAREN", ")": "RPAREN", "[": "LBRACKET", "]": "RBRACKET", "{": "LBRACE", "}": "RBRACE",
    ",": "COMMA", ".": "PERIOD", ";": "SEMI", ":": "COLON", "?": "CONDOP", "->": "ARROW",
    "+": "PLUS", "-": "MINUS", "*": "TIMES", "/": "DIVIDE", "%": "MOD", "|": "OR", "&": "AND",
    "~": "NOT", "^": "XOR", "<<": "LSHIFT", ">>": "RSHIFT", "||": "LOR", "&&": "LAND",
    "!": "LNOT", "<": "LT", ">": "GT", "<=": "LE", ">=": "GE", "==": "EQ", "!=": "NE",
    "=": "EQUALS", "*=": "TIMESEQUAL", "/=": "DIVEQUAL", "%=": "MODEQUAL", "+=": "PLUSEQUAL",
    "-=": "MINUSEQUAL", "<<=": "LSHIFTEQUAL", ">>=": "RSHIFTEQUAL", "&=": "ANDEQUAL",
    "|=": "OREQUAL", "^=": "XOREQUAL", "++": "PLUSPLUS", "--": "MINUSMINUS",
}  # fmt: skip
_WORDS = {
    **dict.fromkeys(("sizeof", "_Countof", "__countof__", "_Lengthof"), "SIZEOF"),
    **dict.fromkeys(("_Alignof", "alignof", "__alignof__", "__alignof"), "SIZEOF"),
    "_Generic": "_GENERIC", "default": "DEFAULT", "case": "CASE", "return": "RETURN",
    "if": "IF", "else": "ELSE", "while": "WHILE", "do": "DO", "for": "FOR", "switch": "SWITCH",
    "break": "BREAK", "continue": "CONTINUE", "goto": "GOTO",
}  # fmt: skip
_TYPE_SECOND = frozenset({"va_arg", "__builtin_va_arg"})
_TYPE_FIRST = frozenset({"offsetof", "__builtin_offsetof"})
_SIZES = frozenset(word for word, kind in _WORDS.items() if kind == "SIZEOF")
_MOST = 2000  # tokens; what is longer is no statement that anybody reads aloud


@dataclass(slots=True)
class Parsed:
    """A statement, and the types and declarations within it by their first tokens' indexes.

    `written` has what stands in a compound literal's braces, each declaration as it stands, and
    the word of a cast in C++.
    """

    node: Node
    start: int
    end: int
    types: dict[int, CType] = field(default_factory=dict)
    written: dict[int, str] = field(default_factory=dict)
    declared: dict[int, list[Declaration]] = field(default_factory=dict)


def parsed(scanner: Scanner, start: int, cut: int = -1) -> Parsed | None:
    """Return the statement that begins at a token, None if none is read there.

    At the token `cut` a body begins that is not there.
    """
    return _Reader(scanner, start, cut).parsed()


class Reader(ABC):
    """Turns tokens into pieces, as C and C++ have them; raises KeyError at what neither reads."""

    def __init__(self, scanner: AnnotationScanner, start: int, cut: int) -> None:
        self.scanner, self.start = scanner, start
        self.last, self.cut = min(start + _MOST, scanner.count), cut
        self.pieces: list[Piece] = []
        self.types: dict[int, CType] = {}
        self.written: dict[int, str] = {}
        self.declared: dict[int, list[Declaration]] = {}

    @abstractmethod
    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""

    @abstractmethod
    def scan(self, index: int) -> tuple[list[Declaration], int]:
        """Return what the declaration at a token declares, and the index behind it."""

    @abstractmethod
    def type_name(self, start: int, end: int) -> CType:
        """Return the type that the tokens [start, end) name."""

    @abstractmethod
    def starts_type(self, start: int, end: int) -> bool:
        """Whether the parentheses around the tokens [start, end) hold a type's name."""

    def parsed(self) -> Parsed | None:
        """Return the statement at the reader's start, None if none is read there."""
        try:
            end = self.statement(self.start)
        except (ScanError, KeyError):
            return None
        node = statement(self.pieces)
        if node is None:
            return None
        return Parsed(node, self.start, end, self.types, self.written, self.declared)

    def statement(self, index: int) -> int:
        """Add the statement that begins at a token, and return the index behind it.

        A declaration in it is one piece; what it says is read by our scan.
        """
        scanner, tokens = self.scanner, self.scanner.tokens
        word = tokens[index].text
        if index == self.cut:
            self.pieces += (("ID", REST, index), ("SEMI", ";", index))
            return index + (index < scanner.count)
        if index >= self.last:
            raise KeyError(word)
        if word == "{":
            end = scanner.closing[index]
            index = self.add("LBRACE", index)
            while index < end:
                index = self._item(index)
            return self.add("RBRACE", end)
        if word == "while" and self._ends_loop(index):
            self.pieces += (("DO", "do", index), ("ID", REST, index), ("SEMI", ";", index))
            return self._semicolon(self._head(self.add("WHILE", index), "while"))
        if word in ("if", "while", "switch", "for"):
            index = self.statement(self._head(self.add(_WORDS[word], index), word))
            if word == "if" and tokens[index].text == "else":
                index = self.statement(self.add("ELSE", index))
            return index
        if word == "else":
            self._nothing("IF", index)
            self.pieces.append(("SEMI", ";", index))
            return self.statement(self.add("ELSE", index))
        if word == "do":
            index = self.statement(self.add("DO", index))
            if self.cut >= 0 and index >= self.cut and tokens[index].text != "while":
                self._nothing("WHILE", index)
                self.pieces.append(("SEMI", ";", index))
                return index
            return self._semicolon(self._head(self.add("WHILE", index), "while"))
        if word in ("case", "default"):
            end = scanner.expression_end(index, (":",))
            self.read(index, end)
            return self.statement(self.add("COLON", end))
        if scanner.is_identifier(index) and tokens[index + 1].text == ":":
            return self.statement(self.add("COLON", self.add("ID", index)))
        end = min(scanner.expression_end(index, (";",)), self.last)
        self.read(index, end)
        return self._semicolon(end)

    def _item(self, index: int) -> int:
        """Add a declaration or a statement within braces."""
        if self.declares(index):
            return self._declaration(index)
        return self.statement(index)

    def _head(self, index: int, word: str) -> int:
        """Add what stands in parentheses behind a keyword."""
        end = self.scanner.closing[index]
        self.add("LPAREN", index)
        index += 1
        if word == "for" and self.declares(index):
            index = self._declaration(index)
        self.read(index, end)
        return self.add("RPAREN", end)

    def _ends_loop(self, index: int) -> bool:
        """Whether `while (…);` ends a loop here whose beginning was cut off."""
        closing, tokens = self.scanner.closing, self.scanner.tokens
        if index == 0 or tokens[index - 1].text != "}" or tokens[index + 1].text != "(":
            return False
        return tokens[closing[index + 1] + 1].text == ";" and index - 1 not in closing.values()

    def _nothing(self, kind: str, index: int) -> None:
        """Add a keyword whose condition was cut off."""
        self.pieces += ((kind, "", index), ("LPAREN", "(", index), ("ID", REST, index))
        self.pieces.append(("RPAREN", ")", index))

    def _semicolon(self, index: int) -> int:
        """Add a semicolon, which may be missing at the end of the text."""
        stands = self.scanner.tokens[index].text == ";"
        if not stands and index < self.scanner.count:
            raise KeyError(self.scanner.tokens[index].text)
        self.pieces.append(("SEMI", ";", index))
        return index + stands

    def _declaration(self, index: int) -> int:
        found, end = self.scan(index)
        self.declared[index] = found
        self.written[index] = self.scanner.source(index, end).removesuffix(";")
        self.pieces += (("ID", f"#{index}", index), ("SEMI", ";", end - 1))
        return end

    def read(self, index: int, end: int) -> None:
        """Add the pieces of tokens [index, end)."""
        while index < end:
            index = self.piece(index)

    def add(self, kind: str, index: int) -> int:
        """Add a token as it stands; return the index behind it."""
        self.pieces.append((kind, self.scanner.tokens[index].text, index))
        return index + 1

    def piece(self, index: int) -> int:
        """Add the piece that begins at a token; return the index behind it."""
        token = self.scanner.tokens[index]
        if token.kind == "word":
            return self.word(index)
        if token.kind == "number":
            text = token.text.lower()
            hexadecimal = text.startswith("0x")
            real = "." in text or ("p" if hexadecimal else "e") in text
            return self.add("FLOAT_CONST" if real else "INT_CONST_DEC", index)
        if token.kind in ("string", "character"):
            return self.add("STRING_LITERAL" if token.kind == "string" else "CHAR_CONST", index)
        if token.text == "(" and self.holds_type(index):
            return self._parenthesized_type(index)
        if token.text == "{":
            raise KeyError(token.text)
        return self.add(_SIGNS[token.text], index)

    def word(self, index: int) -> int:
        """Add the piece that a word is, or begins; return the index behind it."""
        tokens = self.scanner.tokens
        word = tokens[index].text
        opened = tokens[index + 1].text == "("
        if word in _TYPE_SECOND and opened:
            return self._with_type(index, first=False)
        if word in _TYPE_FIRST and opened:
            return self._with_type(index, first=True)
        if word == "_Generic" and opened:
            return self._generic(index)
        if word in _WORDS:
            return self.add(_WORDS[word], index)
        if word in self.scanner.roles and word not in ("true", "false", "nullptr"):
            raise KeyError(word)
        return self.add("ID", index)

    def holds_type(self, index: int) -> bool:
        """Whether the parentheses that open here hold a type's name."""
        scanner, tokens = self.scanner, self.scanner.tokens
        end = scanner.closing[index]
        first = tokens[index + 1]
        if first.kind != "word" or end == index + 1:
            return False
        if tokens[index - 1].text in ("if", "while"):
            return False
        if not scanner.is_identifier(index + 1):
            return self.starts_type(index + 1, end)
        if self.starts_type(index + 1, end):
            return True
        if tokens[end - 1].text == "*" and tokens[index + 2].text == "*":
            return True
        if end != index + 2 or tokens[index - 1].text in _SIZES:
            return False
        called = scanner.is_identifier(index - 1) or tokens[index - 1].text in (")", "]")
        behind = tokens[end + 1]
        if behind.text == "(" and first.text[0].isupper():
            return not called  # (T)(x): nobody sets a function's name in parentheses
        operand = behind.kind in ("number", "string", "character") or behind.text in ("{", "~", "!")
        return not called and (operand or scanner.is_identifier(end + 1))

    def add_type(self, start: int, end: int) -> None:
        """Add a type's name as one piece."""
        self.types[start] = self.type_name(start, end)
        self.pieces.append(("INT", f"#{start}", start))

    def _parenthesized_type(self, index: int) -> int:
        end = self.scanner.closing[index]
        self.add("LPAREN", index)
        self.add_type(index + 1, end)
        self.add("RPAREN", end)
        if self.scanner.tokens[end + 1].text != "{":
            return end + 1
        closing = self.scanner.closing[end + 1]
        self.written[index + 1] = self.scanner.source(end + 1, closing + 1)
        self.add("LBRACE", end + 1)
        self.pieces.append(("INT_CONST_DEC", "0", end + 1))
        return self.add("RBRACE", closing)

    def _with_type(self, index: int, *, first: bool) -> int:
        """Add a macro's call of which one argument is a type."""
        scanner = self.scanner
        end = scanner.closing[index + 1]
        comma = scanner.expression_end(index + 2, (",",))
        if comma >= end:
            raise KeyError(",")
        self.pieces.append(("OFFSETOF" if first else "__BUILTIN_VA_ARG", "", index))
        self.pieces[-1] = (self.pieces[-1][0], scanner.tokens[index].text, index)
        self.add("LPAREN", index + 1)
        if first:
            self.add_type(index + 2, comma)
            self.add("COMMA", comma)
            self.read(comma + 1, end)
        else:
            self.read(index + 2, comma)
            self.add("COMMA", comma)
            self.add_type(comma + 1, end)
        return self.add("RPAREN", end)

    def _generic(self, index: int) -> int:
        scanner = self.scanner
        end = scanner.closing[index + 1]
        self.add("_GENERIC", index)
        self.add("LPAREN", index + 1)
        at = index + 2
        comma = scanner.expression_end(at, (",",))
        self.read(at, min(comma, end))
        while comma < end:
            self.add("COMMA", comma)
            colon = scanner.expression_end(comma + 1, (":",))
            if scanner.tokens[comma + 1].text == "default":
                self.add("DEFAULT", comma + 1)
            else:
                self.add_type(comma + 1, colon)
            self.add("COLON", colon)
            comma = min(scanner.expression_end(colon + 1, (",",)), end)
            self.read(colon + 1, comma)
        return self.add("RPAREN", end)


class _Reader(Reader):
    """Reads the statements of C."""

    def __init__(self, scanner: Scanner, start: int, cut: int) -> None:
        super().__init__(scanner, start, cut)
        self._scanner, self._builder = scanner, Builder(scanner)

    def declares(self, index: int) -> bool:
        """Whether a declaration begins at a token."""
        return declares(self._scanner, index)

    def scan(self, index: int) -> tuple[list[Declaration], int]:
        """Return what the declaration at a token declares, and the index behind it."""
        found = self._scanner.declaration(index, "declaration")
        self._scanner.objects.update(each.name for each in found.declarators if each.name)
        return self._builder.build(found), found.end

    def type_name(self, start: int, end: int) -> CType:
        """Return the type that the tokens [start, end) name."""
        return self._builder.type_name(self._scanner.type_name(start, end))

    def starts_type(self, start: int, end: int) -> bool:
        """Whether the parentheses around the tokens [start, end) hold a type's name."""
        return self._scanner.starts_type(start, end)
