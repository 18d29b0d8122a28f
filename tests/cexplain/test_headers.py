"""Files and headers: what the system's preprocessor leaves, and where it came from."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cexplain.compile_commands import commanded
from cexplain.lookup import lookup
from cexplain.packages import flags_for
from cexplain.preprocessed import PreprocessorError, SourceFile, marked, source_file
from cexplain.processes import Finished
from cexplain.terminal import Look, finding_text
from support.command import run

DEMO = """\
#include <stdbool.h>
#include "own.h"
#define ROWS 3
/* a comment */ int rows[ROWS]; bool ready;

static char *names[ROWS] = { "a", "b", "c" };
struct shape *first(void)
{
    return 0;
}
"""


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    (tmp_path / "include").mkdir()
    (tmp_path / "include" / "own.h").write_text("struct shape { int sides; };\nint hidden;\n")
    path = tmp_path / "demo.c"
    path.write_text(DEMO)
    return path


class Cpp:
    """Stands in for the preprocessor: answers with what it is given, and remembers the command."""

    def __init__(self, out: str = "", err: str = "", status: int = 0) -> None:
        self.finished = Finished(status, out.encode(), err.encode())
        self.command: list[str] = []

    def __call__(self, command: Sequence[str], **_: object) -> Finished:
        self.command = list(command)
        return self.finished


def findings(error: pytest.ExceptionInfo[PreprocessorError]) -> list[tuple[str, int, int, str]]:
    return [(name, d.line, d.column, d.message) for name, d in error.value.findings]


# Files


def test_every_declaration_of_a_file_is_read_and_none_of_its_headers(demo: Path) -> None:
    done = run("--file", "demo.c", "-I", "include", cwd=demo.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "rows is an array of 3 ints",
        "ready is a _Bool",
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
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("demo.c:2:10: error: own.h: No such file or directory\n")
    assert "-I" in done.stderr


def test_a_missing_file_is_an_error_and_the_others_are_read(demo: Path) -> None:
    (demo.parent / "x.c").write_text("int x;\n")
    done = run("--file", "nowhere.c", "--file", "x.c", cwd=demo.parent)
    assert (done.returncode, done.stdout) == (1, "x is an int\n")
    assert "nowhere.c:1:1: error: cannot be read: no such file or directory" in done.stderr


def test_a_file_that_is_not_utf8_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "latin.c").write_bytes(b"int x;\n// caf\xe9\n")
    done = run("--file", "latin.c", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("latin.c:2:7: error: byte 0xe9 is not UTF-8\n")


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
    cpp = Cpp()
    source_file(str(demo), ["-Iinclude"], "c23", cpp)
    assert cpp.command == ["cpp", "-std=c2x", "-Iinclude", str(demo)]


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


# Headers


def test_lookup_reads_the_declaration_of_a_real_header() -> None:
    done = run("lookup", "stdlib.h", "qsort")
    assert done.returncode == 0
    place, declaration, *_, reading = done.stdout.splitlines()
    file, line, _ = place.split(":")
    written = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert file.endswith("/stdlib.h")
    assert declaration.split() == written.split()
    assert reading.startswith("qsort is an extern function taking (")
    assert "as a size_t" in reading


@pytest.mark.parametrize(
    ("header", "name", "reading"),
    [
        ("stdio.h", "stdin", "stdin is an extern pointer to FILE\n"),
        ("stddef.h", "size_t", "size_t is a typedef for an unsigned long\n"),
        ("time.h", "tm", "struct tm has members (tm_sec as an int,"),
        ("signal.h", "SI_USER", "an enum with constants"),
        ("string.h", "strcasestr", "strcasestr is an extern function taking ("),
    ],
)
def test_lookup_finds_objects_types_tags_constants_and_extensions(
    header: str, name: str, reading: str
) -> None:
    done = run("lookup", header, name)
    assert done.returncode == 0
    assert reading.split("with", maxsplit=1)[0].split(" enum", maxsplit=1)[0] in done.stdout


def test_lookup_says_which_name_shows_only_with_gnu_source() -> None:
    assert "-D_GNU_SOURCE" in run("lookup", "string.h", "strcasestr").stderr
    assert run("lookup", "string.h", "strcpy").stderr == ""


def test_lookup_of_a_mistyped_name_says_which_was_meant() -> None:
    done = run("lookup", "stdlib.h", "qsrot")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "<input>:1:10: error: stdlib.h declares no 'qsrot'\n"
        "  stdlib.h qsrot\n"
        "           ^~~~~\n"
        "  did you mean 'qsort'?\n"
    )


def test_lookup_of_a_macro_shows_its_definition() -> None:
    done = run("lookup", "stdio.h", "EOF")
    assert done.returncode == 1
    assert "'EOF' is a macro in stdio.h: #define EOF (-1)" in done.stderr


def test_lookup_in_a_header_that_is_not_there_says_so() -> None:
    done = run("lookup", "no-such.h", "f")
    assert done.returncode == 1
    assert done.stderr.startswith("<input>:1:1: error: there is no header 'no-such.h'\n")


def test_lookup_searches_folders_and_paths_of_ones_own(demo: Path) -> None:
    folder = demo.parent
    for arguments in (("-Iinclude", "lookup", "own.h"), ("lookup", "include/own.h")):
        done = run(*arguments, "hidden", cwd=folder)
        assert done.stdout == "include/own.h:2:\n    int hidden;\nhidden is an int\n", done.stderr


def test_lookup_shows_one_declarator_of_several_and_each_reading_once() -> None:
    out = (
        '# 1 "h.h"\nextern int a, *b;\nextern int *b;\nint f(void) { int b; return 0; }\nchar c;\n'
    )
    (found,) = lookup("h.h", "b", [], "gnu23", Cpp(out))
    assert [reading.prose for reading in found.explanation.readings] == [
        "b is an extern pointer to int"
    ]
    assert (found.file, found.line) == ("h.h", 1)
    (last,) = lookup("h.h", "c", [], "gnu23", Cpp(out))
    assert (last.explanation.source, last.line) == ("char c;", 4)


def test_a_finding_about_a_file_needs_no_line_to_show() -> None:
    with pytest.raises(PreprocessorError) as error:
        source_file("nowhere.c", [], "c23", Cpp())
    ((name, problem),) = error.value.findings
    text = finding_text((name, 1, 1), problem, ("", 1, 1), Look())
    assert text.splitlines() == [
        "nowhere.c:1:1: error: cannot be read: no such file or directory",
        "  is the name right?",
    ]


def test_expand_follows_typedefs_to_what_they_really_are() -> None:
    done = run("lookup", "--expand", "signal.h", "sighandler_t")
    assert done.stdout.splitlines()[-2:] == [
        "sighandler_t is a typedef for a __sighandler_t",
        "sighandler_t is a typedef for a pointer to a function taking an int and returning nothing",
    ]


def test_expand_keeps_tags_and_says_nothing_twice() -> None:
    out = """# 1 "h.h"
