"""What proofs can say, and that each of it can be false."""

from pathlib import Path

import pytest

from cworkbook.questions.asking import Asked
from cworkbook.questions.clauses import ProofError, clauses, filled
from cworkbook.questions.evidence import Evidence
from cworkbook.questions.proofs import holds
from cworkbook.records import AssemblyFunction, AssemblyLine, CompilerDiagnostic, Run
from support.questions import record_moment, record_runs


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """Records of three programs, one run of which differs from the other."""
    root = tmp_path_factory.mktemp("book")
    (root / "snippets").mkdir()
    # Lines are numbered as pages show them: without the three of the header.
    header = "//@ do: run\n//@ compilers: gcc clang\n//@ sanitize: undefined\n"
    code = "int main(void)\n{\n    return 3 + 4;\n}\n"
    runs = {
        "gcc": Run("gcc", "c17", "-O0", "gcc", exit=0, stdout="a  1\nb 2\n"),
        "clang": Run("clang", "c17", "-O0", "clang", exit=3, stdout="a  1\nb 3\n", hangs=True),
    }
    record_runs(root, "prints.c", header + code, runs)
    error = CompilerDiagnostic(6, 1, "error", "no such thing", "-Wx")
    warning = CompilerDiagnostic(5, 1, "warning", "odd", "-Wy")
    note = CompilerDiagnostic(4, 1, "note", "see here")
    runs = {
        "gcc": Run("gcc", "c17", "-O0", "gcc", (error, warning, note)),
        "clang": Run("clang", "c17", "-O0", "clang", (warning,)),
    }
    record_runs(root, "says.c", header + code, runs)
    lines = (AssemblyLine(None, "movl\t(%rdi), %eax"), AssemblyLine(None, "ret"))
    loud = "x.c:1: runtime error: overflow"
    runs = {
        "gcc": Run("gcc", "c17", "-O0", "gcc", assembly=(AssemblyFunction("f", lines),)),
        "clang": Run("clang", "c17", "-O0", "clang", exit=1, stderr=loud),
    }
    record_runs(root, "looks.c", f"{header}//@ load-in-loop[gcc]: f\n{code}", runs)
    record_moment(root)
    return Evidence(root, Asked().ask)


TRUE = [
    "pointed.c at 'set' points 'p' to 'row[0]'",
    "pointed.c at 'set' reads '*p' as '3' and pointed.c at 'set' has 'p' from '4'",
    "prints.c prints 'a 1'",
    "prints.c[gcc] prints 'a 1' 'b 2'",
    "prints.c[gcc] prints only 'a 1\\nb 2'",
    "prints.c never prints 'c'",
    "prints.c sometimes prints 'b 3'",
    "prints.c[gcc] exits 0 and prints.c[clang] exits 3",
    "prints.c[clang] hangs",
    "prints.c contains '3+4'",
    "prints.c contains '3+4' on line 3",
    "prints.c[gcc] is defined",
    "says.c[gcc] is refused",
    "says.c[clang] is warned",
    "says.c[gcc] rejects 3",
    "says.c[gcc] rejects only 3",
    "says.c[gcc] flags 2 3",
    "says.c flags 2",
    "says.c[gcc] says 'no such' '[-Wx]'",
    "looks.c[gcc] has '^\\tmovl' in f",
    "looks.c[gcc] lacks 'push' in f",
    "looks.c[gcc] loads in each round of f",
    "looks.c[clang] is undefined",
    "looks.c[clang] writes 'overflow'",
    "looks.c[gcc] prints nothing",
    "'int *p[3]' reads 'p is an array of 3 pointers to int'",
    "'int f()'[c17] reads 'f is a function with unspecified parameters returning an int'",
    "'int (*p)[3]' declares 'p is a pointer to an array of 3 int'",
    "'void f(int a[3])' matches 'void f(int *)'",
    "'int *p[3]' stops 2 at column 7",
    "'int f(void)[3]' is illegal and 'int (*f(void))[3]' is legal",
    "'sizeof(int *[3]) == 24' holds",
    "'sizeof a == 12' holds after 'static int a[3];'",
]
FALSE = [
    "pointed.c at 'set' points 'p' to 'row'",
    "pointed.c at 'set' reads '*p' as '4'",
    "pointed.c at 'set' has 'p' from '3'",
    "prints.c prints 'a 2'",
    "prints.c prints 'b 2'",
    "prints.c[gcc] prints 'b 2' 'a 1'",
    "prints.c[gcc] prints only 'a 1'",
    "prints.c never prints 'a 1'",
    "prints.c never prints 'b 3'",
    "prints.c sometimes prints 'c'",
    "prints.c exits 0",
    "prints.c[gcc] hangs",
    "prints.c contains '4+3'",
    "prints.c contains '3+4' on line 2",
    "prints.c contains '3+4' on line 4",
    "prints.c contains '3+4' on line 9",
    "prints.c is undefined",
    "says.c is accepted",
    "says.c is refused",
    "says.c[gcc] is warned",
    "says.c rejects 3",
    "says.c[gcc] rejects only 2 3",
    "says.c[gcc] flags only 2",
    "says.c[gcc] flags 1",
    "says.c[gcc] says 'other'",
    "looks.c[gcc] has 'push' in f",
    "looks.c[gcc] lacks 'ret' in f",
    "looks.c[gcc] loads nothing in any round of f",
    "looks.c[clang] is defined",
    "looks.c[clang] writes 'underflow'",
    "prints.c prints nothing",
    "'int *p[3]' reads 'p is a pointer to an array of 3 int'",
    "'int *p[3]' declares 'p is a pointer to an array of 3 int'",
    "'int p' declares 'q is an int'",
    "'void f(int a[3][4])' matches 'void f(int **)'",
    "'int *p[3]' stops 2 at column 5",
    "'int f(void)[3]' is legal",
    "'sizeof(int *[3]) == 12' holds",
    "prints.c prints 'a 1' and prints.c prints 'a 2'",
]


