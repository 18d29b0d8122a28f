"""Hypothesis strategies: valid declarations of every kind, as type trees."""

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from cexplain.tree import (
    QUALIFIER_ORDER,
    Alignment,
    Array,
    Attribute,
    Attributes,
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
    Qualifiers,
    Record,
    TypedefName,
    Typeof,
    UnknownSize,
    UnspecifiedVariableSize,
)

Named = TypeVar("Named", Parameter, Member, Enumerator)

NAMES = st.sampled_from(
    ["x", "y", "fp", "count", "_tmp", "a", "of", "pointer", "naïve", "is", "two"]
)
TYPEDEF_NAMES = ("size_t", "uint8_t", "foo_t", "Widget_t", "INT_t", "BOOL", "gpointer")
AWKWARD_TYPEDEFS = ("array", "byte", "integer", "constant", "pointer", "type", "ten", "dozen")
"""Names of types that are words of the English, too."""

TAGS = st.sampled_from(["point", "node", "ints", "with_tag"])

BASICS = st.sampled_from(
    "char,signed char,unsigned char,short,unsigned short,int,unsigned int,long,unsigned long,"
    "long long,unsigned long long,float,double,long double,_Bool,float _Complex,"
    "long double _Complex,__int128,unsigned __int128,_Float128".split(",")
)
SIZES = st.sampled_from(
    ["3", "10", "0x10", "1", "N", "N + 1", "sizeof(int)", "(N) * 2", "ten"]
).map(Expression)


def qualifiers(*allowed: str) -> st.SearchStrategy[Qualifiers]:
    """Return some of the allowed qualifiers in the tree's order, often none."""
    chosen = st.sets(st.sampled_from(allowed)).map(
        lambda words: tuple(word for word in QUALIFIER_ORDER if word in words)
    )
    return st.one_of(st.just(()), chosen)


CV = qualifiers("const", "volatile")
ANY = qualifiers("const", "volatile", "_Atomic")

INTEGERS = st.builds(Basic, st.sampled_from(["int", "unsigned int", "_Bool", "long"]), CV)

LEAVES: st.SearchStrategy[CType] = st.one_of(
    st.builds(Basic, BASICS, ANY),
    st.builds(TypedefName, st.sampled_from(TYPEDEF_NAMES), ANY),
    st.builds(Record, st.sampled_from(["struct", "union"]), TAGS, qualifiers=CV),
    st.builds(Enum, TAGS, qualifiers=CV),
)
TYPEOFS = st.sampled_from(["typeof", "typeof_unqual"])
RARE_LEAVES: st.SearchStrategy[CType] = st.one_of(
    LEAVES,
    st.builds(TypedefName, st.sampled_from(AWKWARD_TYPEDEFS), CV),
    st.builds(BitInt, SIZES, st.booleans(), CV),
    st.builds(Typeof, st.sampled_from(["x + 1", "(y)", "*p"]).map(Expression), TYPEOFS, CV),
    st.builds(Typeof, st.builds(Pointer, LEAVES), TYPEOFS, CV),
)

GNU = st.sampled_from(
    [
        Attribute("unused"),
        Attribute("deprecated"),
        Attribute("deprecated", '"use y, please"'),
        Attribute("section", '".data"'),
        Attribute("visibility", '"hidden"'),
        Attribute("noipa_like_unknown", "1, 2"),
    ]
)
ON_FUNCTIONS = st.one_of(
    GNU,
    st.sampled_from(
        [
            Attribute("format", "printf, 1, 2"),
            Attribute("nonnull", "1, 2"),
            Attribute("noreturn"),
            Attribute("noinline"),
            Attribute("aligned", "16"),
            Attribute("malloc", "free"),
            Attribute("nodiscard", '"why"', "c23"),
            Attribute("unheard_of", None, "c23", "vendor"),
            Attribute("__init", None, "macro"),
        ]
    ),
)


def some(attribute: st.SearchStrategy[Attribute]) -> st.SearchStrategy[Attributes]:
    """Return at most one attribute, most often none."""
    return st.one_of(st.just(()), st.just(()), st.tuples(attribute))


