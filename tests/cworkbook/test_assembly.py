"""Assembly as a page shows it, and what its loops read."""

import pytest

from cworkbook import assembly, loops
from cworkbook.loops import Instruction

GCC = """
\t.file\t"w.c"
\t.text
\t.file 1 "w.c"
\t.type\twait, @function
wait:
.LFB0:
\t.loc 1 4 22
\t.cfi_startproc
\tmovl\tflag(%rip), %eax\t# load
.L3:
\t.loc 1 5 1
\tjmp\t.L3
.L9:
\t.loc 2 7 1
\tjmp\t*.L4(,%rdi,8)
\t.section\t.rodata
.L4:
\t.quad\t.L9
\t.text
\tret
\t.size\twait, .-wait
\t.section\t.debug_info
\t.long\t.LFB0
"""

ARM = """
\t.eabi_attribute 28, 1
\t.file 1 "w.c"
\t.type\twait, %function
wait:
\t@ args = 0
\t.loc 1 4 22
\tldr\tr3, .L7\t@ the address
\tcmp\tr1, #0
.L7:
\t.word\t.LANCHOR0
\t.size\twait, .-wait
"""


def compact(text: str) -> list[tuple[int | None, str]]:
    """Return the lines of the only function in a compiler's output."""
    (function,) = assembly.functions(text, frozenset({"w.c"}))
    assert function.function == "wait"
    return [(line.source, line.text) for line in function.lines]


def test_instructions_keep_their_source_line_and_used_labels_stay() -> None:
    assert compact(GCC) == [
        (4, "movl\tflag(%rip), %eax"),
        (None, ".L3:"),
        (5, "jmp\t.L3"),
        (None, ".L9:"),
        (None, "jmp\t*.L4(,%rdi,8)"),
        (None, "ret"),
    ]


def test_arm_s_literals_stay_and_its_immediates_are_no_comments() -> None:
    assert compact(ARM) == [
        (4, "ldr\tr3, .L7"),
        (4, "cmp\tr1, #0"),
        (None, ".L7:"),
        (None, ".word\t.LANCHOR0"),
    ]


def test_the_listing_indents_instructions_and_not_labels() -> None:
    found = assembly.functions(GCC, frozenset({"w.c"}))
    assert assembly.listing(found).startswith("wait:\n\tmovl\tflag(%rip), %eax\n.L3:\n\tjmp\t.L3\n")


def code(*texts: str) -> tuple[Instruction, ...]:
    """Return instructions at the addresses 0, 1, 2, …"""
    return tuple(Instruction(address, text) for address, text in enumerate(texts))


@pytest.mark.parametrize(
    "instruction",
    [
        "mov    0x0(%rip),%eax",
        "mov    (%rdi),%eax",
        "cmpl   $0x0,0x0(%rip)",
        "add    %eax,(%rdi)",
        "mov    %fs:(%rax),%rdx",
        "movzbl (%rax,%rcx,1),%edx",
    ],
)
def test_these_read_memory(instruction: str) -> None:
    assert loops.loads_in_loops(code(instruction, "jmp    0 <wait>"), "x86")


@pytest.mark.parametrize(
    "instruction",
    [
        "mov    %eax,(%rdi)",
        "lea    0x0(%rip),%rax",
        "mov    0x8(%rsp),%eax",
        "nopw   0x0(%rax,%rax,1)",
        "test   %eax,%eax",
        "call   0 <f>",
    ],
)
def test_these_do_not(instruction: str) -> None:
    assert not loops.loads_in_loops(code(instruction, "jmp    0 <wait>"), "x86")


def test_the_frame_pointer_is_the_stack_only_where_it_is_one() -> None:
    load = "mov    -0x4(%rbp),%eax"
    framed = code("mov    %rsp,%rbp", load, "jne    1 <wait+0x1>")
    assert not loops.loads_in_loops(framed, "x86")
    assert loops.loads_in_loops(code("mov    %rdi,%rbp", load, "jne    1 <wait+0x1>"), "x86")


def test_a_read_outside_of_the_loop_does_not_count() -> None:
    outside = code("mov    0x0(%rip),%eax", "test   %eax,%eax", "jmp    1 <wait+0x1>")
    assert not loops.loads_in_loops(outside, "x86")


def test_a_jump_forwards_or_to_another_function_is_no_loop() -> None:
    assert not loops.loops(code("je     1 <wait+0x1>", "ret"), "x86")
    other = (Instruction(16, "mov    0x0(%rip),%eax"), Instruction(20, "jmp    0 <other>"))
    assert not loops.loops(other, "x86")


def test_what_fills_the_room_behind_a_function_is_not_shown() -> None:
    padded = code("nop", "ret", "nopw   0x0(%rax,%rax,1)", "data16 cs nopw 0x0(%rax,%rax,1)")
    assert loops.without_padding(padded) == padded[:2]


@pytest.mark.parametrize(
    ("load", "jump", "reads"),
    [
        ("ldr r3, [r3, #0]", "beq.n 0 <wait>", True),
        ("ldrb.w r3, [r3, #4]", "b.n 0 <wait>", True),
        ("ldmia r0!, {r1, r2}", "cbz r3, 0 <wait>", True),
        ("ldr r3, [pc, #12]", "b.n 0 <wait>", False),
        ("ldr r3, [sp, #4]", "bne 0 <wait>", False),
        ("str r3, [r0, #4]", "b.n 0 <wait>", False),
    ],
)
def test_arm_s_loads_are_told_from_stack_and_literals(load: str, jump: str, reads: bool) -> None:
    assert bool(loops.loads_in_loops(code(load, jump), "arm")) is reads


def test_a_function_that_the_compiler_emptied_is_known() -> None:
    text = (
        "0000000000000000 g     F .text\t0000000000000000 gone\n"
        "0000000000000000 g     F .text\t0000000000000001 here\n"
        "0000000000000000 l    d  .text\t0000000000000000 .text\n"
        "0000000000000000 g     O .bss\t0000000000000004 flag\n"
        "\nDisassembly of section .text:\n\n0000000000000000 <here>:\n   0:\tret    \n"
    )
    assert loops.parse(text) == {"gone": (), "here": (Instruction(0, "ret"),)}
