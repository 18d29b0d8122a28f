"""What the drills on legality are made of: a rule, what breaks it, and what looks as if it did.

NAME, OTHER and TAG stand for names, TYPE for an arithmetic type, N and M for numbers from 2 to 9.
"""

import re

from cexplain.drills.dice import Dice
from cexplain.values import dataclass

_HOLE = re.compile(r"\b(?:NAME|OTHER|TAG|TYPE|WHOLE|N|M)\b")
_NAMES = ("x", "n", "a", "f", "p", "item", "total", "slot", "first", "next")
_TAGS = ("node", "point", "entry", "packet", "state")
_TYPES = ("int", "char", "long", "double", "unsigned int", "short")
_WHOLE = ("int", "long", "unsigned int", "short", "unsigned char")


@dataclass(frozen=True, slots=True)
class Row:
    """A rule of the catalogue with declarations on both sides of it.

    `why` says in a sentence what is allowed nearby.
    """

    rule: str
    level: int
    illegal: tuple[str, ...]
    legal: tuple[str, ...]
    why: str
    belief: str | None = None


def filled(template: str, dice: Dice) -> str:
    """Return a template with its holes filled; the same hole gets the same filling."""
    name, other = dice.some(_NAMES, 2)
    n, m = dice.some(range(2, 10), 2)
    fillings = {
        "NAME": name,
        "OTHER": other,
        "TAG": dice.one(_TAGS),
        "TYPE": dice.one(_TYPES),
        "WHOLE": dice.one(_WHOLE),
        "N": str(n),
        "M": str(m),
    }
    return _HOLE.sub(lambda hole: fillings[hole[0]], template)


