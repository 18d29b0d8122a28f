"""The type of an expression, where its parts tell it (6.5)."""

from collections.abc import Mapping

from cexplain.syntax.statement_tree import Node
from cexplain.tree import Array, Basic, CType, Function, Pointer, TypedefName, unqualified

_INT = Basic("int")
_SIZE = TypedefName("size_t")
_RANKS = ("int", "unsigned int", "long", "unsigned long", "long long", "unsigned long long",
          "float", "double", "long double")  # fmt: skip
_SMALL = frozenset({"_Bool", "char", "signed char", "unsigned char", "short", "unsigned short"})
_TRUTHS = frozenset({"==", "!=", "<", ">", "<=", ">=", "&&", "||"})
_SIZES = frozenset({"sizeof", "_Alignof", "alignof", "__alignof__", "__alignof", "_Countof",
                    "__countof__", "_Lengthof"})  # fmt: skip
_SUFFIXES = {"": "int", "u": "unsigned int", "l": "long", "ul": "unsigned long",
             "ll": "long long", "ull": "unsigned long long"}  # fmt: skip
_INTEGERS = _RANKS[:6]
_WIDTHS = {name: 32 if "int" in name else 64 for name in _INTEGERS}
"""Bits on a machine of 64, as x86-64 with System V's conventions."""


class Types:
    """The types of a text's names and of the type names in one expression.

    It `deduces` the types of operators' results as C has them, which C++ does otherwise.
    """

    def __init__(
        self, written: Mapping[int, CType], names: Mapping[str, CType], *, deduces: bool = True
    ) -> None:
        self._written, self._names, self._deduces = written, names, deduces

    def of(self, node: Node) -> CType | None:  # noqa: PLR0912, C901 (one case for each kind)
        """Return an expression's type, None where it is not known."""
        if not self._deduces and node.kind != "cast":
            return None
        match node:
            case Node("name", text):
                return self._names.get(text)
            case Node("constant", text):
                return _constant(text)
            case Node("type" | "cast" | "literal", _, parts):
                wanted = parts[0] if parts else node
                found = self._written.get(wanted.at)
                return _unqualified(found) if node.kind == "cast" else found
            case Node("unary", "*", (operand,)):
                return self._referenced(operand)
            case Node("index", _, parts):
                return self._referenced(parts[self.is_turned(node)])
            case Node("unary", "&", (operand,)):
                found = self.of(operand)
                return None if found is None else Pointer(found)
            case Node("unary", "!"):
                return _INT
            case Node("unary", text) if text in _SIZES:
                return _SIZE
            case Node("unary", "+" | "-" | "~", (operand,)):
                return _promoted(self.of(operand))
            case Node("unary" | "postfix", _, (operand,)):
                return _unqualified(self.of(operand))
            case Node("binary", text, (left, right)):
                return self._binary(text, left, right)
            case Node("assign", _, (left, _)):
                return _unqualified(self.of(left))
            case Node("comma", _, parts):
                return self.of(parts[-1])
            case Node("conditional", _, (_, yes, no)):
                return _converted(self.of(yes), self.of(no))
            case Node("call", _, (Node("name", "va_arg" | "__builtin_va_arg"), _, wanted)):
                return self._written.get(wanted.at)
            case Node("call", _, (Node("name", "offsetof" | "__builtin_offsetof"), *_)):
                return _SIZE
            case Node("call", _, (called, *_)):
                found = self.of(called)
                found = found.referenced if isinstance(found, Pointer) else found
                return found.returned if isinstance(found, Function) else None
            case _:
                return None

    def is_turned(self, node: Node) -> bool:
        """Whether what is indexed stands in the brackets, as in 2["abc"] (6.5.2.1)."""
        first, second = node.parts
        if self._is_index(first) != self._is_index(second):
            return self._is_index(first)
        return self._points(second) and not self._points(first)

    def _is_index(self, node: Node) -> bool:
        return _is_arithmetic(_unqualified(self.of(node)))

    def _points(self, node: Node) -> bool:
        """Whether a part is known to be an array or a pointer."""
        return _is_string(node) or isinstance(_decayed(self.of(node)), Pointer)

    def _referenced(self, node: Node) -> CType | None:
        """Return the type of what a pointer or an array leads to, None where it is not known."""
        pointer = _decayed(self.of(node))
        if isinstance(pointer, Pointer):
            return pointer.referenced
        return Basic("char") if node.text[:1] == '"' and _is_string(node) else None

    def _binary(self, text: str, left: Node, right: Node) -> CType | None:
        if text in _TRUTHS:
            return _INT
        first, second = _decayed(self.of(left)), _decayed(self.of(right))
        if text in ("<<", ">>"):
            return _promoted(first)
        if text in "+-" and isinstance(first, Pointer) and _is_arithmetic(second):
            return first
        if text == "+" and isinstance(second, Pointer) and _is_arithmetic(first):
            return second
        return _converted(first, second)


def _is_string(node: Node) -> bool:
    return node.kind == "constant" and node.text[-1:] == '"'


def _constant(text: str) -> CType | None:
    """Return the type of a constant (6.4.4): it grows with the value."""
    lowered = text.lower().replace("'", "") if text[:1].isdigit() or text[:1] == "." else text
    if lowered is text and not lowered[:1].isdigit() and lowered[:1] != ".":
        return _INT if text[:1] == "'" else None
    digits = lowered.rstrip("ul")
    hexadecimal = lowered.startswith("0x")
    if "." in lowered or ("p" if hexadecimal else "e") in lowered:
        last = lowered[-1]
        return Basic({"f": "float", "l": "long double"}.get(last, "double"))
    suffix = "".join(sorted(lowered[len(digits) :], reverse=True))
    octal = digits[:1] == "0" and digits.isdigit()
    try:
        number = int(digits, 8) if octal else int(digits, 0)
    except ValueError:
        return None
    if suffix not in _SUFFIXES:
        return None
    name = _SUFFIXES[suffix]
    decimal = digits.isdigit() and not octal
    for wider in _INTEGERS[_INTEGERS.index(name) :]:
        signed = "unsigned" not in wider
        if (signed and "u" in suffix) or (not signed and decimal and "u" not in suffix):
            continue
        if number < 1 << (_WIDTHS[wider] - signed):
            return Basic(wider)
    return None


def _unqualified(found: CType | None) -> CType | None:
    return None if found is None else unqualified(found)


def _decayed(found: CType | None) -> CType | None:
    """Return what an array or a function becomes in an expression (6.3.2.1)."""
    if isinstance(found, Array):
        return Pointer(found.element)
    return Pointer(found) if isinstance(found, Function) else _unqualified(found)


def _is_arithmetic(found: CType | None) -> bool:
    return isinstance(found, Basic) and (found.name in _SMALL or found.name in _RANKS)


def _promoted(found: CType | None) -> CType | None:
    """Return the type after the integer promotions (6.3.1.1)."""
    found = _unqualified(found)
    if not _is_arithmetic(found):
        return None
    return _INT if isinstance(found, Basic) and found.name in _SMALL else found


def _converted(first: CType | None, second: CType | None) -> CType | None:
    """Return the common type of two operands (6.3.1.8)."""
    one, two = _promoted(first), _promoted(second)
    if isinstance(one, Basic) and isinstance(two, Basic):
        return max(one, two, key=lambda found: _RANKS.index(found.name))
    return first if first is not None and first == second else None
