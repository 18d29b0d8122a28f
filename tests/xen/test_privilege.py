"""The privilege chapter: its programs on this machine, its claims against the packaged headers."""

import re
import subprocess
from pathlib import Path

import pytest

from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[2]
CHAPTER = HOUSE / "snippets" / "xen"
UAPI = Path("/usr/include/x86_64-linux-gnu/asm")
REMOVED = "    intercept(SVM_EXIT_VMRUN); /* must be */\n"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """How a command ended."""
    return subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )


def flags_of_linux() -> tuple[str, set[str]]:
    """The vendor and the flags of the first processor, as the kernel shows them."""
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8").partition("\n\n")[0]
    lines = dict(re.findall(r"^(\w+)\s*: (.*)$", text, re.MULTILINE))
    return lines["vendor_id"], set(lines["flags"].split())


def boot(source: str, folder: Path) -> str:
    """What a small kernel of the chapter prints under QEMU, made from `source`."""
    (folder / "tiny.c").write_text(source, encoding="utf-8")
    flags = "-std=gnu11 -O1 -m32 -ffreestanding -fno-pie -fno-stack-protector -mno-sse".split()
    include = ("-I", CHAPTER, "-isystem", "/usr/include/x86_64-linux-gnu")
    made = run("gcc", *flags, *include, "-c", folder / "tiny.c", "-o", folder / "tiny.o")
    assert made.returncode == 0, made.stderr
    link = ("ld", "-m", "elf_i386", "--no-warn-rwx-segments", "-N", "-Ttext=0x100000")
    linked = run(*link, "-o", folder / "tiny", folder / "tiny.o")
    assert linked.returncode == 0, linked.stderr
    machine = "-accel tcg -cpu qemu64,+svm -m 16 -display none -nodefaults -no-reboot".split()
    ends = ("-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-debugcon", "stdio")
    return run("qemu-system-x86_64", *machine, *ends, "-kernel", folder / "tiny").stdout


def vmx_reasons() -> dict[str, int]:
    """Linux's names and numbers of VT-x's exit reasons."""
    text = (UAPI / "vmx.h").read_text(encoding="utf-8")
    found = re.findall(r"#define EXIT_REASON_(\w+)\s+(\d+)", text)
    return {name: int(number) for name, number in found}


def vmcs_fields() -> dict[str, int]:
    """Linux's names and numbers of the VMCS's fields; skips where its headers are absent."""
    headers = sorted(Path("/usr/src").glob("linux-headers-*-common/arch/x86/include/asm/vmx.h"))
    if not headers:
        pytest.skip("needs the Debian package linux-headers-amd64")
    text = headers[-1].read_text(encoding="utf-8")
    body = re.search(r"^enum vmcs_field \{(.*?)^\};", text, re.MULTILINE | re.DOTALL)
    assert body
    return {
        name: int(number, 16)
        for name, number in re.findall(r"(\w+)\s*=\s*(0x[0-9a-fA-F]+)", body[1])
    }


def test_cpuid_says_yes_to_every_flag_that_linux_shows(tmp_path: Path) -> None:
    program = tmp_path / "machine"
    assert run("gcc", "-std=gnu11", CHAPTER / "cpuid-machine.c", "-o", program).returncode == 0
    told = run(program, "-v").stdout
    vendor, flags = flags_of_linux()
    assert f"\n{vendor}\n" in told
    answers = dict(re.findall(r"^(\w+) +(yes|no)$", told, re.MULTILINE))
    assert len(answers) == 12
    assert [name for name in answers if name in flags and answers[name] == "no"] == []


def test_a_guest_without_the_intercept_of_vmrun_is_refused(tmp_path: Path) -> None:
    source = (CHAPTER / "privilege-svm.c").read_text(encoding="utf-8")
    assert source.count(REMOVED) == 1
    told = boot(source.replace(REMOVED, ""), tmp_path)
    # The exit code is then -1, and no instruction of the guest has run.
    assert "exit 0xfff" in told
    assert told.count('the guest saw CR0 = 0x00000000 and ""') == 2


def test_without_efer_svme_there_is_no_vmrun(tmp_path: Path) -> None:
    source = (CHAPTER / "privilege-svm.c").read_text(encoding="utf-8")
    told = boot(source.replace("    enable_svm();\n", ""), tmp_path)
    # The instruction is undefined, nobody handles that, and the machine is reset.
    assert told == "HLT and VMRUN cause exits:\n"


def test_the_first_bit_of_the_intercepts_asks_for_exit_0(tmp_path: Path) -> None:
    source = (CHAPTER / "privilege-svm.c").read_text(encoding="utf-8")
    hlt = "    intercept(SVM_EXIT_HLT);\n"
    assert source.count(hlt) == 1
    told = boot(source.replace(hlt, hlt + "    intercept(SVM_EXIT_READ_CR0);\n"), tmp_path)
    assert told.count("exit 0x000, ip 0a, IF 1, read_cr0") == 2


def test_a_port_that_nobody_intercepts_is_the_real_one(tmp_path: Path) -> None:
    source = (CHAPTER / "privilege-svm.c").read_text(encoding="utf-8")
    # The hypervisor selects a register of the clock chip: the low byte of 640 KiB of memory.
    select = '    __asm__ volatile("outb %0, $0x70" : : "a"((uint8_t)0x15));\n'
    changes = {
        '"    in $0x71, %al\\n"': '"    in $0x71, %al\\n" "    mov %eax, %ebp\\n"',
        '    print("  the guest': '    print_hex(guest.bp & 0xff, 2);\n    print("  the guest',
        "    enable_svm();\n": "    enable_svm();\n" + select,
    }
    for old, new in changes.items():
        assert source.count(old) == 1
        source = source.replace(old, new)
    told = boot(source, tmp_path)
    assert re.findall(r"^(\w\w)  the guest saw", told, re.MULTILINE) == ["80", "00"]


def test_a_switch_of_the_processor_has_old_silent_instructions_trap() -> None:
    flags = (UAPI / "processor-flags.h").read_text(encoding="utf-8")
    assert re.search(r"#define X86_CR4_UMIP_BIT\s+11\b", flags)
    features = Path("/usr/include/xen/arch-x86/cpufeatureset.h").read_text(encoding="utf-8")
    assert "User Mode Instruction Prevention" in features


def test_exit_reasons_are_unique_and_have_grown_beyond_those_of_2005() -> None:
    numbers = list(vmx_reasons().values())
    assert len(numbers) == len(set(numbers))
    assert max(numbers) > 70
    assert 35 not in numbers
    assert vmx_reasons()["PML_FULL"] == 62


def test_a_vmcs_fields_number_says_which_area_it_is_in() -> None:
    areas = {name: number >> 10 & 3 for name, number in vmcs_fields().items()}
    # Two addresses that an exit reports are about the guest, and no part of its state.
    reported = {"GUEST_PHYSICAL_ADDRESS", "GUEST_PHYSICAL_ADDRESS_HIGH", "GUEST_LINEAR_ADDRESS"}
    guests = {name for name in areas if name.startswith("GUEST_")} - reported
    hosts = {name for name in areas if name.startswith("HOST_")}
    assert len(guests) > 40
    assert len(hosts) > 20
    assert {areas[name] for name in guests} == {2}
    assert {areas[name] for name in hosts} == {3}
    assert {areas[name] for name in reported} == {1}