@pytest.mark.parametrize("proof", TRUE)
def test_what_is_so_holds(proof: str, evidence: Evidence) -> None:
    assert holds(proof, evidence) is True


@pytest.mark.parametrize("proof", FALSE)
def test_what_is_not_so_does_not_hold(proof: str, evidence: Evidence) -> None:
    assert holds(proof, evidence) is False


REFUSED = {
    "pointed.c at 'sat' points 'p' to 'row'": "did you mean 'set'?",
    "pointed.c at 'set' points 'q' to 'row'": "nothing is recorded about the arrow of 'q'",
    "pointed.c at 'set' shows 'p' to 'row'": "of a moment is said: at 'MOMENT' and one of",
    "": "names nothing that it is about",
    "prints.c": "says nothing of prints.c",
    "prints.c[-O3] prints 'a'": "has no run -O3; it has: gcc-c17-O0, clang-c17-O0",
    "primts.c prints 'a'": "there is no snippet 'primts.c'",
    "../x.c prints 'a'": "there is no snippet '../x.c'",
    "prints.c primts 'a'": "a program never 'primts'; did you mean 'prints'?",
    "prints.c sometimes": "'sometimes' is followed by",
    "prints.c prints a": "'prints' takes texts in quotation marks",
    "prints.c prints 'a": "cannot be read from here: 'a",
    "says.c rejects five": "'rejects' takes the numbers of lines",
    "says.c is good": "'is' takes one of: accepted warned refused undefined defined",
    "looks.c[gcc] has 'x' in g": "there is no assembly of 'g'; recorded is: f",
    "looks.c[gcc] loads in each round of g": "says nothing of the loops of 'g'",
    "'int p' raeds 'x'": "did you mean 'reads'?",
    "'int p'[c18] reads 'x'": "takes one standard in brackets, not c18",
    "'int p' declares 'p is a pointer to to'": "this English is not understood",
    "'sizeof(' holds": "refuses 'sizeof('",
}


@pytest.mark.parametrize("proof", REFUSED)
def test_what_cannot_be_told_is_refused_with_advice(proof: str, evidence: Evidence) -> None:
    with pytest.raises(ProofError) as raised:
        holds(proof, evidence)
    assert REFUSED[proof] in str(raised.value)


def test_without_compilers_an_assertion_is_left_open(tmp_path: Path) -> None:
    open_one = "'sizeof(int) == 4' holds"
    assert holds(open_one, Evidence(tmp_path)) is None
    assert holds(f"{open_one} and 'int p' reads 'p is a pointer'", Evidence(tmp_path)) is False


def test_a_stale_record_proves_nothing(evidence: Evidence, tmp_path: Path) -> None:
    (tmp_path / "snippets").mkdir()
    runs = {"gcc": Run("gcc", "c17", "-O0", "gcc", exit=0, stdout="1\n")}
    record_runs(tmp_path, "old.c", "//@ do: run\n//@ compilers: gcc\nint main(void) {}\n", runs)
    assert holds("old.c prints '1'", Evidence(tmp_path)) is True
    (tmp_path / "snippets/old.c").write_text("//@ do: run\n//@ compilers: gcc\nint main(){}\n")
    with pytest.raises(ProofError, match="was changed after its record"):
        holds("old.c prints '1'", Evidence(tmp_path))


@pytest.mark.parametrize("key", ["it's", 'a "b"', "`c`", "a\\b", "two\nlines", "{}", "a and b"])
def test_a_key_may_hold_anything(key: str) -> None:
    (clause,) = clauses(filled("x.c prints '{}'", key))
    assert clause.words[1].text == key
