"""The type tree as C, with two compilers to say whether it is the same type."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cexplain.spelling.spell import spell, spell_type
from cexplain.tree import (
    Alignment,
    Array,
    Attribute,
    Basic,
    BitInt,
    CType,
    Declaration,
    Enum,
    Enumerator,
    Expression,
    Function,
    IdentifierList,
    Inferred,
    Member,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
)
from support.acceptance import accepted

INT = Basic("int")
CHAR = Basic("char")
VOID = Basic("void")
FLOAT = Basic("float")
CONST_CHAR = Basic("char", ("const",))


def size(text: str) -> Expression:
    return Expression(text)


def taking(*types: CType, variadic: bool = False) -> ParameterTypeList:
    return ParameterTypeList(tuple(Parameter(None, each) for each in types), variadic)


HANDLER = Pointer(Function(VOID, taking(INT)))

TYPES: list[tuple[CType, str]] = [
    (INT, "int x"),
    (Basic("unsigned long", ("const", "volatile")), "const volatile unsigned long x"),
    (Pointer(CONST_CHAR), "const char *x"),
    (Pointer(CHAR, ("const",)), "char *const x"),
    (Pointer(Pointer(CHAR, ("const",)), ("volatile",)), "char *const *volatile x"),
    (Pointer(Pointer(CONST_CHAR, ("const",)), ("restrict",)), "const char *const *restrict x"),
    (Array(Pointer(CHAR), size("10")), "char *x[10]"),
    (Pointer(Array(CHAR, size("10"))), "char (*x)[10]"),
    (Pointer(Array(CHAR, size("10")), ("const",)), "char (*const x)[10]"),
    (Array(Array(Pointer(INT), size("15")), size("10")), "int *x[10][15]"),
    (Function(INT, taking()), "int x(void)"),
    (Function(Pointer(CHAR), taking(INT, Pointer(FLOAT))), "char *x(int, float *)"),
    (Pointer(Function(Pointer(CHAR), taking(INT, Pointer(FLOAT)))), "char *(*x)(int, float *)"),
    (Function(INT, taking(CONST_CHAR, variadic=True)), "int x(const char, ...)"),
    (
        Function(HANDLER, ParameterTypeList((Parameter("sig", INT), Parameter("func", HANDLER)))),
        "void (*x(int sig, void (*func)(int)))(int)",
    ),
    (
        Function(Pointer(Array(Array(Pointer(INT), size("4")), size("3"))), taking()),
        "int *(*x(void))[3][4]",
    ),
    (
        Pointer(Array(Pointer(Function(INT, taking(CHAR)), ("const",)), size("4"))),
        "int (*const (*x)[4])(char)",
    ),
    (Pointer(Function(INT, taking(Array(INT, size("3"))))), "int (*x)(int[3])"),
    (
        Function(
            VOID,
            ParameterTypeList(
                (
                    Parameter("n", INT),
                    Parameter("a", Array(INT, size("n"), ("const",), static=True)),
                    Parameter("b", Array(INT, UnspecifiedVariableSize())),
                    Parameter("c", Array(Array(INT, size("n")), UnknownSize(), ("restrict",))),
                )
            ),
        ),
        "void x(int n, int a[static const n], int b[*], int c[restrict][n])",
    ),
    (Pointer(Function(INT, taking(), )), "int (*x)(void)"),
    (Pointer(Basic("int", ("_Atomic",)), ("_Atomic",)), "_Atomic int *_Atomic x"),
    (Pointer(Array(Pointer(INT, ("_Atomic",)), size("3"))), "_Atomic(int *) (*x)[3]"),
    (
        Pointer(Array(Pointer(INT, ("const", "_Atomic")), size("3"))),
        "int *_Atomic const (*x)[3]",
    ),
    (Basic("double _Complex"), "double _Complex x"),
    (Basic("unsigned __int128"), "unsigned __int128 x"),
    (Typeof(size("1 + 1")), "typeof(1 + 1) x"),
    (Pointer(Typeof(Pointer(INT), qualifiers=("const",))), "const typeof(int *) *x"),
    (
        Record("struct", "point", (Member("x", INT), Member("y", INT))),
        "struct point { int x; int y; } x",
    ),
    (
        Record(
            "union",
            None,
            (
                Member("flags", Basic("unsigned int"), size("3")),
                Member(None, INT, size("0")),
                Member("next", Pointer(Record("struct", "node"))),
                Member("f", HANDLER),
                Member("wide", INT, alignments=(Alignment(size("16")),)),
            ),
        ),
        "union { unsigned int flags : 3; int : 0; struct node *next; void (*f)(int); "
        "_Alignas(16) int wide; } x",
    ),
    (
        Enum("color", (Enumerator("RED"), Enumerator("GREEN", size("3")))),
        "enum color { RED, GREEN = 3 } x",
    ),
]  # fmt: skip

C23_TYPES: list[tuple[CType, str]] = [
    (BitInt(size("7"), signed=False, qualifiers=("const",)), "const unsigned _BitInt(7) x"),
    (BitInt(size("N + 1")), "_BitInt(N + 1) x"),
    (Typeof(Basic("int", ("const",)), keyword="typeof_unqual"), "typeof_unqual(const int) x"),
    (
        Enum("e", (Enumerator("A", attributes=(Attribute("deprecated", syntax="c23"),)),), CHAR),
        "enum e : char { A [[deprecated]] } x",
    ),
    (Function(INT, ParameterTypeList((), variadic=True)), "int x(...)"),
]


@pytest.mark.parametrize(("ctype", "c"), TYPES + C23_TYPES, ids=[c for _, c in TYPES + C23_TYPES])
def test_a_type_is_spelled_with_the_fewest_parentheses(ctype: CType, c: str) -> None:
    assert spell_type(ctype, "x") == c


@pytest.mark.parametrize(
    ("ctype", "c"),
    [
        (Pointer(CONST_CHAR, ("const",)), "const char *const"),
        (Array(INT, size("3")), "int[3]"),
        (Function(INT, taking()), "int (void)"),
        (HANDLER, "void (*)(int)"),
        (Pointer(Array(INT), ("const",)), "int (*const)[]"),
        (Array(Pointer(INT, ("const",)), size("2")), "int *const [2]"),
        (Function(Pointer(INT, ("_Atomic",)), taking()), "_Atomic(int *) (void)"),
        (Pointer(Pointer(Function(INT, NoPrototype()))), "int (**)()"),
    ],
)
def test_a_type_name_leaves_the_identifier_out(ctype: CType, c: str) -> None:
    assert spell_type(ctype) == c


def attribute(name: str, arguments: str | None = None) -> tuple[Attribute, ...]:
    return (Attribute(name, arguments),)


DECLARATIONS: list[tuple[Declaration, str]] = [
    (
        Declaration("f", Function(VOID), storage=("static",), function_specifiers=("inline",)),
        "static inline void f(void)",
    ),
    (
        Declaration("t", INT, storage=("static", "_Thread_local")),
        "static _Thread_local int t",
    ),
    (
        Declaration("buf", Array(CHAR, size("64")), alignments=(Alignment(size("16")),)),
        "_Alignas(16) char buf[64]",
    ),
    (
        Declaration("x", INT, storage=("extern",), alignments=(Alignment(Pointer(VOID)),)),
        "extern _Alignas(void *) int x",
    ),
    (Declaration("cmp", HANDLER, storage=("typedef",)), "typedef void (*cmp)(int)"),
    (Declaration("flags", Basic("unsigned int"), bit_width=size("3")), "unsigned int flags : 3"),
    (Declaration("x", INT, attributes=attribute("unused")), "int x __attribute__((unused))"),
    (
        Declaration(
            "f",
            Function(INT, taking(Pointer(CHAR), variadic=True)),
            attributes=(*attribute("format", "printf, 1, 2"), *attribute("cold")),
            asm_label='"_f"',
        ),
        'int f(char *, ...) __asm__("_f") __attribute__((format(printf, 1, 2), cold))',
    ),
    (Declaration("f", Function(INT), asm_label='asm("g")'), 'int f(void) asm("g")'),
    (
        Declaration(
            "f",
            Function(INT),
            storage=("static",),
            attributes=(
                Attribute("nodiscard", syntax="c23"),
                Attribute("const", syntax="c23", namespace="gnu"),
                *attribute("noinline"),
            ),
        ),
        "[[nodiscard, gnu::const]] static int f(void) __attribute__((noinline))",
    ),
    (
        Declaration(
            "start",
            Function(INT),
            kind="definition",
            storage=("static",),
            attributes=(Attribute("__init", syntax="macro"),),
        ),
        "static int __init start(void)",
    ),
    (
        Declaration("base", Pointer(VOID), attributes=(Attribute("__iomem", syntax="macro"),)),
        "void __iomem *base",
    ),
    (
        Declaration("p", HANDLER, attributes=(Attribute("__user", syntax="macro"),)),
        "__user void (*p)(int)",
    ),
    (
        Declaration("p", Pointer(INT, ("const",), (Attribute("__user", syntax="macro"),))),
        "int *const __user p",
    ),
    (
        Declaration("f", Function(VOID), attributes=(Attribute("dllexport", syntax="declspec"),)),
        "__declspec(dllexport) void f(void)",
    ),
    (Declaration("x", Inferred(), initializer="5"), "auto x = 5"),
    (Declaration("n", INT, storage=("constexpr",), initializer="3"), "constexpr int n = 3"),
    (Declaration("n", INT, initializer="3"), "int n"),
    (Declaration(None, Pointer(INT), kind="cast", operand="p"), "(int *)p"),
    (Declaration(None, HANDLER, kind="type"), "void (*)(int)"),
    (
        Declaration(
            None,
            Record("struct", "s", (Member("x", INT),), attribute("packed")),
            kind="tag",
        ),
        "struct __attribute__((packed)) s { int x; }",
    ),
    (
        Declaration(
            None,
            Record("struct", None, (), (Attribute("__packed", syntax="macro"),)),
            kind="tag",
        ),
        "struct { } __packed",
    ),
    (
        Declaration(
            "f",
            Function(INT, taking()),
        ),
        "int f(void)",
    ),
    (
        Declaration(
            "f",
            Function(
                INT,
                ParameterTypeList(
                    (
                        Parameter(None, Pointer(INT), attributes=attribute("unused")),
                        Parameter("y", INT, ("register",), attribute("unused")),
                    )
                ),
            ),
        ),
        "int f(__attribute__((unused)) int *, register int y __attribute__((unused)))",
    ),
    (
        Declaration("f", Function(INT, IdentifierList((Parameter("a", INT),))), kind="definition"),
        "int f(a) int a;",
    ),
    (
        Declaration("n", Function(TypedefName("size_t"), taking(TypedefName("FILE", ("const",))))),
        "size_t n(const FILE)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("declaration", "c"), DECLARATIONS, ids=[c for _, c in DECLARATIONS])
def test_the_parts_of_a_declaration_stand_in_canonical_order(
    declaration: Declaration, c: str
) -> None:
    assert spell(declaration) == c


def test_nesting_is_bounded_by_memory_alone() -> None:
    chain: CType = INT
    for _ in range(5000):
        chain = Pointer(Function(chain))
    assert spell_type(chain, "f").count("(*") == 5000
    parameters: CType = INT
    for _ in range(5000):
        parameters = Function(INT, taking(parameters))
    assert spell_type(parameters, "f").count("int") == 5001
    atomic: CType = INT
    for _ in range(5000):
        atomic = Pointer(Array(Pointer(atomic, ("_Atomic",)), size("3")))
    assert spell_type(atomic, "f").count("_Atomic(") == 5000


def alias_chain(ctype: CType, name: str) -> list[str]:
    """Return typedefs that build `ctype` step by step, each with the simplest declarator there is.

    No typedef needs a parenthesis, so they say independently of `spell` what
    the nesting means.
    """
    lines: list[str] = []

    def alias(node: CType) -> str:
        fresh = f"{name}_{len(lines)}"
        match node:
            case Pointer(referenced, qualifiers):
                text = f"typedef {alias(referenced)} *{' '.join(qualifiers)} "
                suffix = ""
            case Array(element, Expression(length), (), False):
                text, suffix = f"typedef {alias(element)} ", f"[{length}]"
            case Function(returned, ParameterTypeList(parameters, variadic)):
                inner = [alias(parameter.type) for parameter in parameters]
                inner += ["..."] if variadic else []
                text = f"typedef {alias(returned)} "
                suffix = f"({', '.join(inner) or 'void'})"
            case _:
                text, suffix = f"typedef {spell_type(node)} ", ""
        fresh = f"{name}_{len(lines)}"
        lines.append(f"{text}{fresh}{suffix};")
        return fresh

    lines.append(f"typedef {alias(ctype)} {name};")
    return lines


def plain(ctype: CType) -> bool:
    """Return whether `alias_chain` can build the type at file scope."""
    return not any(word in repr(ctype) for word in ("members=(", "enumerators=(", "static=True"))


@pytest.mark.parametrize("compiler", ["gcc", "clang-14"])
def test_a_compiler_sees_the_type_that_was_meant(compiler: str, tmp_path: Path) -> None:
    source: list[str] = []
    for index, (ctype, _) in enumerate(TYPES):
        if plain(ctype):
            source += alias_chain(ctype, f"t{index}")
            source.append(f"extern {spell_type(ctype, f'x{index}')};")
            source.append(
                f"_Static_assert(__builtin_types_compatible_p(__typeof__(&x{index}), t{index} *),"
                f' "{index}");'
            )
        else:
            source.append(f"extern {spell_type(ctype, f'x{index}')};")
    accepted(compiler, ["-std=gnu17"], source, tmp_path)


def test_a_compiler_accepts_every_declaration(tmp_path: Path) -> None:
    macros = ["-D__init=", "-D__iomem=", "-D__user=", "-D__packed="]
    source = ["#include <stdio.h>", "extern int *p;"]
    for index, (declaration, _) in enumerate(DECLARATIONS):
        text = spell(replace(declaration, name=declaration.name and f"d{index}"))
        match declaration:
            case Declaration(kind="cast"):
                source.append(f"void use{index}(void) {{ (void)({text}); }}")
            case Declaration(kind="type"):
                source.append(f"typedef __typeof__({text}) type{index};")
            case Declaration(kind="definition"):
                pass  # clang 19 knows no old-style definition in C23; the oracle compiles them
            case Declaration(bit_width=None):
                source.append(f"{text};")
            case _:
                source.append(f"struct s{index} {{ {text}; }};")
    accepted("clang-19", ["-std=gnu23", "-fdeclspec", *macros], source, tmp_path)


def test_a_c23_compiler_accepts_the_types_of_c23(tmp_path: Path) -> None:
    lines = [f"extern {spell_type(ctype, f'x{i}')};" for i, (ctype, _) in enumerate(C23_TYPES)]
    accepted("clang-19", ["-std=c23"], ["enum { N = 8 };", *lines], tmp_path)


def test_nesting_deeper_than_pythons_stack_is_spelled() -> None:
    ctype: CType = Basic("int")
    for _ in range(600):
        ctype = Function(Basic("int"), ParameterTypeList((Parameter(None, ctype),)))
    limit = sys.getrecursionlimit()
    assert spell(Declaration("f", ctype)).count("(") == 600
    assert spell_type(ctype).count("(") == 600
    assert sys.getrecursionlimit() == limit
