"""Which readings of parameters need parentheses."""

from cexplain.tree import Array, Enum, Function, Parameter, Pointer, Record


def needs_parentheses(parameter: Parameter) -> bool:
    """Whether a single parameter's reading would run into what follows it."""
    if parameter.attributes:
        return True
    ctype = parameter.type
    while True:
        match ctype:
            case Pointer():
                ctype = ctype.referenced
            case Array():
                ctype = ctype.element
            case Function():
                return True
            case Record(_, _, members, marked, _):
                return members is not None or bool(marked)
            case Enum(_, constants, underlying, marked, _):
                return constants is not None or underlying is not None or bool(marked)
            case _:
                return False
