"""The stepper's own reader of DWARF against pyelftools: rows, functions, variables, sizes."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from elftools.dwarf.die import DIE
from elftools.dwarf.dwarfinfo import DebugSectionDescriptor, DwarfConfig, DWARFInfo

from support.stepping import PROGRAMS, asked

NAMES = ["layout.c", "by_value.c", "matrix.c", "statics.c", "numbers.c", "lambda.cpp", "vector.cpp"]
GONE = (0, 0xFFFFFFFE, 0xFFFFFFFF)
"""Addresses of code that the linker has left out."""


def uleb(data: bytes, at: int) -> tuple[int, int]:
    """A LEB128 number and where it ends."""
    found = shift = 0
    while True:
        byte = data[at]
        at += 1
        found |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return found, at


def custom_sections(wasm: bytes) -> dict[str, bytes]:
    """The module's custom sections by name."""
    found = {}
    at = 8
    while at < len(wasm):
        kind = wasm[at]
        size, start = uleb(wasm, at + 1)
        at = start + size
        if kind == 0:
            length, name = uleb(wasm, start)
            found[wasm[name : name + length].decode()] = wasm[name + length : at]
    return found


def second_reader(path: Path) -> DWARFInfo:
    sections = custom_sections(path.read_bytes())

    def section(name: str) -> DebugSectionDescriptor | None:
        data = sections.get(f".debug_{name}")
        if data is None:
            return None
        return DebugSectionDescriptor(io.BytesIO(data), f".debug_{name}", 0, len(data), 0)

    used = ("info", "abbrev", "str", "loc", "ranges", "line")
    named = {f"debug_{name}_sec": section(name) for name in used}
    unused = (
        "debug_aranges debug_frame eh_frame debug_pubtypes debug_pubnames debug_addr "
        "debug_str_offsets debug_line_str debug_loclists debug_rnglists debug_sup "
        "gnu_debugaltlink debug_types"
    )
    missing = {f"{name}_sec": None for name in unused.split()}
    config = DwarfConfig(little_endian=True, machine_arch="x86", default_address_size=4)
    return DWARFInfo(config=config, **named, **missing)


