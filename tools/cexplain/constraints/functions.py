"""Constraints on parameters, and on main (6.7.7.4, 6.9.2, 5.1.2.3.2)."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cexplain.constraints.constants import VARIABLE, Value
from cexplain.constraints.scope import Scope
from cexplain.tree import (
    Array,
    Basic,
    CType,
    Declaration,
    Function,
    IdentifierList,
    Inferred,
    NoPrototype,
    Parameter,
    ParameterTypeList,
    Pointer,
)


class CheckType(Protocol):
    """How the types of parameters are checked."""

    def __call__(
        self, scope: Scope, node: CType, *, parameter: bool = False, prototype: bool = False
    ) -> None:
        """Report what a type breaks."""


def check_function(
    scope: Scope, node: Function, check_type: CheckType, *, definition: bool = False
) -> None:
    """Report what a function's parameters break."""
    if id(node) in scope.checked:
        return
    scope.checked.add(id(node))
    match node.parameters:
        case NoPrototype():
            return
        case IdentifierList(parameters):
            _check_parameters(scope, parameters, check_type, definition=True)
        case ParameterTypeList(parameters, variadic):
            if variadic and not parameters and scope.edition < 2023:
                scope.report(
                    "later-standard",
                    node,
                    "'...' alone came with C23: before that, a named parameter comes first",
                    "put a parameter before it, or choose --std c23",
                )
            if variadic and len(parameters) == 1:
                _check_void_before_ellipsis(scope, parameters[0])
            _check_parameters(scope, parameters, check_type, definition=definition)
            if node.parameters.forward:
                _check_forward(scope, node.parameters)


def _check_void_before_ellipsis(scope: Scope, parameter: Parameter) -> None:
    if _is_void(scope, parameter.type) and parameter.name is None:
        scope.report(
            "void-parameter",
            parameter.type,
            "void before '...'",
            "take it out: (void) means that there are no parameters",
        )


def _is_void(scope: Scope, node: CType) -> bool:
    found = scope.resolved(node)
    return isinstance(found, Basic) and found.name == "void"


def _check_parameters(
    scope: Scope, parameters: Sequence[Parameter], check_type: CheckType, *, definition: bool
) -> None:
    names: set[str] = set()
    hidden: dict[str, Value | None] = {}
    for parameter in parameters:
        ctype = parameter.type
        if not isinstance(ctype, Basic) or ctype.name == "void" or ctype.qualifiers:
            alone = len(parameters) == 1
            _check_type_of(scope, parameter, check_type, alone=alone, definition=definition)
        if parameter.storage and parameter.storage != ("register",):
            scope.report(
                "storage-of-parameter",
                parameter,
                f"{_first_wrong(parameter.storage)!r} is not allowed on a parameter",
                "take it out: register is the only storage class of parameters",
                "storage",
            )
        if parameter.name is None:
            if definition and scope.edition < 2023:
                scope.report(
                    "parameter-without-name",
                    parameter.type,
                    "a parameter of a definition has no name",
                    "name it, or choose --std c23, where it may be left out",
                )
        elif parameter.name in names:
            scope.report(
                "duplicate-parameter",
                parameter,
                f"there is a parameter {parameter.name!r} already",
                "give one of the two another name",
                "name",
            )
        else:
            names.add(parameter.name)
            hidden[parameter.name] = scope.names.get(parameter.name)
            scope.names[parameter.name] = VARIABLE
    for name, outer in hidden.items():
        if outer is None:
            del scope.names[name]
        else:
            scope.names[name] = outer


def _check_type_of(
    scope: Scope, parameter: Parameter, check_type: CheckType, *, alone: bool, definition: bool
) -> None:
    """Report what the type of a parameter breaks."""
    if _is_void(scope, parameter.type):
        _check_void(scope, parameter, alone=alone)
    elif isinstance(parameter.type, Inferred):
        scope.report(
            "auto-place",
            parameter.type,
            "a parameter's type cannot be inferred: it has no initializer",
            "write the type",
        )
    else:
        check_type(scope, parameter.type, parameter=True, prototype=not definition)


