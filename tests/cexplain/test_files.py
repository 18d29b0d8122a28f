"""Files: what the system's preprocessor leaves of them, and where it came from."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cexplain.files.compile_commands import commanded
from cexplain.files.preprocessed import PreprocessorError, SourceFile, marked, source_file
from cexplain.processes import Finished
from cexplain.render.terminal import Look, finding_text
from support.command import run
from support.sources import Cpp, findings, write_demo


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return write_demo(tmp_path)


def test_every_declaration_of_a_file_is_read_and_none_of_its_headers(demo: Path) -> None:
    done = run("--file", "demo.c", "-I", "include", cwd=demo.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "rows is an array of 3 ints",
        "ready is a bool",
        "names is a static array of 3 pointers to char",
        "first is a function taking no parameters and returning a pointer to struct shape",
    ]


def test_macros_can_be_given_and_files_can_be_several(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text("int a[N];\n")
    (tmp_path / "b.c").write_text("char b[N];\n")
    done = run("--file", "a.c", "--file", "b.c", "-DN=7", cwd=tmp_path)
    assert done.stdout == "a is an array of 7 ints\nb is an array of 7 chars\n"


def test_an_error_stands_where_the_file_has_it_whatever_the_macros_did(tmp_path: Path) -> None:
    text = "#define T int\n\n/* one */ T ok; /* two\n*/ T a; T /* three */ (b;\n"
    (tmp_path / "bad.c").write_text(text)
    done = run("--file", "bad.c", cwd=tmp_path)
    assert done.returncode == 1
    first, line, caret, _ = done.stderr.splitlines()
    assert first.startswith("bad.c:4:23: error: ")
    assert line == "  */ T a; T /* three */ (b;"
    assert caret.index("^") == line.index("(b")


def test_json_of_a_file_names_it(demo: Path) -> None:
    done = run("--json", "--file", "demo.c", "-Iinclude", cwd=demo.parent)
    (found,) = map(json.loads, done.stdout.splitlines())
    assert found["file"] == "demo.c"
    assert [d["name"] for d in found["declarations"]] == ["rows", "ready", "names", "first"]


def test_a_missing_header_is_an_error_at_its_include(demo: Path) -> None:
    done = run("--file", "demo.c", cwd=demo.parent)
    assert done.returncode == 1
    assert done.stderr.startswith("demo.c:2:10: error: own.h: No such file or directory\n")
    assert "-I" in done.stderr


def test_a_missing_file_is_an_error_and_the_others_are_read(demo: Path) -> None:
    (demo.parent / "x.c").write_text("int x;\n")
    done = run("--file", "nowhere.c", "--file", "x.c", cwd=demo.parent)
    assert (done.returncode, done.stdout) == (1, "x is an int\n")
    assert "nowhere.c:1:1: error: cannot be read: no such file or directory" in done.stderr


def test_a_file_that_is_not_utf8_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "latin.c").write_bytes(b"int x;\nint caf\xe9;\nint y;\n")
    done = run("--file", "latin.c", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("latin.c:2:8: error: byte 0xe9 is not UTF-8\n")
    assert done.stdout.startswith("x is an int\n")
    assert done.stdout.endswith("y is an int\n")


def test_a_byte_in_a_comment_or_a_string_matters_to_nobody(tmp_path: Path) -> None:
    (tmp_path / "latin.c").write_bytes(b'int f(int x); /* caf\xe9 */\nchar s[] = "\xe9";\nint g;\n')
    done = run("--file", "latin.c", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3


def test_what_is_wrong_with_a_file_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text(
        '#include "gone.h"\n#include <no/such.h>\n#error configure first\nint f(int x);\n'
    )
    done = run("--file", "a.c", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == "f is a function taking x as an int and returning an int\n"
    assert "gone.h: No such file" in done.stderr
    assert "no/such.h: No such file" in done.stderr
    assert "configure first" in done.stderr


def test_a_file_whose_name_begins_with_a_dash_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "-x.c").write_text("int x;\n")
    done = run("--file=-x.c", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "x is an int\n")


@pytest.mark.parametrize("text", ["", "/* nothing */\n", '_Static_assert(1, "true");\n'])
def test_a_file_that_declares_nothing_is_no_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "empty.c").write_text(text)
    done = run("--file", "empty.c", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_file_may_use_gnu_extensions_unless_a_standard_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "gnu.c").write_text("int none[0];\n")
    assert run("--file", "gnu.c", cwd=tmp_path).stderr == ""
    assert "gnu.c:1:" in run("--std=c17", "--file", "gnu.c", cwd=tmp_path).stderr


def test_the_preprocessor_is_told_the_standard_under_a_name_that_it_knows(demo: Path) -> None:
    cpp = Cpp(f'# 1 "{demo}"\n')
    source_file(str(demo), ["-Iinclude"], "c23", cpp)
    assert cpp.command == ["cpp", "-std=c2x", "-Iinclude", "-"]


def test_a_line_that_a_system_macro_splits_is_put_together(tmp_path: Path) -> None:
    path = tmp_path / "f.c"
    path.write_text("int a; bool  b;\n")
    out = f'# 1 "{path}"\nint a;\n# 1 "{path}" 3 4\n       _Bool\n# 1 "{path}"\n             b;\n'
    assert source_file(str(path), [], "c23", Cpp(out)).text == "int a; _Bool b;"


def test_a_machine_without_a_preprocessor_says_so(demo: Path) -> None:
    def missing(command: Sequence[str], **_: object) -> Finished:
        raise FileNotFoundError(command[0])

    with pytest.raises(PreprocessorError, match="no C preprocessor"):
        source_file(str(demo), [], "c23", missing)


def test_a_preprocessor_that_fails_without_a_place_is_quoted(demo: Path) -> None:
    with pytest.raises(PreprocessorError) as error:
        source_file(str(demo), [], "c23", Cpp(err="cpp: out of memory\n", status=1))
    assert findings(error) == [("cpp", 1, 1, "cpp: out of memory")]


def test_line_markers_give_each_line_its_file_even_with_odd_names() -> None:
    out = '# 4 "a \\"b\\"\\\\c.h" 3\nint x;\nint y;\n# 1 "t.c" 2\nint z;'
    assert marked(out) == [
        ('a "b"\\c.h', 4, "int x;"),
        ('a "b"\\c.h', 5, "int y;"),
        ("t.c", 1, "int z;"),
    ]


@pytest.mark.parametrize(
    ("written", "seen", "column", "expected"),
    [
        ("int a;", "int a;", 5, 5),
        ("/* c */ int a;", "        int a;", 13, 13),
        ("int /* c */ a;", "int a;", 5, 13),
        ("int a, /**/ b, a;", "int a, b, a;", 11, 16),
        ("T a;", "int a;", 1, 1),
        ("int a; ", "int a;", 7, 7),
    ],
)
def test_a_column_leads_to_the_same_token_of_the_original(
    written: str, seen: str, column: int, expected: int
) -> None:
    assert SourceFile("f.c", written, seen).position(1, column) == (1, expected)


# compile_commands.json


def database(folder: Path, **entry: object) -> None:
    whole = {"directory": str(folder), "file": "src/a.c", **entry}
    (folder / "compile_commands.json").write_text(json.dumps([whole]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("src", "include", "build"):
        (tmp_path / name).mkdir()
    (tmp_path / "include" / "n.h").write_text("typedef int T;\n")
    (tmp_path / "src" / "a.c").write_text('#include "n.h"\nT *(x);\nchar y[N];\n')
    return tmp_path


def test_a_file_is_read_with_the_options_of_its_project(project: Path) -> None:
    database(project, arguments=["cc", "-Iinclude", "-DN=3", "-O2", "-c", "src/a.c"])
    done = run("--file", "src/a.c", cwd=project)
    assert (done.stderr, done.stdout) == ("", "x is a pointer to T\ny is an array of 3 chars\n")


def test_a_command_in_one_string_and_a_database_in_build_count_too(project: Path) -> None:
    entry = {
        "directory": "..",
        "file": "src/a.c",
        "command": "cc -I include -D N=4 -std=c99 src/a.c",
    }
    (project / "build" / "compile_commands.json").write_text(json.dumps([entry]))
    found = commanded(str(project / "src" / "a.c"))
    assert found.std == "c99"
    assert run("--file", "src/a.c", cwd=project).stdout.endswith("y is an array of 4 chars\n")


def test_options_of_the_command_line_come_after_those_of_the_project(project: Path) -> None:
    database(project, arguments=["cc", "-Iinclude", "-DN=3", "src/a.c"])
    done = run("-DN=5", "--file", "src/a.c", cwd=project)
    assert "y is an array of 5 chars" in done.stdout


@pytest.mark.parametrize(
    ("given", "std"),
    [
        ("-std=gnu2x", "gnu23"),
        ("-std=iso9899:1999", "c99"),
        ("-ansi", "c89"),
        ("--std=c18", "c17"),
        ("-std=c++17", None),
        ("-O2", None),
    ],
)
def test_the_projects_standard_is_understood(project: Path, given: str, std: str | None) -> None:
    database(project, arguments=["cc", given, "src/a.c"])
    assert commanded(str(project / "src" / "a.c")).std == std


def test_a_header_has_the_options_of_the_source_of_its_name(project: Path) -> None:
    (project / "src" / "a.h").write_text("char z[N];\n")
    (project / "src" / "b.h").write_text("")
    database(project, arguments=["cc", "-DN=6", "src/a.c"])
    assert commanded(str(project / "src" / "a.h")).options == ("-DN=6",)
    assert commanded(str(project / "src" / "b.h")).options == ()


def test_a_broken_database_is_an_error_with_its_place(project: Path) -> None:
    (project / "compile_commands.json").write_text('[\n  {"directory": }\n]')
    done = run("--file", "src/a.c", cwd=project)
    assert done.returncode == 1
    assert "compile_commands.json:2:17: error: " in done.stderr


def test_a_file_needs_no_flags_for_headers_that_pkg_config_knows(tmp_path: Path) -> None:
    (tmp_path / "inc").mkdir()
    (tmp_path / "inc" / "its-own.h").write_text("#define N 8\n")
    description = f"Name: own\nDescription: own\nVersion: 1\nCflags: -I{tmp_path}/inc\n"
    (tmp_path / "own.pc").write_text(description)
    (tmp_path / "p.c").write_text("#include <its-own.h>\nint a[N];\n")
    done = run("--file", "p.c", cwd=tmp_path, PKG_CONFIG_PATH=str(tmp_path))
    assert (done.stdout, done.stderr) == ("a is an array of 8 ints\n", "")


# What a file may hold


def test_types_that_a_files_headers_declare_are_known(project: Path) -> None:
    done = run("--file", "src/a.c", "-Iinclude", "-DN=1", cwd=project)
    assert done.stdout.splitlines()[0] == "x is a pointer to T"


def test_what_is_included_within_a_declaration_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "list.def").write_text("RED,\nGREEN,\n")
    (tmp_path / "e.c").write_text('enum e {\n#include "list.def"\n  BLUE };\nint n;\nint (\n')
    done = run("--file", "e.c", cwd=tmp_path)
    assert done.stdout == "enum e has constants (RED, GREEN, BLUE)\nn is an int\n"
    assert done.stderr.startswith("e.c:5:5: error: ")


def test_bodies_may_hold_anything(tmp_path: Path) -> None:
    (tmp_path / "b.c").write_text(
        """\
