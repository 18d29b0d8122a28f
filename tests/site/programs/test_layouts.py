"""Record layouts drawn in the page: offsets and sizes that other compilers confirm."""

import re
import subprocess
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from support.desks import Open
from support.programs import Desk

CHECK = ("-ffreestanding", "-fsyntax-only")
# Real compilers for the page's processors, not the page's own where there is another.
ORACLES = {
    "x86-64": ("gcc",),
    "i386": ("gcc", "-m32"),
    "ARM": ("arm-linux-gnueabihf-gcc",),
    "AVR": ("avr-gcc",),
}
CXX_ORACLES = {
    "x86-64": ("g++",),
    "i386": ("g++", "-m32"),
    "ARM": ("clang++-19", "--target=arm-linux-gnueabihf"),
}

RECORDS = """\
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
struct plain { char c; double d; short s; };
struct late { char c; double d; } __attribute__((packed));
struct __attribute__((packed)) early { char c; double d; };
typedef struct __attribute__((packed)) tagged { char c; long l; } tagged_t;
typedef struct { bool ready; long long count; } nameless;
struct inside {
    char tag; struct { short low; char high; } pair; union { int i; char c[5]; } both;
};
struct kinds { enum { RED, BLUE } colour; bool on; void *p; int (*call)(int); char name[3]; };
struct sized {
    int8_t a; uint32_t b; uint16_t c; uint64_t d; intptr_t e; size_t f;
};
struct tail { short n; char text[]; };
union either { char five[5]; int one; };
void use(void)
{
    struct local { char c; long l; } __attribute__((packed));
    struct local it = {0};
    (void)it.l;
}
"""
BITS = """\
typedef struct { unsigned a : 3; unsigned : 0; unsigned b : 5; unsigned : 2; char c; } flags;
struct holder { flags in; struct { char x; unsigned y : 4; } own; };
"""
CLASSES = """\
struct Plain { bool b; char c; };
struct Kinds { enum { RED, BLUE } colour; bool on; };
class Base { public: virtual ~Base(); int held; private: short secret; };
struct alignas(32) Wide : Base { char w; };
struct Other { int &refers; };
struct Both : virtual Plain, Base { char last; };
template <class T> struct Box { T value; bool full; };
Box<double> box;
namespace far { struct Away { Box<char> one; long n; }; }
"""
CLASS_NAMES = {"Plain", "Kinds", "Base", "Wide", "Other", "Both", "Box<double>"} | {
    *("Box<char>", "far::Away"),
}


@dataclass
class Drawn:
    """One record as the page shows it."""

    name: str
    size: int
    align: int
    rows: list[list[str]]

    def row(self, member: str) -> list[str]:
        """The cells of a member."""
        (found,) = [cells for cells in self.rows if cells[2] == member]
        return found


def layouts(one: Desk, machine: str) -> Locator:
    """The view of a text's records on a processor, as soon as it is about that one."""
    one.view("Layout")
    one.figure.locator(".cw-layout").get_by_label(machine, exact=True).check()
    expect(one.figure.locator(".cw-layout")).not_to_have_attribute("aria-busy", "true")
    figures = one.figure.locator(".cw-record")
    expect(figures.first.locator("figcaption")).to_contain_text(f" on {machine}:")
    return figures


# All at once: the view draws anew when the text has rested, what a test holds of it is gone then.
READ = """figures => figures.map((figure) => [
    figure.querySelector("figcaption").innerText,
    [...figure.querySelectorAll("tbody tr")].map((row) =>
        Array.from(row.cells, (cell) => cell.textContent)),
])"""
BOXES = """view => {
    const row = view.querySelector(".cw-record__row");
    const {x, width} = row.getBoundingClientRect();
    return {
        offsets: [...view.querySelectorAll(".cw-record__offset")].map((one) => one.innerText),
        boxes: [...row.querySelectorAll(".cw-record__box")].map((one) => {
            const box = one.getBoundingClientRect();
            const place = [(box.x - x) / (width / 8), box.width / (width / 8)].map(Math.round);
            return [...place, one.innerText, one.matches(".cw-record__box--padding")];
        }),
    };
}"""


def drawn(figures: Locator) -> dict[str, Drawn]:
    """The records of a view by their names."""
    found: dict[str, Drawn] = {}
    for caption, rows in figures.evaluate_all(READ):
        said = re.fullmatch(r"(.+) on \S+: (\d+) bytes?, aligned to (\d+), .+", caption)
        assert said, caption
        assert said[1] not in found
        found[said[1]] = Drawn(said[1], int(said[2]), int(said[3]), rows)
    return found


def claims(record: Drawn, named: str) -> list[str]:
    """What the page says of a record, as assertions of C."""
    own = f"sizeof({named}) == {record.size} && _Alignof({named}) == {record.align}"
    members = [
        f"__builtin_offsetof({named}, {name}) == {offset}"
        + (f" && sizeof((({named} *)0)->{name}) == {size}" if not kind.endswith("[]") else "")
        for offset, size, name, kind in record.rows
        if name not in ("padding", "(unnamed)") and " : " not in kind
    ]
    return [f'_Static_assert({claim}, "");' for claim in (own, *members)]