def _check_forward(scope: Scope, listed: ParameterTypeList) -> None:
    """Report GNU's declarations of parameters before their list, and what is wrong with them."""
    first = listed.forward[0]
    scope.report(
        "forward-parameter",
        first if first.name else first.type,
        "parameters are declared before the list, which is an extension of GNU C",
        "move the parameter before those whose size uses it, or choose a gnu --std",
        "name",
    )
    meant = {parameter.name: parameter.type for parameter in listed.parameters}
    for one in listed.forward:
        if one.name is not None and meant.get(one.name) == one.type:
            continue
        if one.name is None or one.name not in meant:
            message = "the list after the ';' has no such parameter"
            advice = f"declare {one.name} again after the ';'" if one.name else "name it, or not"
        else:
            message = f"{one.name!r} has a different type after the ';'"
            advice = "give both the same type"
        scope.report("forward-mismatch", one if one.name else one.type, message, advice, "name")


def _first_wrong(storage: Sequence[str]) -> str:
    return next((word for word in storage if word != "register"), storage[0])


def _check_void(scope: Scope, parameter: Parameter, *, alone: bool) -> None:
    if parameter.name is not None:
        message = f"the parameter {parameter.name!r} has the type void, which has no values"
        advice = f"write (void) for no parameters, or void *{parameter.name}"
    elif not alone:
        message = "void among other parameters"
        advice = "take it out: (void) means that there are none"
    else:
        message = "the void of (void) is written alone: no qualifier, no storage class"
        advice = "write (void)"
        qualified = not isinstance(parameter.type, Array | Function) and parameter.type.qualifiers
        if not qualified and not parameter.storage:
            return
    scope.report("void-parameter", parameter.type, message, advice)


# -- main ----------------------------------------------------------------------


def check_main(scope: Scope, declaration: Declaration, function: Function) -> None:
    """Report where main is declared in another way than a program's first function is."""
    returned = scope.resolved(function.returned)
    for specifier, rule in (("inline", "main-inline"), ("_Noreturn", "main-noreturn")):
        if specifier in declaration.function_specifiers:
            scope.report(
                rule, declaration, f"main cannot be {specifier}", "take it out", "functions"
            )
    if "static" in declaration.storage and declaration.kind == "definition":
        scope.report(
            "main-signature",
            declaration,
            "main is static, so that nothing outside can start it",
            "take the static out",
            "storage",
        )
    if isinstance(returned, Basic | Pointer) and not _is_int(returned):
        scope.report(
            "main-signature",
            declaration,
            "main returns something else than int",
            "write int main(void)",
            "name",
        )
    if declaration.kind == "definition":
        _check_main_parameters(scope, declaration, function)


def _is_int(node: CType) -> bool:
    return isinstance(node, Basic) and node.name == "int"


def _check_main_parameters(scope: Scope, declaration: Declaration, function: Function) -> None:
    if isinstance(function.parameters, NoPrototype):
        return
    parameters = function.parameters.parameters
    checks: tuple[Callable[[CType], bool], ...] = (
        lambda node: _is_int(scope.resolved(node)),
        lambda node: _is_argv(scope, node),
        lambda node: _is_argv(scope, node),
    )
    wrong = len(parameters) not in (0, 2, 3) or getattr(function.parameters, "variadic", False)
    for parameter, fits in zip(parameters, checks, strict=False):
        known = isinstance(scope.resolved(parameter.type), Basic | Pointer | Array)
        wrong = wrong or (known and not fits(parameter.type))
    if wrong:
        scope.report(
            "main-signature",
            declaration,
            "main takes no parameters, or an int and an array of pointers to char",
            "write int main(void), or int main(int argc, char *argv[])",
            "name",
        )


def _is_argv(scope: Scope, node: CType) -> bool:
    match scope.resolved(node):
        case Array(element) | Pointer(element):
            inner = scope.resolved(element)
            if not isinstance(inner, Pointer):
                return not isinstance(inner, Basic)
            last = scope.resolved(inner.referenced)
            return not isinstance(last, Basic) or last.name == "char"
        case _:
            return False
