"""Who may import whom: browser bundle and cworkbook -> cexplain -> pycparser, and never back.

The modules are read, not imported, so that the rules hold for every branch of them.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"
MODULES = sorted(
    path.relative_to(TOOLS)
    for package in ("cexplain", "cworkbook")
    for path in (TOOLS / package).rglob("*.py")
)

# What starts a process: a name alone stands for everything below it.
STARTERS = {
    "subprocess",
    "multiprocessing",
    "concurrent.futures.ProcessPoolExecutor",
    "concurrent.futures.process",
    "pty",
    "_posixsubprocess",
    "asyncio.subprocess",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "os.system",
    "os.popen",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.posix_spawnp",
    *(f"os.exec{kind}" for kind in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
    *(f"os.spawn{kind}" for kind in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
}


def dotted(node: ast.expr) -> str:
    """The dotted name that an expression spells; empty for any other expression."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(value, name) if dotted(value):
            return f"{dotted(value)}.{name}"
        case _:
            return ""


def imported(tree: ast.Module, package: str) -> Iterator[str]:
    """Every name that a module imports, in full, wherever in it the import stands."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module, names, level):
                start = ".".join(filter(None, (package if level else "", module)))
                yield from (f"{start}.{alias.name}" for alias in names)
            case ast.Call(function, [ast.Constant(str(name)), *_]) if dotted(function) in {
                "__import__",
                "import_module",
                "importlib.import_module",
            }:
                yield name


def used(tree: ast.Module) -> Iterator[str]:
    """Every dotted name that a module uses, with the names that imports gave replaced by theirs."""
    aliases = {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.asname
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (name := dotted(node)):
            first, _, rest = name.partition(".")
            yield f"{aliases.get(first, first)}.{rest}"


def below(name: str, roots: set[str]) -> bool:
    """True where a dotted name is one of the roots or stands under one."""
    parts = name.split(".")
    return any(".".join(parts[:length]) in roots for length in range(1, len(parts) + 1))


# What comes with the extra of cexplain, known to one module; the rest works without.
EXTRAS = {"prompt_toolkit"}
# Python's own since 3.14, which the pages run; the code asks for the version first.
LATER = {"annotationlib"}


def outside(name: str) -> bool:
    """True for what cexplain may not import: neither Python's own, nor pycparser, nor itself."""
    allowed = sys.stdlib_module_names | LATER | {"cexplain", "pycparser"} | EXTRAS
    return name.partition(".")[0] not in allowed


# Each rule: what is refused, and the modules that may do it nevertheless.
RULES: dict[str, tuple[Callable[[str], bool], str | tuple[str, ...]]] = {
    "cexplain imports Python's own modules and pycparser, nothing heavier": (outside, "cworkbook/"),
    "only interactive touches the line editor": (
        lambda name: below(name, {"prompt_toolkit"}),
        "cexplain/command/interactive.py",
    ),
    "only the two grammars touch pycparser": (
        lambda name: below(name, {"pycparser"}),
        ("cexplain/syntax/grammar.py", "cexplain/syntax/grammar_of_statements.py"),
    ),
    "only plugin touches MkDocs": (lambda name: below(name, {"mkdocs"}), "cworkbook/plugin.py"),
    "only processes starts processes": (
        lambda name: below(name, STARTERS),
        "cexplain/processes.py",
    ),
}


def broken(rule: str, module: Path, text: str) -> set[str]:
    """The names by which a module's text breaks a rule; empty where it keeps it."""
    refused, exempt = RULES[rule]
    if module.as_posix().startswith(exempt):
        return set()
    return {name for name in reached(text, module.parts[0]) if refused(name)}


@cache
def reached(text: str, package: str) -> frozenset[str]:
    """The names that a module imports, and those that start a process; asked for by each rule."""
    tree = ast.parse(text)
    return frozenset({*imported(tree, package), *starts(tree)})


def starts(tree: ast.Module) -> set[str]:
    """The names used that start a process; other attributes say nothing about imports."""
    return {name for name in used(tree) if below(name, STARTERS)}


@pytest.mark.parametrize("module", MODULES, ids=str)
@pytest.mark.parametrize("rule", RULES)
def test_each_module_keeps_the_rules_of_import(rule: str, module: Path) -> None:
    assert broken(rule, module, (TOOLS / module).read_text(encoding="utf-8")) == set()


