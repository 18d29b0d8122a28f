"""`make serve` shows the book before its scripts are built. The commands that it uses are stubs."""

import os
import subprocess
from pathlib import Path

import pytest

from support.patience import PATIENCE
from support.sites import ROOT

SERVER = 'echo "$@" >served; echo served >meeting'
"""It serves until the build is under way: both wait for each other."""

BUILD = '[ "$1" = --question ] && exit 1; read -r _ <meeting; echo built >made'


class Place:
    """A folder in which `make` and `mkdocs` are ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        os.mkfifo(folder / "meeting")

    def command(self, name: str, script: str) -> None:
        """Put a command first on the path."""
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def serving(self) -> subprocess.Popen[str]:
        """Begin to serve."""
        return subprocess.Popen(
            ["bash", str(ROOT / "tools/serve.sh"), "1234"],
            cwd=self.folder,
            env=os.environ | {"PATH": f"{self.folder}:{os.environ['PATH']}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def serve(self) -> str:
        """Serve until the server ends, and return what was said."""
        with self.serving() as server:
            said, wrong = server.communicate(timeout=PATIENCE)
        assert (server.returncode, wrong) == (0, "")
        return said

    def said(self, name: str) -> str:
        """What a command has left in a file."""
        return (self.folder / name).read_text(encoding="utf-8").strip()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A folder for commands."""
    return Place(tmp_path)


def test_the_server_starts_while_the_scripts_are_built(place: Place) -> None:
    place.command("make", f"{BUILD}; echo told >meeting")
    place.command("mkdocs", f"{SERVER}; read -r _ <meeting")
    said = place.serve()
    assert place.said("served") == "serve --livereload --dev-addr 127.0.0.1:1234"
    assert place.said("made") == "built"
    assert "The book comes at once." in said


def test_what_is_built_is_not_built_again(place: Place) -> None:
    place.command("make", '[ "$1" = --question ]')
    place.command("mkdocs", "echo served >served")
    assert place.serve() == ""
    assert place.said("served") == "served"


def test_a_build_that_fails_is_told_and_the_book_is_served_on(place: Place) -> None:
    place.command("make", "exit 1")
    place.command("mkdocs", "read -r _ <meeting")
    with place.serving() as server:
        assert server.stderr is not None
        assert "could not be built" in server.stderr.readline()
        (place.folder / "meeting").write_text("end\n", encoding="utf-8")
        assert server.wait(PATIENCE) == 0


def test_the_build_ends_with_the_server(place: Place) -> None:
    os.mkfifo(place.folder / "ended")
    on = "trap 'echo ended >ended; exit 1' TERM; echo on >meeting; sleep infinity & wait"
    place.command("make", f'[ "$1" = --question ] && exit 1; {on}')
    place.command("mkdocs", "read -r _ <meeting")
    with place.serving() as server:
        assert place.said("ended") == "ended"
        assert server.wait(PATIENCE) == 0
