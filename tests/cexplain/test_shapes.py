"""The table of frequent skeletons holds what pycparser says of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from cexplain import explain
from cexplain.syntax import shapes
from cexplain.syntax.grammar import parse
from cexplain.syntax.shapes import FREQUENT, Answer

FILE = Path(shapes.__file__)

# What people ask about.
DECLARATORS = """
x; *x; **x; ***x; *const x; *volatile x; *restrict x; **const x; *const *x; x, y; *x, y; x, *y;
*x, *y; x, y, z; x[3]; x[3][3]; x[3][3][3]; x[]; x[][3]; *x[3]; **x[3]; *x[3][3]; *x[]; *const x[3];
(*x)[3]; (*x)[3][3]; (*x[3])[3]; *(*x)[3]; (*x[3])[3][3]; *(*x[3])[3]; x[3], y; x, y[3];
x(void); x(); *x(void); *x(); **x(void); (*x(void))[3]; *(*x(void))[3][3]; (*x(void))(void);
(*x)(void); (*x)(); *(*x)(void); *(*x)(); (*x[3])(void); *(*x[3])(void); (*(*x)(void))(void);
(*(*x)(void))[3]; (*(*x[3])(void))[3]; *(*(*x)(void))[3]; (*x[3])(); *(*x[3])(); x(void)[3];
x[3](void); ; *; **; *const; [3]; *[3]; (*)[3]; (*)(void); *(*)(void); (*)(); (*(*)(void))[3];
""".replace("\n", " ").split(";")
PARAMETERS = """
int; int, int; int, int, int; int *; int *, int; int, int *; int *, int *; int *, int, int;
int *, int *, int; int *, int *, int *; int, int, int *; int, int *, int; int **; int, int **;
int *, ...; int *, int, ...; int, ...; int []; int, int []; int [3]; int [3][3]; int [][3];
int (*)[3]; int, int (*)[3]; int *, int, int, int *; int *, int, int, int; int, int, int, int;
int *restrict, int *restrict; int *restrict, int *restrict, int; int (*)(int); int, int (*)(int);
int *, int (*)(int *, int *); int *, int, int, int (*)(int *, int *); int (*)(void);
int, int (*)(void); int *, int (*)(void); int *, int *, int *, int *
""".replace("\n", " ").split(";")
FUNCTIONS = """
x(P); *x(P); **x(P); (*x)(P); *(*x)(P); (*x[3])(P); *(*x[3])(P); (*x(P))(int); (*)(P); *(*)(P)
""".split(";")


def skeletons(patch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """The skeletons of these declarations, as the engine makes them, and pycparser's answers."""
    found: dict[str, Answer] = {}

    def answer(kinds: tuple[str, ...]) -> Answer:
        return found.setdefault(" ".join(kinds), parse(kinds))

    patch.setattr("cexplain.syntax.skeletons._answer", answer)
    filled = [f.replace("P", p.strip()) for f in FUNCTIONS for p in PARAMETERS]
    for declarator in (*DECLARATORS, *filled):
        explain(f"int {declarator.strip()}")
    return {text: shape for text, shape in found.items() if isinstance(shape, tuple)}


def test_the_table_holds_what_pycparser_says(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = skeletons(monkeypatch)
    assert len(answers) > 200
    if pytestconfig.getoption("--update-goldens"):
        text = FILE.read_text(encoding="utf-8")
        head = text[: text.index("FREQUENT: dict")]
        rows = "".join(f'    "{text}": {answer!r},\n' for text, answer in answers.items())
        rows = rows.replace("'", '"')
        FILE.write_text(f"{head}FREQUENT: dict[str, Answer] = {{\n{rows}}}\n", encoding="utf-8")
        return
    assert answers == FREQUENT


@pytest.mark.parametrize(
    ("text", "loads"),
    [
        ("int x;", False),
        ("char *(*fp)(int, float *);", False),
        ("void (*signal(int sig, void (*handler)(int)))(int);", False),
        ("int (*(*(*(*deep)(void))[3])(void))[4];", True),
    ],
)
def test_pycparser_is_loaded_for_rare_declarators_only(text: str, loads: bool) -> None:
    script = (
        "import sys; from cexplain import explain; assert explain(sys.argv[1]).ok;"
        "print('pycparser' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, text], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{loads}\n"
