"""What the page's compiler makes of the ways that the chapter on symbols surveys.

It makes no programs for this machine, so its code is read. That the reading is right is seen from
the compilers whose programs were run.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence

import pytest

from cworkbook import records, snippet, ways
from cworkbook.toolchain import COMPILERS
from support.golden import Compare
from support.stepping import ROOT, asked

FOLDER = ROOT / "snippets" / ways.SURVEY
WAYS = [way for way in ways.load(ROOT).ways.values() if way.is_compiled_only]
TARGET = "--target=x86_64-linux-gnu"
_BOUND_HERE = re.compile(r"\b(?:dso_local|hidden|protected)\b")
_CALL = re.compile(r"(?:(?P<result>%[\w.]+) = )?[\w ]*\bcall\b[^@\n]*@node_exists\(")


def arguments(way: ways.Way) -> list[str]:
    """What clang is told, so that it writes its code for the library as text."""
    return [
        *("-std=gnu17", ways.PAGE_LEVEL, "-w", "-fPIC", TARGET, "-S", "-emit-llvm"),
        "-DUNOPTIMIZED=__attribute__((noinline, optnone))",
        f"-DMOCKABLE={way.mockable}",
        f"-DANSWER={way.answer}",
        *way.options,
        *("both.c", "-o", "-"),
    ]


def read(code: str) -> str:
    """Return what becomes of a mock of node_exists, from clang's code for the library."""
    defined = re.search(r"^define (.*)@node_exists\(", code, re.MULTILINE)
    body = re.search(r"^define .*@node_check\(.*?^}", code, re.MULTILINE | re.DOTALL)
    assert defined is not None, code
    assert body is not None, code
    call = _CALL.search(body[0])
    if call is None or _BOUND_HERE.search(defined[1]):
        return "not asked"
    rest = body[0][call.end() :]
    is_used = call["result"] and re.search(rf"{re.escape(call['result'])}(?![\w.])", rest)
    return "used" if is_used else "ignored"


def lines(codes: Sequence[str]) -> str:
    return "".join(f"{way.identity}: {read(code)}\n" for way, code in zip(WAYS, codes, strict=True))


@pytest.mark.parametrize("name", ["clang", "clang-19"])
def test_the_code_tells_what_the_programs_of_a_clang_did(name: str) -> None:
    clang = COMPILERS[name].executable
    if shutil.which(clang) is None:
        pytest.skip(f"{clang} is not installed: apt-get install {clang}")
    codes = [
        subprocess.run(
            [clang, *arguments(way)], cwd=FOLDER, capture_output=True, text=True, check=True
        ).stdout
        for way in WAYS
    ]
    record = records.load(snippet.load(FOLDER, ROOT / "snippets"))
    assert record is not None
    ran = ways.outcomes(record.run(name, level=ways.PAGE_LEVEL).stdout)
    assert ways.outcomes(lines(codes)) == {way.identity: ran[way.identity] for way in WAYS}
    assert set(ways.outcomes(lines(codes)).values()) == set(ways.OUTCOMES)


def test_the_pages_compiler_does_what_the_chapter_says_that_it_does(golden: Compare) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.c")}
    programs = [
        {"name": way.identity, "source": {"files": files}, "args": arguments(way)} for way in WAYS
    ]
    answers = asked("compiled", programs)
    assert [answer["stderr"] for answer in answers] == [""] * len(answers)
    assert f"clang version {ways.OF_PAGE[1]}." in answers[0]["stdout"]
    golden(f"../../{ways.IN_PAGE}", lines([answer["stdout"] for answer in answers]))
