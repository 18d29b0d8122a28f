"""Undefined behaviour in the page: what UBSan says there, where, and that clang says the same."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.desks import Open
from support.programs import Desk, figure_of

CHOICE = "Stop at undefined behaviour (UBSan)"

# Each line breaks a rule of its own; none of the messages holds an address, or a size that differs.
BROKEN = """\
#include <limits.h>
#include <stdbool.h>
#include <string.h>
__attribute__((nonnull)) void take(int *p) { (void)p; }
__attribute__((returns_nonnull)) int *give(int *p) { return p; }
int *_Nonnull promised(int *p) { return p; }
int main(void)
{
    volatile int one = 1, zero = 0, most = INT_MAX, least = INT_MIN, minus = -1, r;
    volatile long long wide = LLONG_MAX, w;
    volatile __int128 widest = (__int128)1 << 126;
    volatile float f = 1e10f; volatile double d = -1e300; volatile long double ld = 1e30L;
    volatile unsigned ones = UINT_MAX;
    unsigned char byte = 7; bool truth; _BitInt(37) odd = (_BitInt(37))1 << 35;
    int row[4] = {0}, *none = (int *)(long)zero; char *text = (char *)none;
    struct { int first, second; } *nobody = (void *)none; struct { int three : 3; } bits;
    enum { LOW, HIGH } level; memset(&level, 0, sizeof level); memcpy(&truth, &byte, 1);
    r = most + one; r = least - one; r = most * most; r = -least;
    w = wide + one; w = wide * -2; widest = widest * 8; odd = odd * 4;
    r = one << 32; r = one << minus; r = minus << one; r = most << 2; w = wide << 3; r = ones >> 40;
    r = (int)f; r = (unsigned char)d; r = (int)ld; w = (long long)d;
    r = truth; r = row[one + 4]; r = row[minus];
    take(none); give(none); promised(none); text += 5 * one;
    byte = 300 * one; ones = ones + 1; ones = minus; bits.three = 9 * one;
    if (zero) { int bound = minus; int some[bound]; r = some[0]; }
    r = one / (double)zero > one;
    return (text == NULL) + (nobody == NULL) + level + (int)odd + byte + bits.three & 0;
}
"""
EVERY = (
    "-w -fsanitize=undefined,float-divide-by-zero,unsigned-integer-overflow,implicit-conversion,"
    "nullability"
)


def watched(desk: Open, name: str, text: str) -> Desk:
    """A program of this text, run with UBSan."""
    one = desk(name)
    one.write(text)
    one.setting(CHOICE).check()
    one.run()
    return one


def test_ubsan_stops_a_program_names_the_line_and_marks_it(desk: Open) -> None:
    one = watched(
        desk,
        "hello.c",
        "#include <limits.h>\n#include <stdio.h>\nint main(int argc, char **argv)\n{\n"
        '    puts("before");\n    int x = INT_MAX;\n    /* é */ x += argc;\n'
        '    puts("behind");\n    return x;\n}\n',
    )
    expect(one.status).to_contain_text("Undefined behaviour in line 7: UBSan stopped it")
    expect(one.status).to_contain_text("exit status 1")
    printed = one.output.get_by_role("log")
    expect(printed).to_have_text(
        "before\nhello.c:7:16: runtime error: signed integer overflow: "
        "2147483647 + 1 cannot be represented in type 'int'\n"
    )
    expect(one.output).to_contain_text("From here on the language promises nothing")
    assert one.output.inner_text().count("signed integer overflow") == 1  # what was found, once
    expect(one.figure.locator(".cm-lint-marker-error")).to_have_count(1)
    one.press("Line 7")
    expect(one.figure.locator(".cm-activeLine")).to_contain_text("x += argc")
    expect(one.figure.locator(".cm-lineNumbers .cm-activeLineGutter")).to_have_text("7")


def test_a_run_in_which_ubsan_sees_nothing_says_what_it_does_not_see(desk: Open) -> None:
    one = desk("hello.c")
    one.setting(CHOICE).check()
    said = one.run()
    assert "Exit status 0" in said
    assert "UBSan saw no undefined behaviour in this run." in said
    assert "memory that was freed" in said
    assert "the book's" not in said


def test_without_being_asked_ubsan_is_not_there(desk: Open) -> None:
    one = desk("hello.c")
    expect(one.setting(CHOICE)).not_to_be_checked()
    one.write("int main(int argc, char **argv) { return (argc << 31 << 1) + 3; }\n")
    said = one.run()
    assert "Exit status 3" in said
    assert "UBSan" not in said


def test_a_null_pointer_stops_the_program_which_it_does_not_in_webassembly(desk: Open) -> None:
    one = watched(
        desk,
        "hello.c",
        "struct node { int value; struct node *next; };\n"
        "int main(void)\n{\n    struct node last = {1, 0};\n    return last.next->value;\n}\n",
    )
    expect(one.output.get_by_role("log")).to_contain_text(
        "runtime error: member access within null pointer of type 'struct node'"
    )


def test_without_ubsan_a_null_pointer_that_was_used_is_told_with_its_line(desk: Open) -> None:
    one = desk("hello.c")
    one.write(
        "#include <stdio.h>\n#include <stdlib.h>\nint main(void)\n{\n    int *none = NULL;\n"
        '    for (int i = 0; i < 3; i++) printf("%d\\n", *none);\n    free(none);\n}\n'
    )
    said = one.run()
    assert "Exit status 0" in said
    assert "0\n0\n0" in said
    assert said.count("load of null pointer of type 'int'") == 1
    assert "In WebAssembly address 0 is ordinary memory" in said
    one.press("Line 6")
    expect(one.figure.locator(".cm-activeLine")).to_contain_text("*none")
    expect(one.figure.locator(".cm-lint-marker-warning")).to_have_count(1)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "Base base;\n    auto &wrong = static_cast<Derived &>(base);\n    return wrong.more;",
            r"downcast of address 0x\w{12} which does not point to an object of type 'Derived'\n"
            r"0x\w{12}: note: object is of type 'Base'\n",
        ),
        (
            "Base *none = nullptr;\n    return none->name();",
            r"member call on null pointer of type 'Base'\n",
        ),
    ],
    ids=["downcast", "call"],
)
def test_ubsan_knows_the_classes_of_objects(desk: Open, body: str, message: str) -> None:
    one = watched(
        desk,
        "thrown.cpp",
        "#include <cstdio>\n"
        "struct Base { virtual ~Base() = default; virtual int name() { return 1; } };\n"
        "struct Derived : Base { int more = 2; };\n"
        'struct Noisy { ~Noisy() { std::puts("unwound"); } };\n'
        f"int main()\n{{\n    Noisy noisy;\n    {body}\n}}\n",
    )
    expect(one.status).to_contain_text("Undefined behaviour in line")
    printed = one.output.get_by_role("log").text_content() or ""
    # The stop runs no destructor, as an end by a signal does not.
    assert re.fullmatch(rf"thrown\.cpp:\d+:\d+: runtime error: {message}", printed)


def test_exit_ends_a_cpp_program_without_its_destructors(desk: Open) -> None:
    one = desk("thrown.cpp")
    one.write(
        "#include <cstdio>\n#include <cstdlib>\n"
        'struct Noisy { ~Noisy() { std::puts("unwound"); } };\n'
        "int main() { Noisy noisy; try { std::exit(3); } catch (...) { } }\n"
    )
    said = one.run()
    assert "Exit status 3" in said
    assert "unwound" not in said


def test_the_choice_is_in_a_link_and_gone_after_reset(desk: Open, page: Page) -> None:
    one = desk("hello.c")
    one.setting(CHOICE).check()
    other = page.context.new_page()
    other.goto(one.link())
    there = figure_of(other, "hello.c")
    # What differs from the book's is a setting alone, so its text needs no editor.
    expect(there.versions.first).to_have_attribute("aria-pressed", "true")
    expect(there.setting(CHOICE)).to_be_checked()
    other.close()
    one.press("Reset")
    expect(one.setting(CHOICE)).not_to_be_checked()


def test_every_check_speaks_as_clangs_own_library_does(desk: Open, tmp_path: Path) -> None:
    one = desk("hello.c")
    one.write(BROKEN)
    one.setting("Standard").select_option("gnu23")
    # Asked for so, it reports and goes on: all checks in one run.
    one.setting("Options").fill(EVERY)
    assert "Exit status 0" in one.run()
    there = tmp_path / "hello.c"
    there.write_text(BROKEN, encoding="utf-8")
    command = ["clang-19", "-std=gnu23", *EVERY.split(), "hello.c", "-o", "hello"]
    subprocess.run(command, cwd=tmp_path, check=True)
    ran = subprocess.run(["./hello"], cwd=tmp_path, capture_output=True, text=True, check=True)
    wanted = [line for line in ran.stderr.splitlines() if line.startswith("hello.c:")]
    assert len(wanted) > 30
    assert (one.output.get_by_role("log").text_content() or "").splitlines() == wanted
