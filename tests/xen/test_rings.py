"""What the pages on rings, events and grants say beside their programs."""

import json
import re
import subprocess
from math import comb
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS = ROOT / "snippets/xen"
PAGES = tuple(ROOT / f"docs/xen/{name}.md" for name in ("rings", "events", "rings-exercises"))
KERNEL = next(Path("/usr/src").glob("linux-headers-6.1*-common"), Path("/usr/src/none"))
MODELS = ("ring-model", "event-two-level", "event-fifo", "event-pirq", "grant-model")

# As much of a C library as the models use, for a compiler that has none for its target.
LIBRARY = {
    "stdio.h": (
        "#define NULL ((void *)0)\nint printf(const char *, ...);\nint puts(const char *);\n"
        "int snprintf(char *, unsigned long, const char *, ...);\n"
    ),
    "string.h": "void *memset(void *, int, unsigned long);\n",
}


def output_of(snippet: str) -> str:
    """The standard output that is recorded of a snippet."""
    record = SNIPPETS / "recorded" / f"{snippet}.json"
    (output,) = {run["stdout"] for run in json.loads(record.read_text(encoding="utf-8"))["runs"]}
    return str(output)


@pytest.mark.parametrize("model", MODELS)
def test_a_model_compiles_for_the_browser(model: str, tmp_path: Path) -> None:
    for name, text in LIBRARY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "xen").symlink_to("/usr/include/xen")
    command = "clang-19 --target=wasm32 -std=gnu17 -O2 -Wall -Werror -ffreestanding -D__i386__ -c"
    made = tmp_path / "model.o"
    said = subprocess.run(
        [*command.split(), "-isystem", tmp_path, SNIPPETS / f"{model}.c", "-o", made],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stderr == ""
    assert made.read_bytes().startswith(b"\0asm")


@pytest.mark.parametrize("model", MODELS)
def test_a_model_is_shown_in_steps(model: str) -> None:
    pages = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert re.search(rf'snippet="xen/{model}\.c:story" show="(?:code )?steps"', pages)


def test_the_orders_of_one_machine_are_all_that_there_are() -> None:
    steps = ((3, 1), (3, 2), (2, 2), (2, 3), (3, 3))  # of the front end, and of the back end
    counted = [int(n) for n in re.findall(r"of (\d+) +\d+ of", output_of("ring-orders.c"))]
    assert counted == [comb(front + back, front) for front, back in steps]


def test_only_two_barriers_and_a_second_look_lose_no_wake_up() -> None:
    lost = re.findall(r"(\d+) of \d+ +(\d+) of \d+$", output_of("ring-orders.c"), re.MULTILINE)
    assert [(int(a) > 0, int(b) > 0) for a, b in lost] == [
        (True, True),
        (True, True),
        (False, True),
        (False, True),
        (False, False),
    ]


def test_the_kernels_copy_of_the_ring_spells_the_macro_alike() -> None:
    ring = (KERNEL / "include/xen/interface/io/ring.h").read_text(encoding="utf-8")
    assert "*(dest) = *(volatile typeof(dest))RING_GET_" in ring


@pytest.mark.parametrize(
    ("options", "times"),
    [("-O0", 1), ("-O1", 2), ("-O2", 2), ("-O3", 2), ("-Os", 2), ("-O2 -fno-jump-tables", 1)],
)
def test_gcc_reads_through_the_macro_as_often_as_the_page_says(options: str, times: int) -> None:
    source = SNIPPETS / "ring-macro.c"
    command = ["gcc", "-std=gnu17", *options.split(), "-S", "-o", "-", str(source)]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    compared_in_the_page = re.findall(r"cmpb\s+\$5, \d*\(%r", made)
    assert len(compared_in_the_page) == times - 1


def test_each_copy_out_of_a_ring_has_a_barrier_behind_it_but_where_the_page_wants_none() -> None:
    bare = set()
    for path in SNIPPETS.rglob("*.[ch]"):
        text = path.read_text(encoding="utf-8")
        for behind in re.findall(r"RING_COPY_(?:REQUEST|RESPONSE)\([^;]*;\s*(.*)", text):
            if not re.match(r"(xen_)?rmb\(\);|barrier\(\);", behind):
                bare.add(path.name)
    assert bare == {"ring-macro.c", "ring-moved.c"}


def test_linux_for_x86_is_built_without_jump_tables() -> None:
    makefile = (KERNEL / "arch/x86/Makefile").read_text(encoding="utf-8")
    hardened = makefile.split("ifdef CONFIG_RETPOLINE")[1].partition("\nendif")[0]
    assert "KBUILD_CFLAGS += -fno-jump-tables" in hardened


def test_the_kernel_grants_access_and_transfers_nothing() -> None:
    header = (KERNEL / "include/xen/grant_table.h").read_text(encoding="utf-8")
    assert "gnttab_grant_foreign_access_ref(" in header
    assert "transfer" not in header


def test_the_numbers_of_the_old_text_are_still_those_of_the_interface() -> None:
    header = Path("/usr/include/xen/event_channel.h").read_text(encoding="utf-8")
    assert re.search(r"#define EVTCHNOP_bind_pirq +2\b", header)
    assert re.search(r"#define BIND_PIRQ__WILL_SHARE 1\b", header)


def test_the_chapter_has_the_length_of_a_chapter() -> None:
    text = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    told = re.sub(r"^(```|/// question).*?^(```|///)$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert 1500 <= len(told.split()) <= 4000
    assert len(set(re.findall(r'snippet="(xen/[\w.-]+)', text))) >= 20