POINTER_ATTRIBUTES = some(
    st.sampled_from([Attribute("__user", None, "macro"), Attribute("unused")])
)


@st.composite
def pointers(draw: st.DrawFn, target: st.SearchStrategy[CType]) -> CType:
    """Return a pointer; restrict is for pointers to objects alone (6.7.4.1p2)."""
    referenced = draw(st.one_of(target, st.builds(Basic, st.just("void"), CV)))
    allowed: tuple[str, ...] = QUALIFIER_ORDER
    if isinstance(referenced, Function):
        allowed = ("const", "volatile", "_Atomic")
    return Pointer(referenced, draw(qualifiers(*allowed)), draw(POINTER_ATTRIBUTES))


@st.composite
def arrays(draw: st.DrawFn, element: st.SearchStrategy[CType]) -> CType:
    """Return an array of objects; only the outermost may be of unknown size (6.7.7.3p1)."""
    held = draw(element.filter(lambda each: not isinstance(each, Function)))
    inner = held
    while isinstance(inner, Array):
        inner = inner.element
    if isinstance(held, Array) and isinstance(held.size, UnknownSize):
        held = replace(held, size=draw(SIZES))
    size = draw(st.one_of(SIZES, st.just(UnknownSize())))
    return Array(held, size)


@st.composite
def parameters(draw: st.DrawFn, ctype: st.SearchStrategy[CType]) -> Parameter:
    """Return a parameter; its outermost array may have qualifiers and static (6.7.7.3p1)."""
    kind = draw(ctype)
    name = draw(st.one_of(st.none(), NAMES))
    if isinstance(kind, Array) and name is not None:
        found = draw(CV)
        static = draw(st.booleans()) and isinstance(kind.size, Expression)
        size = kind.size
        if not static and draw(st.booleans()):
            size = UnspecifiedVariableSize()
        kind = Array(kind.element, size, found, static)
    storage = draw(st.sampled_from([(), (), ("register",)]))
    return Parameter(name, kind, storage, draw(some(GNU)))


def _distinct(items: list[Named]) -> tuple[Named, ...]:
    """Return the items without those whose name an earlier one has."""
    names: set[str] = set()
    kept: list[Named] = []
    for item in items:
        if item.name is None or item.name not in names:
            kept.append(item)
            names.add(item.name or "")
    return tuple(kept)


@st.composite
def functions(draw: st.DrawFn, inner: st.SearchStrategy[CType]) -> CType:
    """Return a function; it returns neither an array nor a function (6.7.7.4p1)."""
    returned = draw(
        st.one_of(
            st.just(Basic("void")),
            inner.filter(lambda each: not isinstance(each, Array | Function)),
        )
    )
    listed = st.lists(parameters(inner), max_size=3).map(_distinct)
    kind = draw(
        st.one_of(
            st.just(NoPrototype()),
            st.just(ParameterTypeList()),
            st.builds(ParameterTypeList, listed.filter(bool), st.booleans()),
        )
    )
    return Function(returned, kind)


@st.composite
def members(draw: st.DrawFn, inner: st.SearchStrategy[CType]) -> Member:
    """Return a member: named or a bit-field, with a complete object type (6.7.3.2p3)."""
    if draw(st.booleans()):
        name = draw(st.one_of(st.none(), NAMES))
        return Member(name, draw(INTEGERS), draw(SIZES), (), draw(some(GNU)))
    ctype = draw(inner.filter(lambda each: not isinstance(each, Function)))
    alignments = draw(st.sampled_from([(), (), (Alignment(Expression("16")),)]))
    return Member(draw(NAMES), ctype, None, alignments, draw(some(GNU)))


