"""Whether a function's loops read memory, seen in objdump's listing of the machine code."""

import re
from dataclasses import dataclass
from typing import Literal

_HEADER = re.compile(r"(?P<address>[0-9a-f]{8,}) <(?P<name>[^>]+)>:")
_INSTRUCTION = re.compile(r"\s*(?P<address>[0-9a-f]+):\t(?P<text>.*)")
_SYMBOL = re.compile(
    r"(?P<address>[0-9a-f]{8,}) .{7} (?P<section>\S+)\t(?P<size>[0-9a-f]+)\s+(?P<name>\S+)"
)
_X86_JUMP = re.compile(r"(?:bnd |notrack )?j[a-z]+\s+(?P<target>[0-9a-f]+)\b")
_ARM_JUMP = re.compile(
    r"(?:cbn?z\s+\w+,\s*|b(?:eq|ne|cs|cc|hs|lo|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al)?(?:\.[nw])?\s+)"
    r"(?P<target>[0-9a-f]+)\b"
)
_X86_MEMORY = re.compile(r"(?:%[a-z]s:)?(?:-?0x[0-9a-f]+)?\((?P<base>%\w+)?[^)]*\)")
_ARM_LOAD = re.compile(r"v?ld(?:r|m|rex)\w*(?:\.\w+)?\s+(?P<operands>.*)")
_ARM_BASE = re.compile(r"\[(?P<base>\w+)|^(?P<multiple>\w+)!?,\s*\{")
_X86_NO_READ = ("lea", "nop", "prefetch", "set", "call", "push", "pop", "ret", "endbr", "data16")

Architecture = Literal["x86", "arm"]


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction with its address in the object file."""

    address: int
    text: str


@dataclass(frozen=True, slots=True)
class Loop:
    """The instructions from a backward jump's target to the jump."""

    instructions: tuple[Instruction, ...]


Listing = dict[str, tuple[Instruction, ...]]


def parse(objdump: str) -> Listing:
    """Return each function's instructions from `objdump -t -d --no-show-raw-insn`.

    A function without any instruction is there, empty: clang removes whole
    loops, and objdump then prints only the next function's name.
    """
    found: dict[str, list[Instruction]] = {}
    current: list[Instruction] | None = None
    for line in objdump.splitlines():
        if match := _HEADER.fullmatch(line):
            current = found.setdefault(match["name"], [])
        elif match := _SYMBOL.fullmatch(line):
            if match["section"].startswith(".text") and match["name"][0] not in ".$":
                found.setdefault(match["name"], [])
        elif current is not None and (match := _INSTRUCTION.fullmatch(line)):
            text = re.split(r"\s[#;@] |\t[;@] ", match["text"].replace("\t", " "))[0]
            current.append(Instruction(int(match["address"], 16), text.strip()))
    return {name: tuple(instructions) for name, instructions in found.items()}


def loops(instructions: tuple[Instruction, ...], architecture: Architecture) -> tuple[Loop, ...]:
    """Return the loops of a function: each backward jump inside it closes one."""
    pattern = _X86_JUMP if architecture == "x86" else _ARM_JUMP
    found: list[Loop] = []
    for instruction in instructions:
        match = pattern.match(instruction.text)
        if match is None:
            continue
        target = int(match["target"], 16)
        if instructions[0].address <= target <= instruction.address:
            inside = [i for i in instructions if target <= i.address <= instruction.address]
            found.append(Loop(tuple(inside)))
    return tuple(found)


def loads_in_loops(
    instructions: tuple[Instruction, ...], architecture: Architecture
) -> tuple[Instruction, ...]:
    """Return the instructions in a function's loops that read memory other than the stack."""
    stack = _stack_registers(instructions, architecture)
    reads = _x86_reads if architecture == "x86" else _arm_reads
    return tuple(
        instruction
        for loop in loops(instructions, architecture)
        for instruction in loop.instructions
        if reads(instruction.text, stack)
    )


def without_padding(instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    """Return a function's instructions without those that only fill the room behind it."""
    end = len(instructions)
    while end and re.search(r"\bnop", instructions[end - 1].text):
        end -= 1
    return instructions[:end]


def _stack_registers(
    instructions: tuple[Instruction, ...], architecture: Architecture
) -> frozenset[str]:
    """Return the registers that point into the stack: a frame pointer only where it is one."""
    texts = [re.sub(r"\s+", " ", i.text) for i in instructions]
    if architecture == "x86":
        framed = "mov %rsp,%rbp" in texts
        return frozenset({"%rsp", "%rbp"} if framed else {"%rsp"})
    frames = {
        match[1]
        for text in texts
        if (match := re.fullmatch(r"(?:add|mov)(?:\.w)? (r7|fp|r11), sp(?:, #\d+)?", text))
    }
    return frozenset({"sp", "pc", *frames})


def _x86_reads(text: str, stack: frozenset[str]) -> bool:
    """Return whether an x86-64 instruction (AT&T spelling) reads memory off the stack."""
    mnemonic, _, operands = text.partition(" ")
    if mnemonic.startswith(_X86_NO_READ):
        return False
    match = _X86_MEMORY.search(operands)
    if match is None or match["base"] in stack:
        return False
    # A move into memory only writes; any other instruction reads it as well.
    writes_only = mnemonic.startswith(("mov", "vmov")) and match.end() == len(operands.rstrip())
    return not writes_only


def _arm_reads(text: str, stack: frozenset[str]) -> bool:
    """Return whether an ARM instruction reads memory that is neither stack nor literal pool."""
    match = _ARM_LOAD.fullmatch(text)
    if match is None:
        return False
    base = _ARM_BASE.search(match["operands"])
    return base is not None and (base["base"] or base["multiple"]) not in stack
