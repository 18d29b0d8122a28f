"""An expression in C with all its parentheses: its operators in the order in which they apply."""

from collections.abc import Mapping

from cexplain.syntax.statement_tree import Node, is_alone


def written(  # noqa: C901 (one case for each kind)
    node: Node, types: Mapping[int, str], braces: Mapping[int, str]
) -> str:
    """Return an expression, or a statement, fully parenthesised."""

    def inner(part: Node) -> str:
        text = outer(part)
        return text if is_alone(part) or part.kind in _CLOSED else f"({text})"

    def ended(part: Node) -> str:
        return outer(part) if part.kind in _ENDED else f"{outer(part)};"

    def outer(part: Node) -> str:  # noqa: PLR0912, C901 (one case for each kind)
        match part:
            case Node("type"):
                return types[part.at]
            case Node("unary", "new", (operand,)):
                return f"new {outer(operand)}"
            case Node("unary", text, (operand,)):
                if operand.kind == "type":
                    return f"{text}({outer(operand)})"
                return (
                    f"{text} {inner(operand)}" if text[0].isalpha() else f"{text}{inner(operand)}"
                )
            case Node("postfix", text, (operand,)):
                return f"{inner(operand)}{text}"
            case Node("binary" | "assign", text, (left, right)):
                return f"{inner(left)} {text} {inner(right)}"
            case Node("conditional", _, (condition, yes, no)):
                return f"{inner(condition)} ? {inner(yes)} : {inner(no)}"
            case Node("comma", _, parts):
                return ", ".join(inner(one) for one in parts)
            case Node("cast", _, (wanted, operand)) if braces.get(wanted.at):
                return f"{braces[wanted.at]}<{outer(wanted)}>({outer(operand)})"
            case Node("cast", _, (wanted, operand)):
                return f"({outer(wanted)}){inner(operand)}"
            case Node("literal", _, (wanted,)):
                return f"({outer(wanted)}){braces[wanted.at]}"
            case Node("call", _, (Node("unary", "new") as called, *arguments)):
                return f"{outer(called)}({', '.join(outer(one) for one in arguments)})"
            case Node("call", _, (called, *arguments)):
                return f"{inner(called)}({', '.join(outer(one) for one in arguments)})"
            case Node("index", _, (array, subscript)):
                return f"{inner(array)}[{outer(subscript)}]"
            case Node("member", sign, (record, member)):
                return f"{inner(record)}{sign}{member.text}"
            case Node("generic", _, (value, *choices)):
                pairs = [
                    f"{outer(choices[at])}: {outer(choices[at + 1])}"
                    for at in range(0, len(choices), 2)
                ]
                return f"_Generic({outer(value)}, {', '.join(pairs)})"
            case Node("if", _, (Node("rest"), _, other)):
                return f"else {ended(other)}"
            case Node("if", _, (condition, yes, *no)):
                behind = "".join(f" else {ended(one)}" for one in no)
                return f"if ({outer(condition)}) {ended(yes)}{behind}"
            case Node("while", _, (Node("comma", _, (Node("declares") as each, span)), body)):
                return f"for ({braces[each.at]} : {outer(span)}) {ended(body)}"
            case Node("try", _, (body,)):
                return f"try {ended(body)}"
            case Node("while" | "switch" as word, _, (condition, body)):
                return f"{word} ({outer(condition)}) {ended(body)}"
            case Node("do", _, (Node("rest"), body)):
                return f"do {ended(body)}"
            case Node("do", _, (condition, body)):
                return f"do {ended(body)} while ({outer(condition)})"
            case Node("for", _, (first, condition, following, body)):
                head = "; ".join(outer(one) for one in (first, condition, following))
                return f"for ({head}) {ended(body)}"
            case Node("case", _, (value, *parts)):
                head = "default" if value.kind == "absent" else f"case {outer(value)}"
                return " ".join((f"{head}:", *map(ended, parts)))
            case Node("label", name, (body,)):
                return f"{name}: {ended(body)}"
            case Node("block", _, parts):
                return " ".join(("{", *map(ended, parts), "}"))
            case Node("rest"):
                return "{ }"
            case Node("declares"):
                return braces[part.at]
            case Node("go", text):
                return text if text in ("break", "continue") else f"goto {text}"
            case Node("return", _, parts):
                return " ".join(("return", *map(outer, parts)))
            case _:
                return part.text

    return outer(node)


_CLOSED = frozenset({"call", "index", "member", "generic", "literal", "type"})
_ENDED = frozenset({"if", "while", "switch", "for", "case", "label", "block", "rest", "try"})