int a(void) { return ({ int x = 1; x; }); }
void b(void) { __asm__ volatile ("nop" : : "r"(1) : "memory"); }
__asm__(".globl x");
void c(void) { [](auto x) { @nonsense; if (x { ] } } }
old(a, b) int a; char *b; { goto *&&label; label: ; }
static const struct { int n; } table[] = { { 1 }, { .n = 2 } };
int last;
"""
    )
    done = run("--file", "b.c", cwd=tmp_path)
    lines = done.stdout.splitlines()
    names = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert names == ["a", "b", "c", "old", "table", "last"]
    assert [line for line in lines if line.startswith(" ")] == ["    x is an int"]
    assert (done.returncode, done.stderr.count(" error: ")) == (0, 0)


def test_a_word_that_headers_define_for_other_compilers_is_a_type() -> None:
    done = run("typedef float _Float32; extern _Float32 f(_Float32 x);")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "_Float32 is a typedef for a float"


def test_a_finding_about_a_file_needs_no_line_to_show() -> None:
    with pytest.raises(PreprocessorError) as error:
        source_file("nowhere.c", [], "c23", Cpp())
    ((name, problem),) = error.value.findings
    text = finding_text((name, 1, 1), problem, ("", 1, 1), Look())
    assert text.splitlines() == [
        "nowhere.c:1:1: error: cannot be read: no such file or directory",
        "  is the name right?",
    ]


def test_what_is_included_for_what_it_declares_is_read(tmp_path: Path) -> None:
    (tmp_path / "twice.h").write_text(
        '#ifndef PASS\n#define PASS 1\n#include "twice.h"\n#undef PASS\n#define PASS 2\n'
        '#include "twice.h"\n#else\n#define JOIN_(a, b) a##b\n#define JOIN(a, b) JOIN_(a, b)\n'
        "static int JOIN(f, PASS)(int x)\n{\nreturn x;\n}\n#endif\n",
        encoding="utf-8",
    )
    done = run("--file", "twice.h", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said = "is a static function taking x as an int and returning an int"
    assert done.stdout == f"f1 {said}\nf2 {said}\n"
    (tmp_path / "list.def").write_text("X(a)\nX(b)\n", encoding="utf-8")
    (tmp_path / "part.h").write_text('"b" "c"\n', encoding="utf-8")
    (tmp_path / "name.h").write_text("hidden\n", encoding="utf-8")
    (tmp_path / "own.h").write_text("int own;\n", encoding="utf-8")
    (tmp_path / "a.c").write_text(
        '#include "own.h"\n#define X(n) extern int n;\n#include "list.def"\nint after;\n'
        'const char t[] = "a"\n#include "part.h"\n;\nint\n#include "name.h"\n;\nint last;\n',
        encoding="utf-8",
    )
    told = run("--file", "a.c", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == [
        "a is an extern int", "b is an extern int", "after is an int",
        "t is an array of 4 const chars", "hidden is an int", "last is an int",
    ]  # fmt: skip
    text = source_file(str(tmp_path / "a.c"), []).text.split("\n")
    assert text[2] == "extern int a; extern int b;"
    assert text[10] == "int last;"


def test_a_macro_that_hides_a_function_is_told_before_it() -> None:
    macro, function = run("lookup", "tgmath.h", "sqrt").stdout.split("\n/usr")
    assert "sqrt is a macro with the parameter Val" in macro
    assert "sqrt is an extern function taking __x as a double" in function
