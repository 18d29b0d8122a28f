"""Programs that run under a script, and packages that are unpacked instead of installed."""

import os
import subprocess
from pathlib import Path

import pytest

from cworkbook import records
from cworkbook.marks import SnippetError
from support.proving import TOOLCHAIN, Book

SCRIPT = 'read -r word <greeting\nGREETING=$word\nexport GREETING\n"$@"\necho taken down\n'
PROGRAM = """//@ do: run
//@ compilers: gcc
//@ under: around.sh greeting
//@ output:
//| hello
//| taken down
#include <stdio.h>
#include <stdlib.h>
int main(void) { puts(getenv("GREETING")); }
"""
UNPACKER = Path(__file__).parents[2] / "tools" / "debian-unpacked.sh"


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """A book whose chapter has a script and the file that the script needs."""
    book = Book(tmp_path)
    book.write("snippets/chapter/around.sh", SCRIPT)
    book.write("snippets/chapter/greeting", "hello\n")
    return book


def test_a_program_runs_under_the_script_beside_it(made: Book) -> None:
    (proof,) = made.prove(PROGRAM).values()
    assert proof.failures == ()
    assert proof.run.command.endswith("bash around.sh ./program")


def test_a_folders_script_runs_under_it_as_well(made: Book) -> None:
    header = "#@ do: run\n#@ compilers: gcc\n#@ under: around.sh greeting\n#@ files: a.c\n"
    header += '#@ output:\n#| hello\n#| taken down\n#@ script: echo "$GREETING"\n'
    made.write("snippets/chapter/two/a.c", "int a;\n")
    assert made.failures(header, "chapter/two/snippet") == []


def test_valgrind_looks_at_the_program_and_not_at_the_script(made: Book) -> None:
    text = PROGRAM.replace("//@ output:", "//@ valgrind: all-freed no-errors\n//@ output:")
    (proof,) = made.prove(text).values()
    assert proof.failures == ()
    assert proof.run.valgrind is not None
    assert proof.run.valgrind["in_use"] == 0


def test_a_record_is_stale_when_what_a_program_runs_under_changes(made: Book) -> None:
    snippet = made.snippet(PROGRAM)
    before = records.digest(snippet)
    made.write("snippets/chapter/greeting", "good morning\n")
    assert records.digest(snippet) != before


def test_a_file_that_a_program_runs_under_must_be_there(made: Book) -> None:
    (made.root / "snippets/chapter/greeting").unlink()
    with pytest.raises(SnippetError, match=r"program\.c:3: error: there is no file 'greeting'"):
        made.snippet(PROGRAM)


def test_a_package_that_is_only_unpacked_is_there_and_its_folder_is_named(tmp_path: Path) -> None:
    made = Book(tmp_path)
    text = '#@ do: run\n#@ requires: thing-1.0\n#@ output: files\ncat "$UNPACKED/thing-1.0/what"\n'
    snippet = made.snippet(text, "chapter/show.sh")
    assert TOOLCHAIN.missing(snippet, snippet.keys[0]) == ("thing-1.0",)
    made.write(".cache/debian/thing-1.0/what", "files\n")
    made.write(".cache/debian/thing-1.0.version", "1.0-1\n")
    assert TOOLCHAIN.missing(snippet, snippet.keys[0]) == ()
    assert TOOLCHAIN.versions(snippet, snippet.keys[0])["thing-1.0"] == "1.0-1"
    assert made.failures(text, "chapter/show.sh") == []


def unpack(root: Path, apt: str, *packages: str) -> subprocess.CompletedProcess[str]:
    """How the unpacking ended in a folder of its own, with that script in apt's place."""
    script = root / "tools" / UNPACKER.name
    script.parent.mkdir(exist_ok=True)
    script.write_bytes(UNPACKER.read_bytes())
    stand_in = root / "bin" / "apt-get"
    stand_in.parent.mkdir(exist_ok=True)
    stand_in.write_text(f"#!/bin/sh\n{apt}\n")
    stand_in.chmod(0o755)
    environment = os.environ | {"PATH": f"{stand_in.parent}:{os.environ['PATH']}"}
    command = ["sh", str(script), *packages]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


BUILDS = """
for name; do :; done
mkdir -p made/DEBIAN made/usr
printf 'Package: %s\\nVersion: 2.0-1\\nArchitecture: all\\nMaintainer: nobody\\nDescription: x\\n' \
    "$name" > made/DEBIAN/control
echo content > made/usr/thing
dpkg-deb --build made "${name}_2.0-1_all.deb"
"""


def test_a_package_is_unpacked_once_and_not_installed(tmp_path: Path) -> None:
    done = unpack(tmp_path, BUILDS, "thing-2.0")
    assert (done.returncode, done.stderr) == (0, "Unpacking Debian packages: thing-2.0\n")
    kept = tmp_path / ".cache" / "debian"
    assert (kept / "thing-2.0.version").read_text() == "2.0-1\n"
    assert (kept / "thing-2.0/usr/thing").read_text() == "content\n"
    again = unpack(tmp_path, "echo nobody asks >&2; exit 1", "thing-2.0")
    assert (again.returncode, again.stderr) == (0, "")


def test_root_lets_a_user_of_few_rights_fetch(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        mine = '[ "$(stat -c %U .)" = _apt ] && [ "$(stat -c %a .)" = 755 ] || exit 1\n'
    else:
        mine = '[ "$(stat -c %u .)" = "$(id -u)" ] || exit 1\n'
    unlocked = 'case "$*" in *Sandbox*) exit 1 ;; esac\n'
    assert unpack(tmp_path, unlocked + mine + BUILDS, "thing-2.0").returncode == 0


def test_without_lists_of_the_machine_own_ones_are_fetched(tmp_path: Path) -> None:
    only_with_own_lists = f'case "$*" in *Dir::State::Lists*) ;; *) exit 100 ;; esac\n{BUILDS}'
    assert unpack(tmp_path, only_with_own_lists, "thing-2.0").returncode == 0


def test_without_a_connection_the_package_and_the_command_are_named(tmp_path: Path) -> None:
    done = unpack(tmp_path, "echo 'E: Failed to fetch' >&2; exit 100", "thing-2.0")
    assert done.returncode == 1
    assert "    E: Failed to fetch\n" in done.stderr
    assert "error: the Debian package thing-2.0 could not be fetched" in done.stderr
    assert done.stderr.endswith("    make debian\n")
    assert not (tmp_path / ".cache/debian/thing-2.0.version").exists()
