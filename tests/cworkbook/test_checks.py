"""Every check, with a program that passes it and one that does not; real compilers judge."""

from pathlib import Path

import pytest

from cworkbook import execute
from cworkbook.checks import CHECKS
from support.proving import Book


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """Return an empty book."""
    return Book(tmp_path)


GCC = "//@ do: run\n//@ compilers: gcc\n"
COMPILE = "//@ do: compile\n//@ compilers: gcc\n"
HELLO = '#include <stdio.h>\nint main(void) { puts("hello"); }\n'
SPIN = "int main(void) { for (;;) { } }\n"
PAUSE = "#include <unistd.h>\nint main(void) { return pause(); }\n"
LATE = "#include <unistd.h>\nint main(void) { return sleep(2); }\n"
ADD = "int add(int a, int b) { return a + b; }\n"
WAIT = "int flag;\nvoid wait(void) { while (!flag) { } }\n"
LEAK = "#include <stdlib.h>\nint main(void) { return malloc(9) == 0; }\n"
FREED = "#include <stdlib.h>\nint main(void) { free(malloc(9)); }\n"
O2 = "//@ levels: -O2\n"

CASES: dict[str, tuple[str, str, str]] = {
    "build": (
        COMPILE + ADD,
        COMPILE + "//@ options: -no-such-option\n" + ADD,
        "unrecognized command-line option",
    ),
    "output": (
        GCC + "//@ output: hello\n" + HELLO,
        GCC + "//@ output: goodbye\n" + HELLO,
        "program.c:3: standard output is not the announced one\n"
        "    expected:\n        goodbye\n    got:\n        hello",
    ),
    "final newline": (
        GCC
        + "//@ output: a\n//@ final-newline: no\n"
        + '#include <stdio.h>\nint main(void) { printf("a"); }\n',
        GCC + '//@ output: a\n#include <stdio.h>\nint main(void) { printf("a"); }\n',
        "advice: only the last newline is missing",
    ),
    "output-contains": (
        GCC + "//@ output-contains: ^h.*o$\n" + HELLO,
        GCC + "//@ output-contains: ^ello\n" + HELLO,
        "program.c:3: standard output has nothing that matches",
    ),
    "stderr-contains": (
        GCC
        + '//@ stderr-contains: ^oh\n#include <stdio.h>\nint main(void) { fputs("oh", stderr); }\n',
        GCC + "//@ stderr-contains: oh\n" + HELLO,
        "program.c:3: standard error has nothing that matches",
    ),
    "exit": (
        GCC + "//@ exit: 3\nint main(void) { return 3; }\n",
        GCC + "int main(void) { return 3; }\n",
        "the program ended with status 3, not 0",
    ),
    "exit by a signal": (
        GCC + "//@ exit: SIGABRT\n#include <stdlib.h>\nint main(void) { abort(); }\n",
        GCC + "//@ exit: SIGABRT\nint main(void) { return 1; }\n",
        "program.c:3: the program ended with status 1, not SIGABRT",
    ),
    "exit with anything but 0": (
        GCC + "//@ exit: nonzero\nint main(void) { return 9; }\n",
        GCC + "//@ exit: nonzero\nint main(void) { return 0; }\n",
        "ended with status 0, not nonzero",
    ),
    "hangs": (
        GCC + "//@ hangs: 300ms\n" + SPIN,
        GCC + "//@ hangs: 1s\n" + LATE,
        "program.c:3: the program ended with status 0; it must still be running after 1 s",
    ),
    "timeout": (
        GCC + "//@ timeout: 5s\n" + HELLO,
        GCC + "//@ timeout: 300ms\n" + SPIN,
        "program.c:3: the program was still running after 300ms of a processor's time",
    ),
    "stdin and args": (
        GCC
        + "//@ stdin: in\n//@ args: 'a b' c\n//@ output: a b in 3\n"
        + '#include <stdio.h>\nint main(int n, char **v) { char s[9]; scanf("%8s", s); '
        + 'printf("%s %s %d\\n", v[1], s, n); }\n',
        GCC + "//@ args: a\nint main(int n, char **v) { (void)v; return n; }\n",
        "ended with status 2, not 0",
    ),
    "warning": (
        COMPILE
        + '//@ options: -Wall\nint f(void) { return "a"; }  //~ warning: [-Wint-conversion]\n',
        COMPILE + '//@ options: -Wall\nint f(void) { return "a"; }\n',
        "program.c:4: gcc gives an unannounced warning",
    ),
    "an announcement that is not fulfilled": (
        COMPILE + ADD,
        COMPILE + "int x;  //~ warning: [-Wint-conversion]\n",
        "program.c:3: the announced warning did not come",
    ),
    "error": (
        COMPILE + "int g[3](void);  //~ error: array of functions\n",
        COMPILE + "int g[3](void);  //~ warning: array of functions\n",
        "gives an unannounced error",
    ),
    "error of a program that is not run": (
        GCC + "//@ output: x\nint main(void) { return y; }  //~ error: undeclared\n",
        GCC + "int main(void) { return y; }\n",
        "advice: mend the line, or announce it there: //~ error:",
    ),
    "note": (
        COMPILE + "int x;  //~ note: previous\nint *x;  //~ error: conflicting types\n",
        COMPILE + "int x;  //~ note: nothing\nint *x;  //~ error: conflicting types\n",
        "program.c:3: the announced note did not come",
    ),
    "diagnostic": (
        "//@ do: link\n//@ diagnostic: error: undefined reference to `f'\n"
        "int f(void);\nint main(void) { return f(); }\n",
        "//@ do: link\nint f(void);\nint main(void) { return f(); }\n",
        "//@ diagnostic: error: undefined reference to",
    ),
    "scan-assembler": (
        COMPILE + O2 + "//@ scan-assembler: ^add:\\n\\tleal\\t\n" + ADD,
        COMPILE + O2 + "//@ scan-assembler: imull\n" + ADD,
        "program.c:4: the assembly has nothing that matches",
    ),
    "scan-assembler-not": (
        COMPILE + O2 + "//@ scan-assembler-not: call\n" + ADD,
        COMPILE + O2 + "//@ scan-assembler-not: ret\n" + ADD,
        "program.c:4: the assembly has what it must not have: ret",
    ),
    "load-in-loop": (
        "//@ do: assemble\n//@ levels: -O0\n//@ load-in-loop: wait\n" + WAIT,
        "//@ do: assemble\n//@ levels: -O2\n//@ load-in-loop: wait\n" + WAIT,
        "program.c:3: no loop in 'wait' reads memory in every round",
    ),
    "no-load-in-loop": (
        "//@ do: assemble\n//@ levels: -O2\n//@ no-load-in-loop: wait\n" + WAIT,
        "//@ do: assemble\n//@ levels: -O0\n//@ no-load-in-loop: wait\n" + WAIT,
        "program.c:3: a loop in 'wait' reads memory in every round",
    ),
    "a function that is not there": (
        "//@ do: assemble\n//@ load-in-loop: wait\n" + WAIT,
        "//@ do: assemble\n//@ load-in-loop: weit\n" + WAIT,
        "there is no function 'weit' in the object file; it has: wait",
    ),
    "reads": (
        COMPILE + "char *str[10];\n//~ reads: str is an array of 10 pointers to char\n",
        COMPILE + "char *str[10];\n//~ reads: str is a pointer to an array of 10 chars\n",
        "program.c:4: cexplain reads this declaration otherwise",
    ),
    "reads a declaration of several lines": (
        COMPILE + "int a;\nint f(char *p,\n      int n);\n"
        "//~ reads: f is a function taking (p as a pointer to char, n as an int) "
        "and returning an int\n",
        COMPILE + "int a;\nint f(int,\n      int);\n//~ reads: f is an int\n",
        "program.c:6: cexplain reads this declaration otherwise",
    ),
    "reads what is no declaration": (
        COMPILE + "int x;  //~ reads: x is an int\n",
        COMPILE + "int f(int x) { if (x) return 1;\n  else return 2;  //~ reads: x is an int\n}\n",
        "program.c:4: this line cannot be read as a declaration",
    ),
    "sanitize": (
        GCC + "//@ sanitize: address\n//@ exit: 1\n//@ stderr-contains: heap-use-after-free\n"
        "#include <stdlib.h>\nint main(void) { volatile char *p = malloc(9); "
        "free((void *)p); return p[0]; }\n",
        GCC + "//@ sanitize: undefined\n//@ options: -w\nint main(int n, char **v) "
        "{ (void)v; return n << 40; }\n",
        "runtime error: shift exponent 40",
    ),
    "valgrind: all-freed": (
        GCC + "//@ valgrind: all-freed none-lost no-errors\n" + FREED,
        GCC + "//@ valgrind: all-freed\n" + LEAK,
        "valgrind does not confirm 'all-freed': 9 bytes in 1 blocks are still allocated at the end",
    ),
    "valgrind: leaks": (
        GCC + "//@ valgrind: leaks\n" + LEAK,
        GCC + "//@ valgrind: leaks\n" + FREED,
        "valgrind does not confirm 'leaks': 0 bytes in 0 blocks are definitely lost",
    ),
    "preprocess": (
        "//@ do: preprocess\n//@ output-contains: ^2 \\+ 3$\n#define A 2\nA + 3\n",
        "//@ do: preprocess\n//@ output: 3\n#define A 2\nA\n",
        "program.c:2: standard output is not the announced one",
    ),
    "libraries": (
        GCC + "//@ libraries: -lm\n#include <math.h>\n"
        "int main(int n, char **v) { (void)v; return cbrt(n) != 1.0; }\n",
        GCC + "//@ libraries: -lno_such\n" + HELLO,
        "cannot find -lno_such",
    ),
    "endless output": (
        GCC + "//@ output: hello\n" + HELLO,
        GCC + '#include <stdio.h>\nint main(void) { for (;;) puts("hello"); }\n',
        "the program wrote more than 8 MiB and was ended",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_program_that_does_what_it_says_passes(made: Book, name: str) -> None:
    assert made.failures(CASES[name][0]) == []


@pytest.mark.parametrize("name", CASES)
def test_a_program_that_does_not_fails_and_says_how(made: Book, name: str) -> None:
    found = "\n".join(made.failures(CASES[name][1]))
    assert CASES[name][2] in found
    assert found.startswith("snippets/chapter/program.c:")
    assert "advice: " in found


def test_a_program_that_waits_has_not_used_its_time(
    made: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made.failures(GCC + "//@ timeout: 1s\n" + LATE) == []
    monkeypatch.setattr(execute, "WAITING", 1)
    (failure,) = made.failures(GCC + "//@ timeout: 100ms\n" + PAUSE)
    said = "program.c:3: the program waited until the clock ended it, and had not used 100ms"
    assert said in failure


def test_a_program_that_waits_is_not_seen_to_hang(
    made: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execute, "LONGEST", 1.0)
    (failure,) = made.failures(GCC + "//@ hangs: 1s\n" + PAUSE)
    assert "program.c:3: the program waited until the clock ended it" in failure
    assert "alarm(1)" in failure


def test_every_check_has_a_case_that_fails() -> None:
    titles = {"diagnostics": "warning", "valgrind": "valgrind: leaks"}
    assert [name for name in CHECKS if titles.get(name, name) not in CASES] == []


def test_a_selector_gives_each_compiler_its_own_announcement(made: Book) -> None:
    text = (
        "//@ do: compile\n//@ compilers: gcc clang clang-19\nint f(void)[3];\n"
        "//~[gcc] error: declared as function returning an array\n"
        "//~[clang*] error: function cannot return array type\n"
    )
    assert made.failures(text) == []
    assert len(made.failures(text.replace("[clang*]", "[clang]"))) == 1


def test_a_selector_gives_each_level_its_own_outcome(made: Book) -> None:
    text = (
        "//@ do: run\n//@ compilers: gcc\n//@ levels: -O0 -O2\n//@ output: unoptimised\n"
        "//@ output[-O2]: optimised\n//@ exit[-O2]: 7\n#include <stdio.h>\nint main(void) {\n"
        '#ifdef __OPTIMIZE__\n  puts("optimised"); return 7;\n#else\n  puts("unoptimised");\n'
        "#endif\n}\n"
    )
    assert made.failures(text) == []
    assert len(made.failures(text.replace("exit[-O2]", "exit[-O0]"))) == 2


def test_standards_are_spelled_as_each_compiler_wants_them(made: Book) -> None:
    text = "//@ do: compile\n//@ std: gnu89 gnu99 c23\n//@ compilers: gcc clang clang-19\nint x;\n"
    proofs = made.prove(text)
    assert [f for proof in proofs.values() for f in proof.failures] == []
    assert proofs["gcc-c23-O0"].run.command == "gcc -std=c2x -O0 -S program.c"
    assert proofs["clang-19-c23-O0"].run.command == "clang-19 -std=c23 -O0 -S program.c"


def test_arm_programs_run_under_qemu(made: Book) -> None:
    text = (
        "//@ do: run\n//@ compilers: arm-gcc\n//@ output: 4\n#include <stdio.h>\n"
        'int main(void) { printf("%d\\n", (int)sizeof(void *)); }\n'
    )
    assert made.failures(text) == []


def test_loops_are_seen_in_arm_code_too(made: Book) -> None:
    header = (
        "//@ do: assemble\n//@ compilers: gcc clang clang-19 arm-gcc\n//@ levels: -O0 -O2\n"
        "//@ no-load-in-loop[-O2]: plain\n//@ load-in-loop[-O0]: plain\n//@ load-in-loop: both\n"
    )
    code = (
        "int flag;\nvoid plain(void) { while (!flag) { } }\n"
        "void both(volatile int *p) { while (!*p) { } }\n"
    )
    assert made.failures(header + code) == []


def test_a_script_is_run_by_its_interpreter_in_a_folder_of_its_own(made: Book) -> None:
    text = (
        "#!/bin/sh\n#@ do: run\n#@ output: 1\n#@ exit: 2\ntouch made\nls | grep -c made\nexit 2\n"
    )
    assert made.failures(text, "chapter/hello.sh") == []
    assert not (made.root / "snippets/chapter/made").exists()


def test_the_files_of_a_folder_are_linked_and_their_warnings_announced(made: Book) -> None:
    made.write("snippets/chapter/two/other.c", "int other(void) { return 1; }\n")
    made.write(
        "snippets/chapter/two/main.c", "int other(void);\nint main(void) { return other(); }\n"
    )
    header = "#@ do: run\n#@ files: main.c other.c\n#@ exit: 1\n#@ options: -Wmissing-prototypes\n"
    found = made.failures(header, "chapter/two/snippet")
    assert len(found) == 2
    assert all(f.startswith("snippets/chapter/two/other.c:1: ") for f in found)
    made.write(
        "snippets/chapter/two/other.c",
        "int other(void) { return 1; }  //~ warning: [-Wmissing-prototypes]\n",
    )
    assert made.failures(header, "chapter/two/snippet") == []


def test_a_folder_may_say_in_a_script_how_it_is_made(made: Book) -> None:
    made.write("snippets/chapter/two/one.c", "int one;\n")
    header = (
        "#@ do: run\n#@ files: one.c\n#@ output: one\n#@ script:\n"
        "#| $CC $CFLAGS -c one.c\n#| nm one.o | sed 's/.* //'\n"
    )
    assert made.failures(header, "chapter/two/snippet") == []
    assert sorted(p.name for p in (made.root / "snippets/chapter/two").iterdir()) == [
        "one.c",
        "snippet",
    ]


def test_a_script_sees_xs_files_without_lines_of_marks(made: Book) -> None:
    made.write("snippets/chapter/glue/one.xs", "int one;\n//@ section: x\nint two;\n//@ end: x\n")
    header = (
        "#@ do: run\n#@ files: one.xs\n#@ compilers: gcc\n#@ output:\n"
        "#| 1:int one;\n#| 2:\n#| 3:int two;\n#| 4:\n#@ script: grep -n '' one.xs\n"
    )
    assert made.failures(header, "chapter/glue/snippet") == []
