"""Types of C++ made at random, each written twice: as a declaration, and as nested templates.

The two writings share no code with cexplain and little with each other: one goes from the
name outwards, the other from the outermost derivation inwards. A compiler is asked whether
they are the same type, so that the generator cannot be wrong unnoticed.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

BASES = (
    "int", "char", "unsigned long", "double", "bool", "wchar_t", "Shape", "Point", "std::string",
    "std::pair<int, char>", "std::vector<std::vector<int>>",
)  # fmt: skip
CLASSES = ("Shape", "Point", "space::Deep", "Box<int>")
_CV = ("", "", "", "const", "volatile", "const volatile")
_TESTS = {"": "", "&": "L", "&&": "R"}


@dataclass(frozen=True, slots=True)
class Node:
    """A derivation and what it is made of; `of` is None for a base type, called `text`."""

    kind: str  # base, pointer, reference, rvalue, array, function, member
    of: "Node | None" = None
    text: str = ""
    cv: str = ""
    parameters: "tuple[Node, ...]" = ()
    variadic: bool = False
    suffix: tuple[str, str, bool] = ("", "", False)  # cv, reference, noexcept


def _template(cv: str, reference: str, *, noexcept: bool, variadic: bool) -> str:
    """Return the name of the template of a function type with such a suffix."""
    marks = "".join(word[0] for word in cv.split()) + _TESTS[reference]
    return f"fn_{marks}{'N' if noexcept else ''}{'V' if variadic else ''}"


def prelude() -> str:
    """Return the classes that the types name, and the templates of the other writing."""
    lines = [
        "#include <string>", "#include <type_traits>", "#include <utility>", "#include <vector>",
        "struct Point { int x, y; }; struct Shape { int n; };",
        "namespace space { struct Deep { int n; }; } template <class T> struct Box { T n; };",
        "template <class T> using pointer = T *; template <class T> using lref = T &;",
        "template <class T> using rref = T &&; template <class T, int n> using array = T[n];",
        "template <class T, class C> using member = T C::*;",
        "template <class T> using c = const T; template <class T> using v = volatile T;",
        "template <class T> using cv = const volatile T;",
    ]  # fmt: skip
    for cv, reference, noexcept, variadic in product(
        ("", "const", "volatile", "const volatile"), ("", "&", "&&"), (False, True), (False, True)
    ):
        name = _template(cv, reference, noexcept=noexcept, variadic=variadic)
        end = f"{cv} {reference}{' noexcept' if noexcept else ''}"
        more = ", ..." if variadic else ""
        lines.append(f"template <class R, class... A> using {name} = auto(A...{more}) {end} -> R;")
    return "\n".join(lines) + "\n"


def qualified(text: str, cv: str) -> str:
    """Return a writing in templates with qualifiers around it."""
    name = "".join(word[0] for word in cv.split())
    return f"{name}<{text}>" if name else text


def meaning(node: Node) -> str:
    """Return the type as nested templates."""
    if node.of is None:
        return qualified(node.text, node.cv)
    inner = meaning(node.of)
    match node.kind:
        case "pointer":
            return qualified(f"pointer<{inner}>", node.cv)
        case "member":
            return qualified(f"member<{inner}, {node.text}>", node.cv)
        case "reference":
            return f"lref<{inner}>"
        case "rvalue":
            return f"rref<{inner}>"
        case "array":
            return f"array<{inner}, {node.text}>"
    return called(inner, [meaning(one) for one in node.parameters], node.suffix, node.variadic)


def called(
    returned: str, parameters: Sequence[str], suffix: tuple[str, str, bool], variadic: bool
) -> str:
    """Return a function type as a template's name with its arguments."""
    cv, reference, noexcept = suffix
    name = _template(cv, reference, noexcept=noexcept, variadic=variadic)
    return f"{name}<{', '.join([returned, *parameters])}>"


