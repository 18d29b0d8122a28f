"""What the parameters and values of C++ are, for their places in a sentence."""

from cexplain.reading.nouns import one_word
from cexplain.tree import (
    Array,
    Class,
    Enum,
    Function,
    MemberPointer,
    Parameter,
    ParameterTypeList,
    Pointer,
    Reference,
)

THIS = ("this",)
"""The storage of a parameter that is the object itself."""


def on_itself(listed: ParameterTypeList) -> bool:
    """Whether a function's first parameter is the object that it is called for."""
    return bool(listed.parameters) and listed.parameters[0].storage == THIS


def value(text: str) -> str:
    """Return an initial value as one piece of the sentence."""
    text = text.removeprefix("=").strip()
    closed = (text[:1], text[-1:]) in {("(", ")"), ("{", "}"), ('"', '"')}
    return text if closed else one_word(text)


def plain(parameter: Parameter) -> bool:
    """Whether a single parameter's reading would not run into what follows it."""
    if parameter.attributes or parameter.default is not None or parameter.storage == THIS:
        return False
    ctype = parameter.type
    while True:
        match ctype:
            case Pointer(of) | Reference(of) | MemberPointer(_, of) | Array(of):
                ctype = of
            case Function():
                return False
            case Class(members=body) | Enum(enumerators=body):
                return body is None and not ctype.attributes
            case _:
                return True