typedef struct node { struct node *next; } node;
typedef node *list;
typedef union { int i; } bare;
typedef list const row[3];
extern row rows;
bare f(list (*g)(bare *));
int plain;
"""

    def meant(name: str) -> str | None:
        (found,) = lookup("h.h", name, [], "gnu23", Cpp(out), expand=True)
        return found.meant.readings[0].prose if found.meant else None

    assert meant("rows") == "rows is an extern array of 3 const pointers to struct node"
    assert meant("f") == (
        "f is a function taking (g as a pointer to a function taking a pointer to bare"
        " and returning a pointer to struct node) and returning a bare"
    )
    assert meant("plain") is None


def test_a_typedef_that_names_itself_is_not_followed_forever() -> None:
    out = '# 1 "h.h"\ntypedef struct t t;\ntypedef t t;\ntypedef u v;\ntypedef v u;\nu *p;\n'
    (found,) = lookup("h.h", "p", [], "gnu23", Cpp(out), expand=True)
    assert found.meant is None or found.meant.readings[0].prose == "p is a pointer to u"


def test_lookup_offers_the_nearest_names_that_the_header_declares() -> None:
    out = '# 1 "h.h"\nint colour_of(int color_on);\nint colour_on;\n#define colour_off 1\n'
    with pytest.raises(PreprocessorError) as error:
        lookup("h.h", "colour_ov", [], "gnu23", Cpp(out))
    ((_, problem),) = error.value.findings
    assert problem.advice == "did you mean 'colour_of', 'colour_on' or 'colour_off'?"


def test_one_declaration_that_cannot_be_read_hides_no_other_of_a_header() -> None:
    out = '# 7 "h.h"\nint broken(int a;\nextern int x[3}];\nextern int good;\nweird (stuff] here;\nint f(a) int a; { return ({ 1; }); }\nextern char last;\n'
    for name, line in (("good", 9), ("f", 11), ("last", 12)):
        (found,) = lookup("h.h", name, [], "gnu17", Cpp(out))
        assert found.line == line


def test_a_header_that_only_pkg_config_knows_is_found(tmp_path: Path) -> None:
    (tmp_path / "inc").mkdir()
    (tmp_path / "inc" / "mine.h").write_text("")
    (tmp_path / "mine.pc").write_text("root=/nowhere\nCflags: -I${pcfiledir}/inc\n")
    (tmp_path / "other.pc").write_text("Cflags: -I/nowhere\n")

    def answer(command: Sequence[str], **_: object) -> Finished:
        if command[:2] == ["pkg-config", "--variable=pc_path"]:
            return Finished(0, f"{tmp_path}\n".encode(), b"")
        assert command == ["pkg-config", "--cflags", "mine"]
        return Finished(0, b"-I/from/pkg-config -DX\n", b"")

    assert flags_for("mine.h", answer) == ("-I/from/pkg-config", "-DX")
    assert flags_for("nobodys.h", answer) == ()


def test_without_pkg_config_a_header_is_just_not_found() -> None:
    def missing(command: Sequence[str], **_: object) -> Finished:
        raise FileNotFoundError(command[0])

    assert flags_for("mine.h", missing) == ()


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
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert names == ["a", "b", "c", "old", "table", "last"]
    assert (done.returncode, done.stderr.count(" error: ")) == (0, 0)


def test_a_word_that_headers_define_for_other_compilers_is_a_type() -> None:
    done = run("typedef float _Float32; extern _Float32 f(_Float32 x);")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "_Float32 is a typedef for a float"


# English


def test_declare_writes_the_c() -> None:
    done = run("declare", "fp as pointer to function (int) returning pointer to char")
    assert (done.returncode, done.stdout, done.stderr) == (0, "char *(*fp)(int);\n", "")


def test_english_needs_no_quotes() -> None:
    assert run("declare", "x", "is", "a", "pointer", "to", "int").stdout == "int *x;\n"


def test_cast_writes_the_c() -> None:
    done = run("cast", "p into pointer to const char")
    assert (done.returncode, done.stdout) == (0, "(const char *)p\n")


def test_declare_reads_lines_and_goes_on_after_a_bad_one() -> None:
    done = run("declare", "-", stdin="x is an int\ny is a pointre to int\nz is a char\n")
    assert (done.returncode, done.stdout) == (1, "int x;\nchar z;\n")
    assert done.stderr.startswith("<input>:2:8: error: ")


def test_json_of_english_has_the_english_and_the_c() -> None:
    (found,) = map(json.loads, run("--json", "declare", "x is an int").stdout.splitlines())
    assert (found["input"], found["c"]) == ("x is an int", "int x;")
    assert found["declarations"][0]["reading"] == "x is an int"


def test_what_declare_writes_can_be_read_and_declared_again() -> None:
    prose = "fp is a pointer to a function taking (an int, a pointer to float) and returning an int"
    c = run("declare", "-", stdin=prose).stdout
    assert run("-", stdin=c).stdout == f"{prose}\n"


def test_a_picture_of_declared_c_can_be_drawn(tmp_path: Path) -> None:
    done = run("--svg", str(tmp_path / "p.svg"), "declare", "p as pointer to int")
    assert done.returncode == 0
    assert "How to read p" in (tmp_path / "p.svg").read_text()
