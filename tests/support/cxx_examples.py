"""The texts that break C's rules, put to compilers of C++ one by one."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from cexplain.rules.catalogue import GROUPS, example
from support.cxx_verdicts import COMPILERS
from support.patience import PATIENCE

LISTED = Path(__file__).resolve().parents[1] / "corpus" / "cxx_examples.txt"

_PRELUDE = """\
#include <initializer_list>
struct Point { int x, y; Point(); };
const int N = 4;
"""
_PLACES = (
    "{text}",
    "struct Shape {{ {text} }};",
    "void in_a_body() {{ {text} ; }}",
)
_NAMELESS = re.compile(
    r"not declared|undeclared|does not name a type|unknown type|no template named"
    r"|expected class name|has not been declared"
)


@cache
def examples() -> dict[str, str]:
    """Return the texts that break a rule of ISO C, each with the rule's name."""
    found: dict[str, str] = {}
    for _, kind, rules in GROUPS:
        for rule in rules if kind == "constraint" else ():
            for text in rule.wrong:
                declaration = " ".join(example(text)[0].split())
                if declaration and len(declaration) < 200:
                    found.setdefault(declaration, rule.name)
    return found


def _refused(compiler: str, text: str) -> str | None:
    """Return the first complaint about a text that a compiler takes in no place, else None."""
    first = None
    for place in _PLACES:
        source = f"{_PRELUDE}{place.format(text=text)}\n"
        ended = subprocess.run(
            [compiler, "-std=c++17", "-fsyntax-only", "-pedantic-errors", "-xc++", "-"],
            input=source, capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
        if ended.returncode == 0:
            return None
        said = next(iter(re.findall(r"error: (.*)", ended.stderr)), "")
        if first is None or _NAMELESS.search(first):
            first = said
    return first


@cache
def refusals() -> dict[str, tuple[str | None, ...]]:
    """Return for each text what each compiler says against it, None where it takes it.

    A text whose names nobody declared is left out: the refusal says nothing of the rule.
    """
    asked = [(compiler, text) for text in examples() for compiler in COMPILERS]
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(asked, pool.map(lambda pair: _refused(*pair), asked), strict=True))
    found = {text: tuple(answers[each, text] for each in COMPILERS) for text in examples()}
    return {
        text: said
        for text, said in found.items()
        if not any(each is not None and _NAMELESS.search(each) for each in said)
    }


def listed() -> dict[str, str]:
    """Return the texts about which we and the compilers differ on purpose, each with the reason."""
    found: dict[str, str] = {}
    reason = ""
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            reason = line[1:-1]
        elif line.strip() and not line.startswith("#"):
            found[line] = reason
    return found
