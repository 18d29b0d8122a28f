"""The drivers chapter: its scripts on the real store, its claims against the real headers."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[2]
CHAPTER = HOUSE / "snippets" / "xen"
DAEMON = HOUSE / ".cache/debian/xen-utils-4.17/usr/lib/xen-4.17/bin/xenstored"
XEN = Path("/usr/include/xen")


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    """How a command ended."""
    environment = os.environ | {"LC_ALL": "C"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=PATIENCE, env=environment
    )


def kernel_header(name: str) -> str:
    """A header of the packaged kernel's, whichever runs here; skips where it is not installed."""
    asked = ran("dpkg-query", "-W", "-f", "${Depends}", "linux-headers-amd64").stdout
    folder = Path("/usr/src", asked.partition(" ")[0].replace("-amd64", "-common"))
    if not asked or not folder.exists():
        pytest.skip("needs the Debian package linux-headers-amd64")
    return (folder / "include/xen" / name).read_text(encoding="utf-8")


def states(text: str) -> dict[str, int]:
    """The states that a header declares, by name."""
    found = re.findall(r"XenbusState(\w+)\s*=\s*(\d+)", text)
    return {name: int(number) for name, number in found}


def keys_after(*scripts: str) -> str:
    """The store's keys with their permissions, after the scripts were run for mydevice and 7."""
    if not DAEMON.exists():
        pytest.skip("needs xenstored; run make debian")
    run = "".join(f"bash {CHAPTER / name} mydevice 7; " for name in scripts)
    return ran(
        "bash", str(CHAPTER / "xenstore-daemon.sh"), "bash", "-c", f"{run} xenstore-ls -fp /local"
    ).stdout


def test_the_probe_script_leaves_what_both_ends_look_for() -> None:
    told = keys_after("drivers-probe.sh")
    front, back = "/local/domain/7/device/mydevice/0", "/local/domain/0/backend/mydevice/7/0"
    ours, theirs = r"\s+\(n0,r7\)", r"\s+\(n7,r0\)"
    for key, value, whose in [
        (f"{back}/frontend-id", "7", ours),
        (f"{back}/frontend", front, ours),
        (f"{back}/online", "1", ours),
        (f"{back}/state", "1", ours),
        (f"{front}/backend-id", "0", theirs),
        (f"{front}/backend", back, theirs),
        (f"{front}/state", "1", theirs),
    ]:
        assert re.search(f'^{key} = "{value}"{whose}$', told, re.MULTILINE), key


def test_the_wrong_script_writes_the_same_values() -> None:
    def pairs(text: str) -> set[str]:
        return set(re.findall(r'^(\S+ = ".+?")', text, re.MULTILINE))

    right, wrong = pairs(keys_after("drivers-probe.sh")), pairs(keys_after("drivers-wrong.sh"))
    assert len(wrong) == 6
    assert {pair for pair in right - wrong if "online" not in pair} == set()
    assert wrong <= right


def test_the_remove_script_closes_the_back_end() -> None:
    told = keys_after("drivers-probe.sh", "drivers-remove.sh")
    assert re.search(r'^/local/domain/0/backend/mydevice/7/0/state = "5"', told, re.MULTILINE)


def test_the_kernel_and_xen_count_the_states_alike_and_so_does_the_model() -> None:
    of_xen = states((XEN / "io/xenbus.h").read_text(encoding="utf-8"))
    assert states(kernel_header("interface/io/xenbus.h")) == of_xen
    model = (CHAPTER / "drivers-xenbus.c").read_text(encoding="utf-8")
    names = re.search(r"names\[\] = \{(.*?)\}", model, re.DOTALL)
    assert names is not None
    assert re.findall(r'"(\w+)"', names[1]) == sorted(of_xen, key=of_xen.__getitem__)


def test_a_watch_of_the_kernel_has_five_members() -> None:
    body = re.search(r"struct xenbus_watch\n\{(.*?)\n\};", kernel_header("xenbus.h"), re.DOTALL)
    assert body is not None
    code = re.sub(r"/\*.*?\*/", "", body[1], flags=re.DOTALL)
    declared = [part for part in code.split(";") if part.strip()]
    assert len(declared) == 5
    assert "will_handle" in declared[3]


def test_the_first_grants_are_reserved() -> None:
    text = (XEN / "grant_table.h").read_text(encoding="utf-8")
    found = dict(re.findall(r"#define GNTTAB_(\w*RESERVED\w*)\s+(\d+)", text))
    assert found == {"NR_RESERVED_ENTRIES": "8", "RESERVED_CONSOLE": "0", "RESERVED_XENSTORE": "1"}


def test_the_transfer_of_a_page_is_still_in_the_header() -> None:
    text = (XEN / "grant_table.h").read_text(encoding="utf-8")
    assert "GTF_accept_transfer" in text