def bodies(inner: st.SearchStrategy[CType]) -> st.SearchStrategy[CType]:
    """Return structures, unions and enumerations with their bodies."""
    tag = st.one_of(st.none(), TAGS)
    packed = some(st.sampled_from([Attribute("packed"), Attribute("aligned", "8")]))
    record = st.builds(
        Record,
        st.sampled_from(["struct", "union"]),
        tag,
        st.lists(members(inner), max_size=3).map(_distinct),
        packed,
        CV,
    )
    constant = st.builds(
        Enumerator,
        st.sampled_from(["RED", "GREEN", "with", "A"]),
        st.one_of(st.none(), st.sampled_from(["3", "(1 << 2)", "f(1, 2)", "'x'"]).map(Expression)),
        some(st.just(Attribute("deprecated"))),
    )
    underlying = st.one_of(st.none(), st.just(Basic("unsigned char")))
    constants = st.lists(constant, min_size=1, max_size=3).map(_distinct)
    return st.one_of(record, st.builds(Enum, tag, constants, underlying, packed, CV))


def types(leaves: st.SearchStrategy[CType] = RARE_LEAVES) -> st.SearchStrategy[CType]:
    """Return types of every form, nested."""

    def deeper(inner: st.SearchStrategy[CType]) -> st.SearchStrategy[CType]:
        return st.one_of(
            pointers(inner), pointers(inner), arrays(inner), functions(inner), bodies(inner)
        )

    return st.recursive(leaves, deeper, max_leaves=6)


OBJECT_STORAGE = st.sampled_from(
    [
        (),
        (),
        ("static",),
        ("extern",),
        ("register",),
        ("auto",),
        ("static", "_Thread_local"),
        ("_Thread_local",),
        ("typedef",),
    ]
)
FUNCTION_STORAGE = st.sampled_from([(), (), ("static",), ("extern",), ("typedef",)])
ALIGNMENTS = st.sampled_from(
    [
        (),
        (),
        (Alignment(Expression("16")),),
        (Alignment(Expression("N * 2")),),
        (Alignment(Basic("double")),),
        (Alignment(Pointer(Basic("void"))),),
    ]
)


@st.composite
def trees(draw: st.DrawFn, leaves: st.SearchStrategy[CType] = RARE_LEAVES) -> Declaration:
    """Return a declaration of any kind, without an initializer, which prose does not say."""
    ctype = draw(types(leaves))
    kind = draw(st.sampled_from(["declaration"] * 6 + ["type", "cast", "tag", "bit-field"]))
    if kind == "tag":
        return Declaration(None, draw(bodies(leaves)), kind="tag")
    if kind == "bit-field":
        return Declaration(draw(NAMES), draw(INTEGERS), bit_width=draw(SIZES))
    if kind == "type" and not isinstance(ctype, Record | Enum):  # alone, those are of kind tag
        return Declaration(None, ctype, kind="type")
    if kind == "cast" and not isinstance(ctype, Array | Function):
        operand = draw(st.sampled_from(["p", "(p + 1)", "f(x, y)", "*p"]))
        return Declaration(None, ctype, kind="cast", operand=operand)
    name = draw(NAMES)
    if isinstance(ctype, Function):
        storage = draw(FUNCTION_STORAGE)
        specifiers = (
            ()
            if storage == ("typedef",)
            else draw(st.sampled_from([(), ("inline",), ("_Noreturn",), ("inline", "_Noreturn")]))
        )
        label = draw(st.sampled_from([None, None, '"_f"']))
        return Declaration(
            name,
            ctype,
            storage=storage,
            function_specifiers=specifiers,
            attributes=draw(some(ON_FUNCTIONS)),
            asm_label=label,
        )
    storage = draw(OBJECT_STORAGE)
    alignments = () if storage in (("typedef",), ("register",)) else draw(ALIGNMENTS)
    return Declaration(
        name, ctype, storage=storage, alignments=alignments, attributes=draw(some(GNU))
    )


def old_style(ctype: st.SearchStrategy[CType] = LEAVES) -> st.SearchStrategy[CType]:
    """Return functions as an old-style definition gives them their type."""
    parameter = st.builds(Parameter, NAMES, ctype)
    lists = st.lists(parameter, min_size=1, max_size=3).map(tuple).map(IdentifierList)
    return st.builds(Function, ctype, lists)


INFERRED = st.builds(Inferred, st.sampled_from(["auto", "__auto_type"]), CV)
