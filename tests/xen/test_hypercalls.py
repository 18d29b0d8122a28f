"""The hypercalls and migration chapters: numbers of the reader's own, and streams that lie."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[2]
CHAPTER = HOUSE / "snippets" / "xen"
UTILITIES = HOUSE / ".cache/debian/xen-utils-4.17/usr/lib/xen-4.17"


def build(source: Path, program: Path, *options: str) -> Path:
    """The program that gcc makes of one source file."""
    words = ["gcc", "-Wall", "-Wextra", "-Werror", *options, str(source), "-o", str(program)]
    made = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert made.returncode == 0, made.stderr
    return program


def said(program: Path, *words: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """A program's status, output and errors."""
    done = subprocess.run(
        [str(program), *words], input=stdin, capture_output=True, check=False, timeout=PATIENCE
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def precopy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The migration's model, built with sanitizers."""
    folder = tmp_path_factory.mktemp("precopy")
    sanitizers = "-fsanitize=address,undefined"
    return build(CHAPTER / "migrate-precopy.c", folder / "precopy", "-std=c99", sanitizers)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader of streams, built with sanitizers."""
    folder = tmp_path_factory.mktemp("reader")
    sanitizers = "-fsanitize=address,undefined"
    return build(CHAPTER / "record-stream/read.c", folder / "read", "-std=gnu11", sanitizers)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The stream that the chapter's writer makes."""
    folder = tmp_path_factory.mktemp("writer")
    writer = build(CHAPTER / "record-stream/write.c", folder / "write", "-std=gnu11")
    done = subprocess.run([str(writer)], capture_output=True, check=True, timeout=PATIENCE)
    return done.stdout


def verified(image: bytes) -> tuple[int, str]:
    """The status and the errors of Xen's own verifier; skips where it is not unpacked."""
    verifier = UTILITIES / "bin/verify-stream-v2"
    if not verifier.exists():
        pytest.skip("needs xen-utils-4.17 unpacked; run make debian")
    done = subprocess.run(
        ["python3", str(verifier)],
        input=image,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(UTILITIES / "lib/python")},
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("memory", [64, 4096, 1048576])
@pytest.mark.parametrize("dirtying", [0, 1, 250, 999, 1000, 1200])
@pytest.mark.parametrize("rounds", [1, 3, 40])
def test_a_readers_own_numbers_end_as_the_closed_form_says(
    precopy: Path, memory: int, dirtying: int, rounds: int
) -> None:
    status, output, errors = said(precopy, str(memory), "1000", str(dirtying), str(rounds), "0")
    assert (status, errors) == (0, "")
    made = output.count("  round ")
    ratio = min(dirtying / 1000, 1)
    sent = sum(ratio**n for n in range(made + 1))
    told = re.search(
        r"sent ([\d.]+) times the memory, took ([\d.]+) s, stood still ([\d.]+)", output
    )
    assert told
    assert float(told[1]) == pytest.approx(sent, abs=0.01)
    assert float(told[2]) == pytest.approx(sent * memory / 1000, abs=0.001)
    assert float(told[3]) == pytest.approx(ratio**made * memory / 1000, abs=0.0001)


def test_numbers_without_a_meaning_are_refused_with_a_sentence(precopy: Path) -> None:
    status, output, errors = said(precopy, "0", "1000", "1", "5", "0")
    assert (status, output, errors) == (1, "memory and bandwidth must be above 0\n", "")


def test_both_readers_accept_the_writers_stream(reader: Path, image: bytes) -> None:
    status, output, _ = said(reader, stdin=image)
    assert status == 0
    assert output.endswith(f"{len(image)} bytes, all used: 1\n")
    assert verified(image) == (0, "")


@pytest.mark.parametrize("length", [0, 7, 24, 39, 47, 100, 8000])
def test_both_readers_refuse_a_stream_that_ends_early(
    reader: Path, image: bytes, length: int
) -> None:
    status, _, errors = said(reader, stdin=image[:length])
    assert status == 1
    assert re.search(r"^read: error: the stream ends before byte \d+$", errors, re.MULTILINE)
    assert verified(image[:length])[0] != 0


def damaged(image: bytes) -> Iterator[bytes]:
    """Streams with one changed byte each, outside of the pages' content: here and there a bit."""
    places = [*range(0, 152, 2), *range(len(image) - 120, len(image))]
    for number, place in enumerate(places):
        changed = bytearray(image)
        changed[place] ^= 1 << number % 8
        yield bytes(changed)


def test_no_damaged_byte_makes_the_reader_do_more_than_refuse(reader: Path, image: bytes) -> None:
    ended = [said(reader, stdin=stream) for stream in damaged(image)]
    assert {status for status, _, _ in ended} == {0, 1}
    refusals = [errors for status, _, errors in ended if status == 1]
    assert len(refusals) > 20
    assert [
        e for e in refusals if not re.fullmatch(r"read: error: [^\n]+ before byte \d+\n", e)
    ] == []


def test_every_number_of_2006_still_belongs_to_its_hypercall_or_its_heir() -> None:
    text = (CHAPTER / "hypercall-table.c").read_text(encoding="utf-8")
    then = dict(re.findall(r"\{(\d+), \"(\w+)\"\}", text))
    header = Path("/usr/include/xen/xen.h").read_text(encoding="utf-8")
    now = {
        number: name for name, number in re.findall(r"#define __HYPERVISOR_(\w+)\s+(\d+)", header)
    }
    changed = {number: now[number] for number in then if now[number] != then[number]}
    assert len(then) == 29
    assert changed == {
        "7": "platform_op",
        "16": "event_channel_op_compat",
        "19": "physdev_op_compat",
        "27": "xsm_op",
    }


def test_the_packaged_linux_calls_xen_without_a_page() -> None:
    headers = sorted(Path("/usr/src").glob("linux-headers-*-common/arch/x86/include/asm/xen"))
    if not headers:
        pytest.skip("needs the Debian package linux-headers-amd64")
    text = (headers[-1] / "hypercall.h").read_text(encoding="utf-8")
    assert "call STATIC_CALL_TRAMP(xen_hypercall)" in text
    assert "hypercall_page" not in text
