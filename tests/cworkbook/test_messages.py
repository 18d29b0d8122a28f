"""What compilers, linkers and sanitizers write, as data that does not change from run to run."""

from cworkbook.messages import normal_stderr, parse
from cworkbook.records import CompilerDiagnostic


def test_gcc_s_json_gives_messages_and_those_that_belong_to_them() -> None:
    text = (
        '[{"kind": "warning", "option": "-Wx", "message": "m", "locations": '
        '[{"caret": {"file": "a.c", "line": 2, "column": 5}}], "children": '
        '[{"kind": "note", "message": "n", "locations": '
        '[{"caret": {"file": "b.h", "line": 1, "column": 1}}]}]}]\n'
    )
    assert parse(text, "gcc", "a.c") == (
        (
            CompilerDiagnostic(2, 5, "warning", "m", "-Wx"),
            CompilerDiagnostic(1, 1, "note", "n", "", "b.h"),
        ),
        "",
    )


def test_clang_s_text_gives_the_same() -> None:
    text = (
        "In file included from a.c:1:\n"
        "b.h:1:2: fatal error: 'c.h' file not found\n"
        "a.c:4:7: warning: x [maybe] y [-Werror,-Wfoo]\n"
        "clang: warning: argument unused during compilation: '-lm' [-Wunused]\n"
        "2 warnings generated.\n"
    )
    assert parse(text, "clang", "a.c") == (
        (
            CompilerDiagnostic(1, 2, "error", "'c.h' file not found", "", "b.h"),
            CompilerDiagnostic(4, 7, "warning", "x [maybe] y", "-Werror,-Wfoo"),
            CompilerDiagnostic(
                0, 0, "warning", "argument unused during compilation: '-lm'", "-Wunused"
            ),
        ),
        "",
    )


def test_what_gcc_s_driver_says_is_a_message_though_it_is_no_json() -> None:
    text = (
        "gcc: error: unrecognized command-line option '-fx'\n"
        "arm-linux-gnueabihf-gcc: warning: '-x' after last input file has no effect\n"
    )
    assert parse(text, "gcc", "a.c") == (
        (
            CompilerDiagnostic(0, 0, "error", "unrecognized command-line option '-fx'"),
            CompilerDiagnostic(0, 0, "warning", "'-x' after last input file has no effect"),
        ),
        "",
    )


def test_a_linker_s_message_loses_the_place_in_the_object_file() -> None:
    text = (
        "/usr/bin/ld: /tmp/ccXYZ.o: in function `main':\n"
        "main.c:(.text+0x9): undefined reference to `f'\n"
        "/usr/bin/ld: main.c:(.text+0x19): undefined reference to `g'\n"
        "/usr/bin/ld: cannot find -lz: No such file or directory\n"
        "collect2: error: ld returned 1 exit status\n"
    )
    assert parse(text, "gcc", "main.c") == (
        (
            CompilerDiagnostic(0, 0, "error", "undefined reference to `f'"),
            CompilerDiagnostic(0, 0, "error", "undefined reference to `g'"),
            CompilerDiagnostic(0, 0, "error", "cannot find -lz: No such file or directory"),
        ),
        "",
    )


def test_an_assembler_s_message_about_the_compiler_s_output_names_no_line() -> None:
    text = (
        "/t/cc.s: Assembler messages:\n"
        "/t/cc.s:12: Error: no such instruction: `x'\n"
        "a.S:3: Warning: y\n"
    )
    assert parse(text, "gcc", "a.S") == (
        (
            CompilerDiagnostic(0, 0, "error", "no such instruction: `x'"),
            CompilerDiagnostic(3, 0, "warning", "y"),
        ),
        "",
    )


def test_what_is_no_message_is_kept_apart() -> None:
    assert parse("gcc: internal trouble\n\n", "gcc", "a.c") == ((), "gcc: internal trouble")


def test_in_a_folder_every_message_names_its_file() -> None:
    diagnostics, _ = parse("a.c:1:1: error: x\n", "clang", None)
    assert diagnostics[0].file == "a.c"


def test_process_numbers_and_addresses_are_replaced() -> None:
    assert normal_stderr("==123== at 0x7ffd1234abcd (pid=9)\n0x10\n", ()) == (
        "==PID== at 0x… (pid=PID)\n0x10\n"
    )


def test_of_a_sanitizer_s_report_the_finding_is_kept() -> None:
    text = (
        "=====\n==12==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010\n"
        "    #0 0x55 in main a.c:3\nSUMMARY: AddressSanitizer: heap-use-after-free a.c:3 in main\n"
    )
    assert normal_stderr(text, ("address",)) == (
        "==PID==ERROR: AddressSanitizer: heap-use-after-free on address 0x…\n"
        "SUMMARY: AddressSanitizer: heap-use-after-free a.c:3 in main\n"
    )


def test_of_data_races_only_the_name_is_kept_once() -> None:
    race = "WARNING: ThreadSanitizer: data race (pid=7)\n  Write of size 4\n"
    summary = "SUMMARY: ThreadSanitizer: data race a.c:9 in worker\n"
    assert normal_stderr((race + summary) * 3, ("thread",)) == (
        "WARNING: ThreadSanitizer: data race (pid=PID)\n"
    )
