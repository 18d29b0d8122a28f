"""Where ISO/IEC 14882:2020 says what each rule reports of C++, by the names of its clauses."""

CXX_ONLY: dict[str, str] = {
    # types
    "array-size-constant": "[dcl.array]",
    "array-of-references": "[dcl.ref]/5",
    "member-pointer-target": "[dcl.mptr]/3",
    "member-qualifier": "[dcl.fct]",
    "pointer-to-reference": "[dcl.ref]/5",
    "qualified-reference": "[dcl.ref]/1",
    "reference-to-reference": "[dcl.ref]/5",
    "reference-to-void": "[dcl.ref]/1",
    # functions and members
    "conversion-signature": "[class.conv.fct]",
    "default-argument-order": "[dcl.fct.default]",
    "defaulted-function": "[dcl.fct.def.default]",
    "destructor-signature": "[class.dtor]",
    "explicit-place": "[dcl.fct.spec]",
    "flexible-member": "[class.mem]",
    "mutable-place": "[dcl.stc]",
    "override-place": "[class.virtual]",
    "pure-place": "[class.mem]",
    "reference-bit-field": "[class.bit]",
    "register-removed": "[dcl.stc]",
    "virtual-place": "[dcl.fct.spec]",
}
"""The clause of each rule that C does not have."""

CLAUSES: dict[str, str] = {
    **CXX_ONLY,
    "array-of-functions": "[dcl.array]",
    "array-of-incomplete": "[dcl.array]",
    "array-of-void": "[dcl.array]",
    "array-size-negative": "[dcl.array]",
    "array-size-zero": "[dcl.array]",
    "auto-place": "[dcl.spec.auto]",
    "auto-uninitialized": "[dcl.spec.auto]",
    "contradictory-specifiers": "[dcl.type.simple]",
    "contradictory-storage": "[dcl.stc]",
    "duplicate-parameter": "[basic.scope.block]",
    "duplicate-qualifier": "[dcl.type.cv]",
    "function-returning-array": "[dcl.fct]",
    "function-returning-function": "[dcl.fct]",
    "implicit-int": "[dcl.type]",
    "void-member": "[class.mem]",
    "void-object": "[basic.types]",
    "void-parameter": "[dcl.fct]",
}
"""The clause of C++ for each rule that this reader checks in it."""

_SHARED: dict[str, str] = {
    "alignment-place": "[dcl.align]",
    "alignment-too-weak": "[dcl.align]",
    "alignment-value": "[dcl.align]",
    "array-initializer": "[dcl.init]",
    "array-size-type": "[dcl.array]",
    "array-too-large": "[dcl.array]",
    "bit-field-type": "[class.bit]",
    "bit-field-width": "[class.bit]",
    "bit-field-zero": "[class.bit]",
    "cast-type": "[expr.cast]",
    "constexpr-uninitialized": "[dcl.constexpr]",
    "declares-nothing": "[dcl.pre]",
    "duplicate-enumerator": "[basic.scope.scope]",
    "duplicate-member": "[class.mem]",
    "enum-forward": "[dcl.enum]",
    "enum-underlying": "[dcl.enum]",
    "enumerator-value": "[dcl.enum]",
    "flexible-in-union": "[class.mem]",
    "function-initialized": "[dcl.init]",
    "inline-without-function": "[dcl.inline]",
    "main-inline": "[basic.start.main]",
    "main-signature": "[basic.start.main]",
    "member-incomplete": "[class.mem]",
    "storage-of-member": "[dcl.stc]",
    "storage-of-parameter": "[dcl.stc]",
    "storage-of-type-name": "[dcl.name]",
    "storage-without-object": "[dcl.stc]",
    "typedef-body": "[dcl.typedef]",
    "typedef-initialized": "[dcl.typedef]",
}
CLAUSES.update(_SHARED)

SHARED = frozenset(
    {
        *(rule for rule in _SHARED if rule not in ("declares-nothing", "storage-without-object")),
        "array-of-functions",
        "array-of-incomplete",
        "array-of-void",
        "array-size-constant",
        "array-size-negative",
        "duplicate-parameter",
        "function-returning-array",
        "function-returning-function",
        "void-member",
        "void-object",
        "void-parameter",
    }
)
"""The rules of C that hold for C++ as they stand: `constraints.cxx_shared` asks after them."""
