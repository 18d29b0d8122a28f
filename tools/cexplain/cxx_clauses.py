"""Where ISO/IEC 14882:2020 says what each rule reports of C++, by the names of its clauses."""

CXX_ONLY: dict[str, str] = {
    # types
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
