"""Headers: a name's declaration is found where it stands, read, and followed through typedefs."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cexplain.files.lookup import lookup
from cexplain.files.packages import flags_for
from cexplain.files.preprocessed import PreprocessorError
from cexplain.processes import Finished
from support.command import run
from support.sources import Cpp, write_demo


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return write_demo(tmp_path)


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


def test_lookup_of_a_macro_names_the_function_that_it_stands_for() -> None:
    done = run("lookup", "zlib.h", "deflateInit")
    assert done.returncode == 1
    assert "look up 'deflateInit_', which it stands for" in done.stderr


def test_lookup_of_a_macro_shows_its_definition() -> None:
    done = run("lookup", "stdio.h", "EOF")
    assert done.returncode == 0
    assert done.stdout == "stdio.h:\n    #define EOF (-1)\nEOF is a macro, (-1): an int\n"


@pytest.mark.parametrize(
    ("header", "name", "said"),
    [
        ("time.h", "struct tm", "struct tm has members (tm_sec as an int"),
        ("time.h", "tm_year", "tm_year is a member of struct tm: an int"),
        ("time.h", "tm.tm_year", "tm_year is a member of struct tm: an int"),
        ("dirent.h", "d_name", "d_name is a member of struct dirent: an array of 256 chars"),
        ("limits.h", "INT_MAX", "INT_MAX is a macro, 0x7fffffff (2147483647): an int"),
        ("stdint.h", "UINT32_MAX", "(4294967295U): an unsigned int"),
        ("stdio.h", "NULL", "NULL is a macro, ((void *)0): a pointer to void"),
        (
            "time.h",
            "CLOCKS_PER_SEC",
            "CLOCKS_PER_SEC is a macro, ((__clock_t) 1000000): a __clock_t",
        ),
        ("math.h", "M_PI", "M_PI is a macro, 3.14159265358979323846: a double"),
        ("fcntl.h", "O_CREAT", "O_CREAT is a macro, 0100 (64): an int"),
        ("sys/socket.h", "SOCK_STREAM", "a constant of enum __socket_type, 1: an int"),
        ("stdio", "printf", "printf is an extern function taking"),
        ("<stdio.h>", "puts", "puts is an extern function taking"),
        ("#include <stdio.h>", "puts", "puts is an extern function taking"),
        ("time.h", "struct tm tm_year", "tm_year is a member of struct tm: an int"),
        ("stdio.h", "printf()", "printf is an extern function taking"),
        ("stdio.h", "printf(3)", "printf is an extern function taking"),
        ("stdio.h", "FILE *", "FILE is a typedef for a struct _IO_FILE"),
        ("stdlib.h", "void *malloc(size_t)", "malloc is an extern function taking"),
        ("string.h", "strlen;", "strlen is an extern function taking"),
        ("dirent.h", "struct dirent *", "struct dirent has members (d_ino"),
        ("dirent.h", "d_name[256]", "d_name is a member of struct dirent"),
        ("errno.h", "errno", "errno is a macro, (*__errno_location ()): an int"),
        ("math.h", "INFINITY", "INFINITY is a macro, (__builtin_inff ()): a float"),
        ("inttypes.h", "PRIu64", 'PRIu64 is a macro that stands for __PRI64_PREFIX "u"'),
        (
            "stdarg.h",
            "va_arg",
            "va_arg is a macro with the parameters v and l that stands for __builtin_va_arg(v,l)",
        ),
        ("sys/stat.h", "S_ISDIR", "S_ISDIR is a macro with the parameter mode that stands for"),
        ("stdlib.h", "malloc,free", "free is an extern function taking"),
        ("stdint.h", "uint*_t", "uint64_t is a typedef for"),
        ("signal.h", "SIGA*", "SIGALRM is a macro, 14: an int"),
    ],
)
def test_lookup_answers_what_people_type(header: str, name: str, said: str) -> None:
    done = run("lookup", header, name)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout


def test_a_tag_that_is_asked_for_by_its_keyword_is_no_function_of_its_name() -> None:
    out = '# 1 "h.h"\nstruct stat { int st_mode; };\nint stat(struct stat *buf);\n'
    (tag,) = lookup("h.h", "struct stat", [], "gnu23", Cpp(out))
    assert tag.explanation.readings[0].prose == "struct stat has members (st_mode as an int)"
    assert len(lookup("h.h", "stat", [], "gnu23", Cpp(out))) == 2


def test_a_pattern_finds_what_is_declared_and_no_parameter_or_private_name() -> None:
    out = (
        '# 1 "h.h"\nint apple(int apricot);\nenum { apex = 3 };\nstruct ape { int apart; };\n'
        "int _apse;\n#define apt 7\n"
    )
    found = lookup("h.h", "ap*", [], "gnu23", Cpp(out))
    assert [one.explanation.readings[0].prose.split()[0] for one in found] == [
        "struct", "an", "apple", "apt",
    ]  # fmt: skip
    assert [one.line for one in lookup("h.h", "_ap?e", [], "gnu23", Cpp(out))] == [4]


def test_a_name_alone_is_looked_up_in_the_header_that_has_it() -> None:
    assert run("lookup", "printf").stdout == run("lookup", "stdio.h", "printf").stdout != ""
    assert run("lookup", "no_such_name").returncode == 2


def test_a_keyword_is_told_to_be_one() -> None:
    assert (
        "'int' is a keyword of C: no header declares it" in run("lookup", "stdio.h", "int").stderr
    )


def test_lookup_in_the_wrong_header_names_the_right_one() -> None:
    done = run("lookup", "stdio.h", "strchr")
    assert done.returncode == 1
    assert "string.h declares it" in done.stderr


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
    out = """# 7 "h.h"
int broken(int a;
extern int x[3}];
extern int good;
weird (stuff] here;
int f(a) int a; { return ({ 1; }); }
extern char last;
"""
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

    assert flags_for("mine.h", answer) == ("-I", "/from/pkg-config", "-DX")
    assert flags_for("nobodys.h", answer) == ()


def test_without_pkg_config_a_header_is_just_not_found() -> None:
    def missing(command: Sequence[str], **_: object) -> Finished:
        raise FileNotFoundError(command[0])

    assert flags_for("mine.h", missing) == ()
