"""What a type without parts is called, and which readings of parameters need parentheses."""

from cexplain.reading.nouns import quoted
from cexplain.spelling.spell import spell_type
from cexplain.syntax.qualified import qualified
from cexplain.tree import (
    Array,
    Basic,
    BitInt,
    CType,
    CxxType,
    Enum,
    Expression,
    Function,
    Inferred,
    Parameter,
    Pointer,
    Record,
    TypedefName,
    Typeof,
    cxx_only,
    unqualified,
)


def needs_parentheses(parameter: Parameter) -> bool:
    """Whether a single parameter's reading would run into what follows it."""
    if parameter.attributes:
        return True
    ctype = parameter.type
    while True:
        match ctype:
            case Typeof():
                if (meant := of_type(ctype)) is None:
                    return False
                ctype = meant
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


def of_type(ctype: Typeof) -> CType | None:
    """Return the type that typeof gives of a type's name; None where it is asked of a value."""
    if isinstance(ctype.operand, Expression):
        return None
    named = unqualified(ctype.operand) if ctype.keyword == "typeof_unqual" else ctype.operand
    return qualified(named, ctype.qualifiers) if ctype.qualifiers else named


def plain_name(ctype: Basic | BitInt | TypedefName | Typeof | Inferred | CxxType) -> str:
    """Return how a type without parts is called."""
    match ctype:
        case Basic(name, _):
            return name
        case TypedefName(name, _):
            return quoted(name)
        case BitInt(width, signed, _):
            return f"{'' if signed else 'unsigned '}_BitInt({width.text})"
        case Typeof(operand, keyword, _):
            text = operand.text if isinstance(operand, Expression) else spell_type(operand)
            return f"{keyword}({text})"
        case Inferred(keyword, _):
            return "object of inferred type" if keyword == "auto" else "object of __auto_type"
        case _:
            raise cxx_only(ctype)
