"""What a reader sees of a page's Markdown: the sentences, each at its line.

Markdown that a page shows as an example is read as well: authors write what they see.
"""

import ast
import re
from pathlib import Path

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
HIDDEN = re.compile(
    r"`[^`]*`|\]\([^)]*\)|<[^>]*>|\{[^}]*\}|https?://\S+|“[^”]*”|\[\^[^\]]*\]|\*(?=\w)|(?<=\w)\*"
)
ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.|#+|\|)\s+")


def sentences(page: Path) -> list[tuple[int, str]]:
    """Each paragraph of a page as one line of text, with the number of its first line."""
    found: list[tuple[int, str]] = []
    fence, shown, first, held = "", "", 0, ""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        mark = FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
            continue
        if mark and mark[1] == shown:
            shown = ""
        elif mark and line.endswith("markdown"):
            shown = mark[1]
        elif mark:
            fence = mark[1]
        if mark or not line.strip() or ITEM.match(line):
            if held:
                found.append((first, seen(held)))
            first, held = number, ""
        if not mark and line.strip():
            first = first if held else number
            held = f"{held} {line.strip()}".strip()
    return [*found, (first, seen(held))] if held else found


def literals(module: Path) -> list[tuple[int, str]]:
    """Each string of a module's code as one line of text, with the number of its first line.

    Docstrings are for builders; of a formatted string what is put into it is left out.
    """
    tree = ast.parse(module.read_text(encoding="utf-8"))
    left_out = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    left_out |= {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str(text)) if node not in left_out:
                found.append((node.lineno, text))
            case ast.JoinedStr(parts):
                said = [
                    str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts
                ]
                found.append((node.lineno, "".join(said)))
    return found


def seen(text: str) -> str:
    """A text without what stands in it for the machine: code is one sign, links are their words."""
    return " ".join(HIDDEN.sub(lambda part: "…" if part[0].startswith("`") else " ", text).split())