# The folders of cexplain: each may use those before it, and the modules beside them.
FOLDERS = (
    "syntax",
    "spelling",
    "reading",
    "english",
    "expressions",
    "constraints",
    "render",
    "rules",
    "files",
    "editor",
    "drills",
    "command",
)


def too_high(module: Path, text: str) -> set[str]:
    """The folders that a module of one uses although they come after its own."""
    place = FOLDERS.index(module.parts[1])
    found = {
        name.split(".")[1] for name in imported(ast.parse(text), "") if below(name, {"cexplain"})
    }
    return {name for name in found if name in FOLDERS[place + 1 :]}


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[1] in FOLDERS], ids=str)
def test_a_folder_uses_only_those_before_it(module: Path) -> None:
    assert too_high(module, (TOOLS / module).read_text(encoding="utf-8")) == set()


def test_every_folder_of_the_engine_has_its_place() -> None:
    folders = {
        path.name for path in (TOOLS / "cexplain").iterdir() if (path / "__init__.py").exists()
    }
    assert folders == set(FOLDERS)


def test_a_use_of_a_later_folder_is_found() -> None:
    text = "def f():\n    from cexplain.render.svg import path_svg"
    assert too_high(Path("cexplain/reading/phrases.py"), text) == {"render"}


def name_of(module: Path) -> str:
    """The name by which a module is imported."""
    return ".".join(module.with_suffix("").parts).removesuffix(".__init__")


def loads(text: str, known: set[str]) -> set[str]:
    """Which of some modules must be there before this one's text can run."""
    tree = ast.parse(text)
    tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    found = {name if name in known else name.rpartition(".")[0] for name in imported(tree, "")}
    return found & known


def circle(texts: dict[str, str]) -> list[str]:
    """Modules of which each must be loaded before the next, and the last before the first."""
    known = set(texts)
    graph = {name: loads(text, known) - {name} for name, text in texts.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_every_module_can_be_the_first_that_is_imported() -> None:
    texts = {name_of(each): (TOOLS / each).read_text(encoding="utf-8") for each in MODULES}
    assert circle(texts) == []


def test_a_circle_of_imports_is_found() -> None:
    later = "if TYPE_CHECKING:\n    from p import a\ndef f():\n    from p import a\n"
    texts = {"p": "", "p.a": "from p.b import f", "p.b": later, "p.c": "import p.a"}
    assert circle(texts) == []
    assert sorted({*circle(texts | {"p.b": "from p import c"})}) == ["p.a", "p.b", "p.c"]


def test_the_rules_look_at_both_packages() -> None:
    assert {module.parts[0] for module in MODULES} == {"cexplain", "cworkbook"}


@pytest.mark.parametrize(
    ("rule", "module", "text"),
    [
        ("cexplain imports", "cexplain/command/cli.py", "def f():\n    import markdown"),
        ("cexplain imports", "cexplain/command/cli.py", "from cworkbook import records"),
        (
            "cexplain imports",
            "cexplain/command/cli.py",
            "import importlib\nimportlib.import_module('rich')",
        ),
        ("only the two", "cexplain/syntax/build.py", "from pycparser import c_ast"),
        ("only the two", "cexplain/syntax/build.py", "from pycparser.c_ast import FuncDecl as F"),
        ("only the two", "cexplain/syntax/grammars.py", "import pycparser"),
        ("only the two", "cworkbook/fences.py", "if TYPE_CHECKING:\n    import pycparser"),
        ("only interactive", "cexplain/command/conversation.py", "import prompt_toolkit"),
        ("only plugin", "cworkbook/extension.py", "from mkdocs.config import base"),
        ("only processes", "cworkbook/prove.py", "import subprocess as s"),
        ("only processes", "cworkbook/prove.py", "import os as o\no.system('true')"),
        ("only processes", "cworkbook/prove.py", "from os import posix_spawn"),
        (
            "only processes",
            "cworkbook/prove.py",
            "import asyncio\nasyncio.create_subprocess_exec()",
        ),
        (
            "only processes",
            "cexplain/command/cli.py",
            "from concurrent.futures import ProcessPoolExecutor",
        ),
    ],
)
def test_an_import_that_breaks_a_rule_is_found(rule: str, module: str, text: str) -> None:
    (full,) = (name for name in RULES if name.startswith(rule))
    assert broken(full, Path(module), text)


def test_imports_of_ones_own_package_are_no_breach() -> None:
    text = "from . import tree\nfrom .source import Span\nimport os\nprint(os.environ)"
    assert all(broken(rule, Path("cexplain/command/cli.py"), text) == set() for rule in RULES)
