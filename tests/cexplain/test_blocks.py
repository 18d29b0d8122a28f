"""Apple's blocks: what they say, and whether clang takes what is spelled again for the same."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cexplain import explain
from support.patience import PATIENCE

CLANG = "clang-19" if shutil.which("clang-19") else "clang"

SAID = {
    "int (^f)(int);": "f is a block taking an int and returning an int",
    "void (^(^b)(int))(void);": (
        "b is a block taking an int and returning a block taking no parameters and returning "
        "nothing"
    ),
    "int (^my_function(void))(int, int);": (
        "my_function is a function taking no parameters and returning a block taking (an int, an "
        "int) and returning an int"
    ),
    "void run(void (^done)(int));": (
        "run is a function taking (done as a block taking an int and returning nothing) and "
        "returning nothing"
    ),
    "int (^a[3])(void);": "a is an array of 3 blocks taking no parameters and returning an int",
    "void (^const c)(void);": "c is a const block taking no parameters and returning nothing",
    "int (*(^d)(int))[3];": (
        "d is a block taking an int and returning a pointer to an array of 3 ints"
    ),
    "int (^*p)(int);": "p is a pointer to a block taking an int and returning an int",
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_a_block_is_read_as_what_it_is(text: str, said: str) -> None:
    explanation = explain(text)
    assert [reading.prose for reading in explanation.readings] == [said]
    assert {(found.severity, found.rule) for found in explanation.diagnostics} == {
        ("warning", "apple-block")
    }
    assert not explain(text, std="c17").ok


@pytest.mark.parametrize("text", ["int ^p;", "int (^x);", "int ^f(int);", "int (^(*p))[3];"])
def test_a_block_is_of_a_function(text: str) -> None:
    assert not explain(text).ok


def test_clang_takes_what_is_spelled_again_for_the_same_type(tmp_path: Path) -> None:
    lines: list[str] = []
    for number, text in enumerate(SAID):
        [reading] = explain(text).readings
        lines.append(f"void f{number}(void) {{ extern {text} extern {reading.c}; }}")
    path = tmp_path / "blocks.c"
    path.write_text("\n".join(lines), encoding="utf-8")
    command = [CLANG, "-std=c17", "-fblocks", "-fsyntax-only", "-Wno-c2x-extensions", str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert ended.stderr == ""
    path.write_text("extern int (^f)(int); extern int (*f)(int);", "utf-8")
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert "different type" in ended.stderr
