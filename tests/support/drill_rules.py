"""What compilers say where a rule is broken: the reason of a refusal, not only that it came.

gcc's words and clang's, as patterns; whether a refusal is for the key's reason is read from them.
"""

SAID: dict[str, str] = {
    "void-object": "declared void|incomplete type 'void'",
    "contradictory-specifiers": "both .* in declaration specifiers|is invalid|cannot be signed",
    "array-size-negative": "is negative|negative size",
    "contradictory-storage": "multiple storage classes|cannot combine with previous",
    "array-size-zero": "zero.size array",
    "array-size-type": "non-integer type",
    "function-returning-array": "function returning an array|cannot return array type",
    "array-of-functions": "array of functions",
    "function-returning-function": "function returning a function|cannot return function type",
    "array-of-void": "array of voids|incomplete element type 'void'",
    "array-of-incomplete": r"incomplete element type .*\[\]",
    "duplicate-member": "duplicate member",
    "duplicate-parameter": "conflicting types for|redefinition of parameter",
    "restrict-without-pointer": "invalid use of .restrict|restrict requires a pointer",
    "member-incomplete": "field .*has incomplete type",
    "member-function": "declared as a function",
    "bit-field-width": "width of .*exceeds",
    "bit-field-type": "bit-field .*(?:invalid|non-integral) type",
    "bit-field-zero": "zero width",
    "duplicate-enumerator": "(?:redeclaration|redefinition) of enumerator",
    "typedef-initialized": "typedef .* is initialized|illegal initializer",
    "function-initialized": "initialized like a variable|illegal initializer",
    "flexible-not-last": "not at (?:the )?end of struct",
    "flexible-alone": "no named members|otherwise empty struct",
    "qualified-brackets": "static or type qualifiers|non-outermost|qualifier used in array",
    "void-parameter": "must be the (?:first and )?only parameter",
    "storage-of-parameter": "storage class spec",
    "variable-size-file-scope": "variably modified|variable length array",
    "alignment-value": "power of 2",
    "alignment-place": "alignment specified for|only applies to|cannot be applied to",
    "restrict-function-pointer": "invalid use of .restrict|may not be 'restrict'",
    "storage-of-function": "specifies .register|illegal storage class on function",
}
