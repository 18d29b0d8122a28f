"""The XenStore chapter's daemon and its script: the real one starts, answers and goes away."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[2]
CHAPTER = HOUSE / "snippets" / "xen"
SCRIPT = CHAPTER / "xenstore-daemon.sh"
UNPACKED = HOUSE / ".cache" / "debian"
DAEMON = UNPACKED / "xen-utils-4.17" / "usr/lib/xen-4.17/bin/xenstored"
PAGE = (HOUSE / "docs/xen/xenstore.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _the_daemon_is_unpacked() -> None:
    """Leave the test out, except on CI, where `make debian` has not been run."""
    if not DAEMON.exists():
        pytest.skip("needs xenstored; run make debian")


def ran(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """How a command ended, with additions to its environment."""
    environment = os.environ | {"LC_ALL": "C"} | more
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=PATIENCE, env=environment
    )


def with_store(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """How a command ended that had a daemon of its own."""
    return ran("bash", str(SCRIPT), *command, **more)


def undefined(program: Path) -> set[str]:
    """The names that a program wants from the libraries of Xen."""
    told = ran("nm", "-D", "--undefined-only", str(program)).stdout
    return set(re.findall(r"\bU (\w+)@VERS_", told))


def test_the_shim_answers_every_call_to_a_hypervisor_and_nothing_else(tmp_path: Path) -> None:
    shim = tmp_path / "shim.so"
    ran("gcc", "-shared", "-fPIC", "-o", str(shim), str(CHAPTER / "xenstore-shim.c"))
    told = ran("nm", "-D", "--defined-only", str(shim)).stdout
    answered = set(re.findall(r" T (\w+)", told))
    # After a live update the daemon would take over an open channel; nobody updates it here.
    assert undefined(DAEMON) - answered == {"xenevtchn_fdopen"}
    assert answered - undefined(DAEMON) == {"open"}


def test_the_daemon_and_its_folder_are_gone_when_the_command_has_ended(tmp_path: Path) -> None:
    told = with_store(
        "bash", "-c", 'grep -o "$XENSTORED_RUNDIR/socket" /proc/net/unix', TMPDIR=str(tmp_path)
    )
    socket = told.stdout.split()[0]
    assert Path(socket).is_relative_to(tmp_path)
    assert socket not in Path("/proc/net/unix").read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


def test_the_commands_status_is_the_scripts() -> None:
    assert with_store("bash", "-c", "exit 42").returncode == 42


def test_two_daemons_know_nothing_of_each_other() -> None:
    inner = f"xenstore-write /outer 1; bash {SCRIPT} xenstore-exists /outer; echo inner $?"
    assert with_store("bash", "-c", inner).stdout == "inner 1\n"


def test_a_missing_daemon_is_named_and_nothing_waits(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    told = with_store("true", UNPACKED=str(tmp_path), TMPDIR=str(folder))
    assert told.returncode == 1
    assert "xenstored is not unpacked; run make debian" in told.stderr
    assert list(folder.iterdir()) == []


def test_what_the_daemon_says_when_it_cannot_start_is_not_hidden(tmp_path: Path) -> None:
    folder = tmp_path / ("deep" * 30)  # a socket's path may have 107 characters
    folder.mkdir()
    told = with_store("true", TMPDIR=str(folder))
    assert told.returncode == 1
    assert "too long" in told.stderr
    assert list(folder.iterdir()) == []


def test_the_numbers_in_the_twenty_lines_are_those_of_the_header(tmp_path: Path) -> None:
    text = (CHAPTER / "xenstore-raw.py").read_text(encoding="utf-8")
    names = dict(re.findall(r'(\d+): "(\w+)"', text))
    assert len(names) == 5
    checks = "".join(f'_Static_assert(XS_{name} == {n}, "");\n' for n, name in names.items())
    source = tmp_path / "numbers.c"
    source.write_text("#include <stdint.h>\n#include <xen/io/xs_wire.h>\n" + checks)
    assert ran("gcc", "-fsyntax-only", str(source)).stderr == ""


def test_the_message_on_the_page_is_that_of_the_header(tmp_path: Path) -> None:
    shown = re.search(r"struct xsd_sockmsg \{.*?\};", PAGE, re.DOTALL)
    assert shown is not None
    members = re.findall(r"uint32_t (\w+);", shown[0])
    checks = "".join(
        f'_Static_assert(offsetof(struct xsd_sockmsg, {name}) == {4 * place}, "");\n'
        for place, name in enumerate(members)
    )
    total = f'_Static_assert(sizeof(struct xsd_sockmsg) == {4 * len(members)}, "");\n'
    source = tmp_path / "message.c"
    headers = "#include <stddef.h>\n#include <stdint.h>\n#include <xen/io/xs_wire.h>\n"
    source.write_text(headers + checks + total)
    assert ran("gcc", "-fsyntax-only", str(source)).stderr == ""
