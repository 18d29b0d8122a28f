"""Where ISO/IEC 9899:2024 says what each rule reports, and how much a rule weighs."""

CLAUSES: dict[str, str] = {
    # types
    "apple-block": "6.7.7.2",
    "array-initializer": "6.7.11",
    "array-of-functions": "6.7.7.3p1",
    "array-of-incomplete": "6.7.7.3p1",
    "array-of-void": "6.7.7.3p1",
    "array-size-negative": "6.7.7.3p1",
    "array-size-type": "6.7.7.3p1",
    "array-size-zero": "6.7.7.3p1",
    "array-too-large": "6.5.4.5",
    "atomic-type": "6.7.3.5p3",
    "bit-int-width": "6.7.3.1",
    "function-returning-array": "6.7.7.4p1",
    "function-returning-function": "6.7.7.4p1",
    "qualified-brackets": "6.7.7.3p1",
    "qualified-function": "6.7.4.1",
    "restrict-function-pointer": "6.7.4.1p2",
    "restrict-without-pointer": "6.7.4.1p2",
    "star-outside-prototype": "6.7.7.3p4",
    "variable-size-file-scope": "6.7.7.3p2",
    "variable-size-fixed": "6.7.7.3p2",
    "variable-size-initialized": "6.7.11",
    "variable-size-member": "6.7.3.2",
    # what is declared
    "alignment-place": "6.7.6",
    "alignment-too-weak": "6.7.6",
    "alignment-value": "6.7.6",
    "auto-declarator": "6.7.10",
    "auto-file-scope": "6.9.1p2",
    "auto-initializer": "6.7.10",
    "auto-place": "6.7.10",
    "auto-uninitialized": "6.7.10",
    "cast-type": "6.5.5p2",
    "constant-digits": "6.4.4.2",
    "constexpr-type": "6.7.2",
    "constexpr-uninitialized": "6.7.2",
    "contradictory-specifiers": "6.7.3.1p2",
    "contradictory-storage": "6.7.2p2",
    "duplicate-qualifier": "6.7.4.1",
    "extern-initialized": "6.7.11",
    "extra-semicolon": "6.7.3.2",
    "function-initialized": "6.7.11",
    "implicit-int": "6.7.3.1p2",
    "gnu-type": "6.7.3.1p2",
    "inline-without-function": "6.7.5",
    "later-standard": "6.4.2",
    "missing-array-size": "6.9.3p3",
    "noreturn-without-function": "6.7.5",
    "qualified-result": "6.9.2",
    "static-assertion": "6.7.12",
    "storage-of-function": "6.7.2",
    "storage-of-member": "6.7.3.2",
    "storage-of-parameter": "6.7.7.4",
    "storage-of-type-name": "6.7.8",
    "storage-without-object": "6.7.1",
    "stray-semicolon": "6.9.1",
    "typedef-body": "6.9.2",
    "typedef-initialized": "6.7.11",
    "void-object": "6.7.1",
    # parameters and main
    "forward-mismatch": "6.7.7.4",
    "forward-parameter": "6.7.7.4",
    "duplicate-parameter": "6.7.1p3",
    "main-inline": "6.7.5",
    "main-noreturn": "6.7.5",
    "main-signature": "5.1.2.3.2",
    "old-style-parameter": "6.9.2",
    "parameter-without-name": "6.9.2",
    "void-parameter": "6.7.7.4",
    # members and constants
    "bit-field-atomic": "6.7.3.2p5",
    "bit-field-type": "6.7.3.2p5",
    "bit-field-width": "6.7.3.2p4",
    "bit-field-zero": "6.7.3.2p4",
    "declares-nothing": "6.7.3.2p2",
    "duplicate-enumerator": "6.7.1p3",
    "duplicate-member": "6.7.1p3",
    "empty-enum": "6.7.3.3",
    "enum-forward": "6.7.3.4",
    "enum-underlying": "6.7.3.3",
    "enumerator-range": "6.7.3.3",
    "enumerator-value": "6.7.3.3",
    "flexible-alone": "6.7.3.2p3",
    "flexible-in-union": "6.7.3.2p3",
    "flexible-nested": "6.7.3.2p3",
    "flexible-not-last": "6.7.3.2p3",
    "member-function": "6.7.3.2p3",
    "member-incomplete": "6.7.3.2p3",
    "no-members": "6.7.3.2",
    "void-member": "6.7.3.2p3",
}
"""The clause that each rule enforces; rules about this reader alone have none."""

EXTENSIONS = frozenset(
    (
        "apple-block array-size-zero auto-declarator declares-nothing duplicate-qualifier "
        "enum-forward enumerator-range extra-semicolon flexible-alone flexible-in-union "
        "flexible-nested forward-parameter gnu-type later-standard main-signature no-members "
        "parameter-without-name qualified-function qualified-result stray-semicolon"
    ).split()
)
"""Rules about what gcc and clang take as an extension unless asked to be pedantic."""

WARNINGS = frozenset({"extern-initialized", "storage-without-object"})
"""Rules about what is legal and seldom meant."""

FILE_SCOPE = frozenset({"auto-file-scope", "stray-semicolon", "variable-size-file-scope"})
"""Rules about what is legal in a block: reported where the text shows that it stands outside."""
