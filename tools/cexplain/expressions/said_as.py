"""What the operators and the words of statements are called in English."""

BINARY = {
    "+": "plus", "-": "minus", "*": "times", "/": "divided by", "%": "modulo",
    "<<": "shifted left by", ">>": "shifted right by", "&": "bitwise and", "|": "bitwise or",
    "^": "bitwise exclusive or", "&&": "and", "||": "or", "==": "equals", "!=": "differs from",
    "<": "is less than", ">": "is greater than", "<=": "is at most", ">=": "is at least",
}  # fmt: skip
ASSIGNED = {
    "+=": ("add", "to"), "=": ("assign", "to"), "-=": ("subtract", "from"),
}  # fmt: skip
CHANGED = {
    "*=": "multiply {} by", "/=": "divide {} by", "%=": "replace {} by itself modulo",
    "<<=": "shift {} left by", ">>=": "shift {} right by", "&=": "replace {} by itself bitwise and",
    "|=": "replace {} by itself bitwise or", "^=": "replace {} by itself bitwise exclusive or",
}  # fmt: skip
UNARY = {
    "&": "the address of", "-": "minus", "+": "plus", "!": "not", "~": "the complement of",
    "++": "increment", "--": "decrement",
}  # fmt: skip
SIZES = {
    "sizeof": "the size of", "_Alignof": "the alignment of", "alignof": "the alignment of",
    "__alignof__": "the alignment of", "__alignof": "the alignment of",
    "_Countof": "the number of elements of", "__countof__": "the number of elements of",
    "_Lengthof": "the number of elements of",
}  # fmt: skip
STATEMENTS = frozenset(
    ("if while do for switch case label block declares go return nothing rest try").split()
)
OF_CXX = {"co_await": "the awaited result of", "new": "a new", "delete": "delete what is at",
          "throw": "throw", "co_yield": "yield", "co_return": "return"}  # fmt: skip
"""What C++ writes before an operand."""
STREAMS = {
    **dict.fromkeys(("std::cout", "std::cerr", "std::clog", "cout", "cerr", "clog"), "<<"),
    **dict.fromkeys(("std::cin", "cin"), ">>"),
}
GONE = {"break": "leave the loop or the switch", "continue": "go on with the next round"}
OF_TYPES = frozenset({"va_arg", "__builtin_va_arg", "offsetof", "__builtin_offsetof"})