@pytest.mark.parametrize("machine", ORACLES)
def test_what_is_drawn_is_what_a_compiler_for_the_processor_says(desk: Open, machine: str) -> None:
    one = desk("poll.c")
    one.write(RECORDS)
    records = drawn(layouts(one, machine))
    locally = records.pop("struct local")
    assert [(row[0], row[2]) for row in locally.rows] == [("0", "c"), ("1", "l")]
    without = {name: records.pop(name) for name in list(records) if "without a name" in name}
    assert {name.split(", ")[-1] for name in without} == {"of pair", "of both"}
    assert len(records) == len(
        re.findall(r"^(?:typedef )?(?:struct|union) ", RECORDS, re.MULTILINE)
    )
    lines = [
        line
        for record in records.values()
        for line in claims(record, record.name.replace("struct nameless", "nameless"))
    ]
    assert len(lines) > 3 * len(records)
    text = "\n".join([RECORDS, *lines])
    command = [*ORACLES[machine], *CHECK, "-x", "c", "-std=gnu11", "-"]
    said = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize("machine", CXX_ORACLES)
def test_a_classs_layout_is_what_a_compiler_says(desk: Open, machine: str) -> None:
    one = desk("thrown.cpp")
    one.write(CLASSES)
    records = drawn(layouts(one, machine))
    # Of the template, each type that it is made into.
    assert {name.split(" ", 1)[1] for name in records} == CLASS_NAMES
    sizes = [
        f'static_assert(sizeof({name.split(" ", 1)[1]}) == {record.size}, "");'
        for name, record in records.items()
    ]
    text = "\n".join([CLASSES, *sizes])
    command = [*CXX_ORACLES[machine], *CHECK, "-fno-access-control", "-x", "c++", "-std=c++17", "-"]
    said = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
    pointer = "8" if machine == "x86-64" else "4"
    assert records["struct Plain"].row("b")[:2] == ["0", "1"]
    assert records["struct Kinds"].row("colour")[:2] == ["0", "4"]
    assert records["struct Other"].row("refers")[1] == pointer
    assert records["struct Wide"].row("(vtable)")[:2] == ["0", pointer]
    assert records["struct Wide"].row("Base::held")[0] == pointer
    assert records["struct Both"].row("Plain::b")[1] == "1"
    assert not [r for r in records.values() if any("at most" in cell for x in r.rows for cell in x)]


def test_bit_fields_have_their_bits_and_nothing_is_made_of_one_without_a_width(desk: Open) -> None:
    one = desk("poll.c")
    one.write(BITS)
    records = drawn(layouts(one, "x86-64"))
    flags = [row[:3] for row in records["struct flags"].rows]
    assert flags == [
        ["0", "0 and 3 bits", "a"],
        ["0 and 3 bits", "3 and 5 bits", "padding"],
        ["4", "0 and 5 bits", "b"],
        ["4 and 5 bits", "0 and 2 bits", "(unnamed)"],
        ["4 and 7 bits", "0 and 1 bits", "padding"],
        ["5", "1", "c"],
        ["6", "2", "padding"],
    ]
    inside = [row[2] for row in records["struct holder"].rows if row[2] != "padding"]
    assert inside == ["in.a", "in.b", "(unnamed)", "in.c", "own.x", "own.y"]


def test_names_beyond_ascii_are_names(desk: Open) -> None:
    one = desk("poll.c")
    one.write("struct grüße { int ä; char ß; };\n")
    (record,) = drawn(layouts(one, "x86-64")).values()
    assert record.name == "struct grüße"
    assert record.row("ß")[:2] == ["4", "1"]


def test_what_clang_refuses_for_a_processor_is_said(desk: Open) -> None:
    one = desk("poll.c")
    one.write("struct wide { unsigned long b : 40; };\nstruct fine { char c; };\n")
    layouts(one, "x86-64")
    layouts(one, "AVR")
    view = one.figure.locator(".cw-layout")
    expect(view).to_contain_text("On AVR, clang refuses line 1: width of bit-field 'b'")
    expect(view.locator("figcaption")).to_contain_text("struct fine on AVR: 1 byte")


def test_boxes_stand_in_the_picture_where_the_table_says(desk: Open) -> None:
    one = desk("poll.c")
    one.write("struct mixed { char c; double d; short s; };\n")
    layouts(one, "x86-64")
    picture = one.figure.locator(".cw-layout").evaluate(BOXES)
    assert picture["offsets"] == ["0", "8", "16"]
    assert picture["boxes"] == [[0, 1, "c", False], [1, 7, "padding", True]]


def test_a_union_says_what_its_longest_member_leaves(desk: Open) -> None:
    one = desk("poll.c")
    one.write("union either { char five[5]; int one; };\n")
    figure = layouts(one, "x86-64").first
    expect(figure.locator("figcaption")).to_contain_text(
        "8 bytes, aligned to 4, 3 bytes of padding"
    )