ROWS = (
    Row(
        "void-object",
        1,
        ("static void NAME;",),
        ("void *NAME;", "void NAME(void);", "extern void *NAME;"),
        "An object cannot be void. A pointer to void is fine, and a function may return nothing.",
    ),
    Row(
        "contradictory-specifiers",
        1,
        ("long char NAME;", "unsigned double NAME;", "short float NAME;"),
        ("long int NAME;", "int long unsigned NAME;", "char signed NAME;", "long double NAME;"),
        "The words of a type may come in any order, but only some go together.",
    ),
    Row(
        "array-size-negative",
        1,
        ("TYPE NAME[-N];",),
        ("TYPE NAME[N - 1];", "TYPE NAME[N];"),
        "A size is a constant expression; what counts is its value.",
    ),
    Row(
        "contradictory-storage",
        1,
        ("static extern TYPE NAME;", "typedef static TYPE NAME;"),
        ("TYPE static NAME;", "TYPE extern NAME;", "TYPE typedef NAME;"),
        "One storage-class specifier is allowed, and it need not come first.",
    ),
    Row(
        "array-size-zero",
        2,
        ("TYPE NAME[0];",),
        ("TYPE *NAME = 0;", "extern TYPE NAME[];"),
        "Brackets may be empty where the size is given elsewhere; a size of zero is GNU C.",
    ),
    Row(
        "array-size-type",
        2,
        ("TYPE NAME[N.0];", "TYPE NAME[N.5];"),
        ("TYPE NAME['N'];", "TYPE NAME[(int)N.5];"),
        "A size has an integer type. A character constant has one.",
    ),
    Row(
        "function-returning-array",
        2,
        ("TYPE NAME(void)[N];", "TYPE NAME(int)[N];", "TYPE *NAME(void)[N];"),
        ("TYPE (*NAME(void))[N];", "TYPE *NAME(void);", "TYPE (*NAME[N])(void);"),
        "A function may return a pointer to an array, and an array may hold pointers to functions.",
    ),
    Row(
        "array-of-functions",
        2,
        ("TYPE NAME[N](void);", "TYPE *NAME[N](int);"),
        ("TYPE (*NAME[N])(void);", "TYPE *(*NAME[N])(int);"),
        "An array can hold pointers to functions. The parentheses put `*` first.",
    ),
    Row(
        "function-returning-function",
        3,
        ("TYPE NAME(void)(void);", "void NAME(int)(int);"),
        ("TYPE (*NAME(void))(void);", "void (*NAME(int))(int);", "TYPE (*NAME)(void);"),
        "A function may return a pointer to a function.",
    ),
    Row(
        "array-of-void",
        2,
        ("void NAME[N];", "extern void NAME[N];"),
        ("void *NAME[N];",),
        "An array of pointers to void is legal.",
    ),
    Row(
        "array-of-incomplete",
        3,
        ("extern TYPE NAME[N][];", "extern TYPE NAME[][];"),
        ("extern TYPE NAME[][N];", "TYPE NAME[N][M];", "TYPE (*NAME)[N];"),
        "Only the first brackets may be empty: the size of an element must be known.",
        "two-dimensions",
    ),
    Row(
        "duplicate-member",
        1,
        ("struct TAG { TYPE NAME; TYPE NAME; };",),
        ("struct TAG { TYPE NAME; TYPE OTHER; };", "struct TAG { TYPE NAME; } NAME;"),
        "Members are names of their own: an object outside may have the same name.",
    ),
    Row(
        "duplicate-parameter",
        2,
        ("TYPE NAME(TYPE OTHER, int OTHER);",),
        ("TYPE NAME(TYPE NAME);", "TYPE NAME(TYPE, TYPE);"),
        "Parameters have a scope of their own, and in a prototype they need no names.",
    ),
    Row(
        "restrict-without-pointer",
        3,
        ("TYPE restrict NAME;", "restrict TYPE *NAME;"),
        ("TYPE *restrict NAME;", "TYPE *restrict *restrict NAME;"),
        "restrict comes after the `*` of the pointer that it qualifies.",
        "const-pointer",
    ),
    Row(
        "member-incomplete",
        2,
        ("struct TAG { TYPE NAME; struct TAG OTHER; };",),
        ("struct TAG { TYPE NAME; struct TAG *OTHER; };",),
        "A structure may hold a pointer to its own type.",
    ),
    Row(
        "member-function",
        2,
        ("struct TAG { TYPE NAME; TYPE OTHER(void); };",),
        ("struct TAG { TYPE NAME; TYPE (*OTHER)(void); };",),
        "A member may be a pointer to a function.",
    ),
    Row(
        "bit-field-width",
        3,
        ("struct TAG { unsigned int NAME : 33; };", "struct TAG { _Bool NAME : N; };"),
        ("struct TAG { unsigned int NAME : 32; };", "struct TAG { _Bool NAME : 1; };"),
        "A bit-field may be as wide as its type.",
    ),
    Row(
        "bit-field-type",
        3,
        ("struct TAG { double NAME : N; };", "struct TAG { int *NAME : N; };"),
        ("struct TAG { unsigned int NAME : N; };", "struct TAG { signed int NAME : N; };"),
        "Every implementation has bit-fields of int, signed int, unsigned int and _Bool.",
    ),
    Row(
        "bit-field-zero",
        4,
        ("struct TAG { int NAME; unsigned int OTHER : 0; };",),
        ("struct TAG { unsigned int NAME : N; unsigned int : 0; unsigned int OTHER : M; };",),
        "Without a name, a width of zero starts a new storage unit.",
    ),
    Row(
        "duplicate-enumerator",
        2,
        ("enum TAG { RED, GREEN, RED };", "enum TAG { ON = N, ON = M };"),
        ("enum TAG { RED, GREEN, };", "enum TAG { ON = N, YES = N };"),
        "Two constants may have the same value, and a comma may end the list.",
    ),
    Row(
        "typedef-initialized",
        3,
        ("typedef TYPE NAME = N;",),
        ("typedef TYPE NAME;", "typedef TYPE NAME, *OTHER;"),
        "A typedef may name several types, but it makes no object to give a value to.",
    ),
    Row(
        "function-initialized",
        3,
        ("TYPE NAME(void) = 0;",),
        ("TYPE (*NAME)(void) = 0;",),
        "A pointer to a function can have an initializer.",
    ),
    Row(
        "flexible-not-last",
        4,
        ("struct TAG { TYPE NAME[]; TYPE OTHER; };",),
        ("struct TAG { TYPE OTHER; TYPE NAME[]; };",),
        "As the last member, after a named one, an array of unknown size is allowed.",
    ),
    Row(
        "flexible-alone",
        4,
        ("struct TAG { TYPE NAME[]; };",),
        ("struct TAG { TYPE OTHER; TYPE NAME[]; };", "struct TAG { TYPE *NAME; };"),
        "A flexible array member needs a named member before it.",
    ),
    Row(
        "qualified-brackets",
        5,
        ("TYPE NAME(TYPE OTHER[N][static M]);", "TYPE NAME[const N];"),
        ("TYPE NAME(TYPE OTHER[static N][M]);", "TYPE NAME(TYPE OTHER[const N]);"),
        "Only the first brackets of a parameter may hold static and qualifiers.",
        "array-parameter",
    ),
    Row(
        "void-parameter",
        4,
        ("TYPE NAME(void, int);", "TYPE NAME(int, void);"),
        ("TYPE NAME(void);", "TYPE NAME(void *, int);"),
        "void alone says that there are no parameters; a pointer to void is a type.",
        "empty-parentheses",
    ),
    Row(
        "storage-of-parameter",
        4,
        ("TYPE NAME(static TYPE OTHER);", "TYPE NAME(extern TYPE OTHER);"),
        ("static TYPE NAME(TYPE OTHER);", "TYPE NAME(register TYPE OTHER);"),
        "register is the one storage class that a parameter may have.",
        "static-only-keeps",
    ),
    Row(
        "variable-size-file-scope",
        4,
        ("extern int NAME; TYPE OTHER[NAME];", "const int NAME = N; TYPE OTHER[NAME];"),
        ("enum { NAME = N }; TYPE OTHER[NAME];", "TYPE NAME[N]; TYPE OTHER[sizeof NAME];"),
        "An enumeration constant is a constant; a const int is an object.",
        "const-int-is-constant",
    ),
    Row(
        "alignment-value",
        5,
        ("_Alignas(3) TYPE NAME;", "_Alignas(12) TYPE NAME;"),
        ("_Alignas(16) TYPE NAME;", "_Alignas(32) TYPE NAME[N];"),
        "An alignment is a power of two.",
    ),
    Row(
        "alignment-place",
        5,
        ("typedef _Alignas(16) TYPE NAME;", "TYPE NAME(_Alignas(16) TYPE OTHER);"),
        ("_Alignas(16) TYPE NAME;", "struct TAG { _Alignas(16) TYPE NAME; };"),
        "Objects and members can be aligned.",
    ),
    Row(
        "restrict-function-pointer",
        5,
        ("TYPE (*restrict NAME)(void);",),
        ("TYPE (*const NAME)(void);", "TYPE (*volatile NAME)(void);"),
        "restrict speaks of objects; a pointer to a function can be const or volatile.",
    ),
    Row(
        "storage-of-function",
        4,
        ("register TYPE NAME(void);",),
        ("static TYPE NAME(void);", "extern TYPE NAME(void);"),
        "A function may be static or extern.",
        "static-only-keeps",
    ),
)