@cache
def answers(folder: Path) -> dict[str, dict[str, Any]]:
    """What the stepper's reader says of the programs."""
    programs = [
        {"name": name, "source": {"files": {name: (PROGRAMS / name).read_text("utf-8")}}}
        for name in NAMES
    ]
    return {one["name"]: one for one in asked("dwarf", programs, folder=str(folder))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dwarf")


def rows(info: DWARFInfo) -> Iterator[tuple[int, int, int, bool, bool, bool]]:
    """The rows of code that is there: address, line, column, and what the row says of itself."""
    for unit in info.iter_CUs():
        program = info.line_program_for_CU(unit)
        assert program is not None
        sequence = []
        for entry in program.get_entries():
            if entry.state is None:
                continue
            sequence.append(entry.state)
            if not entry.state.end_sequence:
                continue
            if sequence[0].address not in GONE:
                for row in sequence:
                    flags = (bool(row.is_stmt), bool(row.prologue_end), bool(row.end_sequence))
                    yield (row.address, row.line, row.column, *flags)
            sequence = []


def text(entry: DIE, attribute: str) -> str:
    for _ in range(4):
        if attribute in entry.attributes:
            return str(entry.attributes[attribute].value.decode())
        follow = next(
            (
                one
                for one in ("DW_AT_specification", "DW_AT_abstract_origin")
                if one in entry.attributes
            ),
            None,
        )
        if follow is None:
            return ""
        entry = entry.get_DIE_from_attribute(follow)
    return ""


def functions(info: DWARFInfo) -> Iterator[DIE]:
    """The entries of functions that have code."""
    for unit in info.iter_CUs():
        for entry in unit.iter_DIEs():
            low = entry.attributes.get("DW_AT_low_pc")
            if entry.tag == "DW_TAG_subprogram" and low and low.value not in GONE:
                yield entry


def is_somewhere(entry: DIE) -> bool:
    """Whether a variable has a place, which is no address that the linker has left out."""
    location = entry.attributes.get("DW_AT_location")
    return location is not None and location.value != [3, 255, 255, 255, 255]


def declared(entry: DIE) -> list[tuple[str, list[str]]]:
    """Each block's variables, the outermost block first."""
    named = [
        text(child, "DW_AT_name")
        for child in entry.iter_children()
        if child.tag in ("DW_TAG_variable", "DW_TAG_formal_parameter") and is_somewhere(child)
    ]
    found = [(str(entry.tag), named)]
    for child in entry.iter_children():
        if child.tag in ("DW_TAG_lexical_block", "DW_TAG_inlined_subroutine"):
            found += declared(child)
    return found


def ours(scope: dict[str, Any]) -> list[list[str]]:
    found = [[one["name"] for one in scope["variables"]]]
    for block in scope["blocks"]:
        found += ours(block)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_rows_of_the_line_table_are_the_same(name: str, folder: Path) -> None:
    answer = answers(folder)[name]
    theirs = sorted(rows(second_reader(Path(answer["path"]))))
    found = sorted(
        (address, line, column, *flags) for address, _, line, column, *flags in answer["lines"]
    )
    assert len(found) > 10
    # pyelftools ends each sequence with a row that is a statement.
    plain = [row if not row[5] else (*row[:3], True, *row[4:]) for row in map(tuple, found)]
    assert sorted(plain) == sorted(
        row if not row[5] else (*row[:3], True, *row[4:]) for row in theirs
    )


@pytest.mark.parametrize("name", NAMES)
def test_functions_have_the_same_code_and_the_same_variables_in_the_same_blocks(
    name: str, folder: Path
) -> None:
    answer = answers(folder)[name]
    theirs = {
        (
            entry.attributes["DW_AT_low_pc"].value,
            text(entry, "DW_AT_linkage_name") or text(entry, "DW_AT_name"),
        ): entry
        for entry in functions(second_reader(Path(answer["path"])))
    }
    found = {
        (
            one["scope"]["low"],
            one["symbol"].split("::")[-1] if one["symbol"] == one["name"] else one["symbol"],
        ): one
        for one in answer["functions"]
    }
    assert {low for low, _ in found} == {low for low, _ in theirs}
    by_low = {low: one for (low, _), one in found.items()}
    for (low, symbol), entry in theirs.items():
        one = by_low[low]
        assert one["scope"]["high"] == low + entry.attributes["DW_AT_high_pc"].value
        assert symbol.endswith(one["symbol"].split("::")[-1]) or "(lambda)" in one["name"], symbol
        statics = [variable["name"] for variable in one["statics"]]
        blocks = [sorted(filter(None, names)) for names in ours(one["scope"])]
        expected = [
            sorted(called for called in names if called and called not in statics)
            for _, names in declared(entry)
        ]
        assert blocks == expected, symbol


def sizes(info: DWARFInfo) -> dict[str, int]:
    """The size of each struct, union and class that is complete, by name."""
    wanted = ("DW_TAG_structure_type", "DW_TAG_union_type", "DW_TAG_class_type")
    found = {}
    for unit in info.iter_CUs():
        for entry in unit.iter_DIEs():
            if entry.tag in wanted and "DW_AT_byte_size" in entry.attributes:
                found[text(entry, "DW_AT_name")] = entry.attributes["DW_AT_byte_size"].value
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".c")])
def test_variables_of_struct_types_have_the_types_sizes(name: str, folder: Path) -> None:
    answer = answers(folder)[name]
    known = sizes(second_reader(Path(answer["path"])))

    def variables(scope: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield from scope["variables"]
        for block in scope["blocks"]:
            yield from variables(block)

    for function in answer["functions"]:
        for variable in variables(function["scope"]):
            word, _, tag = variable["type"].partition(" ")
            if word in ("struct", "union") and tag in known:
                assert variable["size"] == known[tag], variable