class Maker:
    """Makes types and declarations from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret: the same types every time
        self.names = 0

    def type(self, depth: int, *, alias: bool = False) -> Node:
        """Return a type that an object, or only an `alias`, can have."""
        kinds = ["pointer", "reference", "rvalue", "array", "function", "member"]
        kind = self.random.choice(kinds) if depth else "base"
        if kind in ("reference", "rvalue"):
            return Node(kind, self._target(depth - 1))
        return self._of(kind, depth, this=alias)

    def _target(self, depth: int) -> Node:
        """Return a type that a reference can be bound to: no reference, no void."""
        kinds = ["pointer", "array", "function", "member", "base"]
        return self._of(self.random.choice(kinds) if depth > 0 else "base", depth)

    def _of(self, kind: str, depth: int, *, this: bool = False) -> Node:
        below = depth - 1
        match kind:
            case "pointer":
                if self.random.random() < 0.1:
                    return Node(kind, Node("base", text="void", cv=self._cv()), cv=self._cv())
                return Node(kind, self._target(below), cv=self._cv())
            case "array":
                element = self.random.choice(["pointer", "array", "member", "base"])
                of = self._of(element if below > 0 else "base", below)
                return Node(kind, of, str(self.random.randint(1, 9)))
            case "member":
                target = self.random.choice(["pointer", "array", "member", "base", "function"])
                of = self._of(target if below > 0 else "base", below, this=True)
                return Node(kind, of, self.random.choice(CLASSES), self._cv())
            case "function":
                return self._function(below, this=this)
        return Node("base", text=self.random.choice(BASES), cv=self._cv())

    def _function(self, depth: int, *, this: bool) -> Node:
        choice = self.random.random()
        if depth <= 0 or choice < 0.3:
            returned = Node("base", text=self.random.choice(["void", "int", "Shape"]))
        elif choice < 0.5:
            kind = self.random.choice(["reference", "rvalue"])
            returned = Node(kind, self._target(depth - 1))
        else:
            returned = self._of(self.random.choice(["pointer", "member"]), depth)
        count = self.random.choice([0, 0, 1, 1, 2, 3])
        parameters = tuple(self.type(max(depth - 1, 0)) for _ in range(count))
        suffix = ("", "", self.random.random() < 0.2)
        if this:
            reference = self.random.choice(["", "", "&", "&&"])
            suffix = (self._cv(), reference, suffix[2])
        return Node(
            "function", returned, parameters=parameters, suffix=suffix,
            variadic=self.random.random() < 0.1,
        )  # fmt: skip

    def _cv(self) -> str:
        return self.random.choice(_CV)

    # -- as a declaration ------------------------------------------------------

    def written(self, node: Node, name: str) -> str:
        """Return the declaration of `name`, with spaces and parentheses at random."""
        left, right, open_suffix = name, "", False
        while node.of is not None:
            sign = self._sign(node)
            if sign is not None:
                left = f"{sign}{self._space(sign, left)}{left}"
                open_suffix = True
            else:
                if open_suffix or (name and self.random.random() < 0.1):
                    left, right = f"({left}", f"{right})"
                if node.kind == "function" and self._trails(node):
                    return f"auto {left}{right}{self._call(node)} -> {self.written(node.of, '')}"
                right += self._suffix(node)
                open_suffix = False
            node = node.of
        words = [*node.cv.split(), node.text]
        self.random.shuffle(words)
        return f"{' '.join(words)}{self._gap()}{left}{right}"

    def _trails(self, node: Node) -> bool:
        of = node.of
        return of is not None and self.random.random() < 0.15

    def _sign(self, node: Node) -> str | None:
        match node.kind:
            case "pointer":
                return f"* {node.cv}" if node.cv else "*"
            case "member":
                space = self.random.choice(["", " "])
                return f"{node.text}::{space}* {node.cv}" if node.cv else f"{node.text}::*"
            case "reference":
                return "&"
            case "rvalue":
                return "&&"
        return None

    def _space(self, sign: str, left: str) -> str:
        needed = sign[-1].isalnum() and (left[:1].isalnum() or left[:1] == "_")
        return " " if needed else self.random.choice(["", "", " "])

    def _gap(self) -> str:
        return self.random.choice([" ", "  ", " /* a */ ", "\n"])

    def _suffix(self, node: Node) -> str:
        return f"[{node.text}]" if node.kind == "array" else self._call(node)

    def _call(self, node: Node) -> str:
        listed = []
        for parameter in node.parameters:
            self.names += 1
            name = f"p{self.names}" if self.random.random() < 0.4 else ""
            listed.append(self.written(parameter, name))
        if node.variadic:
            listed.append("...")
        inside = ", ".join(listed) or self.random.choice(["", "", "void"])
        cv, reference, noexcept = node.suffix
        words = [cv, reference, "noexcept" if noexcept else ""]
        return f"({inside}){''.join(f' {word}' for word in words if word)}"
