"""Proving and blessing: the cache, the comparison with the record, the command."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cexplain import processes
from cexplain.processes import Finished
from cworkbook import proofcache, prove, records
from cworkbook.proofcache import Cache
from cworkbook.toolchain import Toolchain
from support.proving import TOOLCHAIN, Book

TEXT = (
    "//@ do: run\n//@ compilers: gcc\n//@ output: 1\n"
    '#include <stdio.h>\nint main(void) { puts("1"); }\n'
)
VARIES = (
    "//@ do: run\n//@ compilers: gcc\n//@ varies: output\n//@ output-contains: ^\\d+$\n"
    '#include <stdio.h>\n#include <unistd.h>\nint main(void) { printf("%d\\n", (int)getpid()); }\n'
)


@dataclass
class Counting:
    """Runs commands and remembers those that are compilers' work or programs."""

    commands: list[str] = field(default_factory=list)

    def __call__(self, command: Sequence[str], **options: Any) -> Finished:
        if "--version" not in command:
            # Of a program that has a limit, the program.
            self.commands.append(command[command.index("--") + 1 if "--" in command else 0])
        return processes.run(command, **options)


@pytest.fixture
def made(tmp_path: Path) -> Book:
    """Return an empty book with tools that count what is started."""
    return Book(tmp_path, Toolchain(Counting()))


def started(made: Book) -> list[str]:
    """Return what was started since the last question."""
    assert isinstance(made.toolchain.run, Counting)
    commands = list(made.toolchain.run.commands)
    made.toolchain.run.commands.clear()
    return commands


def test_an_unchanged_snippet_is_not_run_again(made: Book, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first = made.prove(TEXT, cache=cache)
    assert started(made) == ["gcc", "./program"]
    again = made.prove(TEXT, cache=cache)
    assert started(made) == []
    assert [p.cached for p in (*first.values(), *again.values())] == [False, True]
    assert first["gcc-c17-O0"].run == again["gcc-c17-O0"].run


def test_a_changed_snippet_is_run_again(made: Book, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    made.prove(TEXT, cache=cache)
    started(made)
    made.prove(TEXT.replace("//@ output: 1", "//@ exit: 0"), cache=cache)
    assert started(made) == ["gcc", "./program"]


def test_a_failure_is_never_taken_from_the_cache(made: Book, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    wrong = TEXT.replace("output: 1", "output: 2")
    for _ in range(2):
        proof = made.prove(wrong, cache=cache)["gcc-c17-O0"]
        assert proof.failures
        assert started(made) == ["gcc", "./program"]


def test_another_compiler_version_or_checker_has_other_proofs(
    made: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    snippet = made.snippet(TEXT)
    key = snippet.keys[0]
    name = cache.name(snippet, key, {"gcc": "12"})
    assert cache.name(snippet, key, {"gcc": "12"}) == name
    assert cache.name(snippet, key, {"gcc": "13"}) != name
    monkeypatch.setattr(proofcache, "checker_digest", lambda: "another")
    assert cache.name(snippet, key, {"gcc": "12"}) != name


def test_readings_are_proved_anew_when_the_engine_changes(
    made: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    plain = made.snippet(TEXT, "chapter/plain.c")
    reads = made.snippet(TEXT + "int x;  //~ reads: x is an int\n", "chapter/reads.c")
    before = [cache.name(s, s.keys[0], {}) for s in (plain, reads)]
    monkeypatch.setattr(proofcache, "engine_digest", lambda: "another")
    after = [cache.name(s, s.keys[0], {}) for s in (plain, reads)]
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_a_damaged_cache_is_no_proof(made: Book, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    made.prove(TEXT, cache=cache)
    for file in (tmp_path / "cache").rglob("*.json"):
        file.write_text("{")
    started(made)
    assert made.prove(TEXT, cache=cache)["gcc-c17-O0"].failures == ()
    assert started(made) == ["gcc", "./program"]


def test_every_module_of_the_checker_counts_for_the_cache() -> None:
    folder = Path(proofcache.__file__).parent
    assert [name for name in proofcache.CHECKER if not (folder / f"{name}.py").exists()] == []


def test_blessing_writes_a_record_that_the_next_run_agrees_with(made: Book) -> None:
    snippet = made.snippet(TEXT)
    assert prove.bless(snippet, made.toolchain, None) == (True, ())
    record = records.load(snippet)
    assert record is not None
    assert records.stale(snippet, record) is None
    assert record.tools["gcc"].startswith("gcc ")
    run = record.run("gcc")
    assert (run.stdout, run.exit, run.diagnostics) == ("1\n", 0, ())
    assert run.command == "gcc -std=c17 -O0 program.c -o program && ./program"
    assert prove.bless(snippet, made.toolchain, None) == (False, ())
    assert prove.check(snippet, made.toolchain, None) == (False, ())


def test_a_snippet_that_fails_is_not_blessed(made: Book) -> None:
    snippet = made.snippet(TEXT.replace("output: 1", "output: 2"))
    changed, problems = prove.bless(snippet, made.toolchain, None)
    assert not changed
    assert "standard output is not the announced one" in problems[0]
    assert records.load(snippet) is None


def test_a_record_that_tells_something_else_fails_and_shows_the_difference(made: Book) -> None:
    snippet = made.snippet(TEXT)
    prove.bless(snippet, made.toolchain, None)
    path = records.record_path(snippet)
    path.write_text(path.read_text().replace('"1\\n"', '"7\\n"'))
    (problem,) = prove.check(snippet, made.toolchain, None)[1]
    assert '-"stdout": "7\\n",' in problem.replace("- ", "-")
    assert '+"stdout": "1\\n",' in problem.replace("+ ", "+")
    assert "run make bless" in problem


def test_another_version_line_alone_is_no_difference(made: Book) -> None:
    snippet = made.snippet(TEXT)
    prove.bless(snippet, made.toolchain, None)
    path = records.record_path(snippet)
    record = records.load(snippet)
    assert record is not None
    path.write_text(path.read_text().replace(record.tools["gcc"], "gcc of another day"))
    assert prove.check(snippet, made.toolchain, None) == (False, ())


def test_what_varies_is_recorded_and_not_compared(made: Book) -> None:
    snippet = made.snippet(VARIES)
    assert prove.bless(snippet, made.toolchain, None) == (True, ())
    assert prove.check(snippet, made.toolchain, None) == (False, ())
    assert prove.bless(snippet, made.toolchain, None) == (False, ())


def test_the_record_of_a_hanging_program_says_so(made: Book) -> None:
    snippet = made.snippet(
        "//@ do: run\n//@ compilers: gcc\n//@ hangs: 300ms\nint main(void) { for (;;) { } }\n"
    )
    assert prove.bless(snippet, made.toolchain, None) == (True, ())
    record = records.load(snippet)
    assert record is not None
    assert (record.run("gcc").hangs, record.run("gcc").exit) == (True, None)


def test_no_place_of_this_machine_gets_into_a_record(made: Book) -> None:
    snippet = made.snippet(
        "//@ do: run\n//@ levels: -O2\n//@ compilers: gcc clang\n//@ record: assembly\n"
        "//@ sanitize: address\n//@ exit: 1\n#include <stdio.h>\n#include <stdlib.h>\n"
        "#include <unistd.h>\nint main(void) { char s[200]; puts(getcwd(s, sizeof s)); "
        "puts(__FILE__); fflush(stdout); volatile char *p = malloc(9); free((void *)p); "
        "return p[0]; }\n"
    )
    assert prove.bless(snippet, made.toolchain, None) == (True, ())
    first = records.record_path(snippet).read_text()
    assert prove.bless(snippet, made.toolchain, None) == (False, ())
    assert str(made.root) not in first
    assert '"stdout": "/snippet/run\\nprogram.c\\n"' in first
    assert "heap-use-after-free" in first
    assert "AddressSanitizer: heap-use-after-free program.c:10" in first


def test_a_tool_s_version_is_the_line_that_holds_a_number() -> None:
    def told(command: Sequence[str], **options: Any) -> Finished:
        return Finished(0, b"a tool\n  with LLVM version 14.0.6\n", b"")

    assert Toolchain(told).version("tool") == "with LLVM version 14.0.6"


def test_a_missing_compiler_is_named_by_its_package(tmp_path: Path) -> None:
    made = Book(tmp_path, Toolchain(processes.run, which=lambda _name: None))
    snippet = made.snippet("//@ do: run\n//@ compilers: arm-gcc\nint main(void) { return 0; }\n")
    assert made.toolchain.missing(snippet, snippet.keys[0]) == (
        "gcc-arm-linux-gnueabihf",
        "libc6-dev-armhf-cross",
        "qemu-user",
    )


def test_a_package_that_is_required_and_not_installed_is_named(tmp_path: Path) -> None:
    made = Book(tmp_path)
    snippet = made.snippet("//@ do: run\n//@ requires: no-such-package dpkg\nint x;\n")
    assert TOOLCHAIN.missing(snippet, snippet.keys[0]) == ("no-such-package",)


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return how the command ended in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "cworkbook.prove", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_blesses_checks_and_removes_what_is_left_over(made: Book) -> None:
    made.snippet(TEXT)
    made.write("snippets/chapter/recorded/gone.c.json", "{}")
    checked = command(made.root)
    assert checked.returncode == 1
    assert "chapter/program.c has no record; run make bless" in checked.stdout
    blessed = command(made.root, "--bless")
    assert blessed.stdout == "1 of 1 snippets proved; 1 records written, 1 removed\n"
    assert command(made.root / "snippets").stdout == "1 of 1 snippets proved\n"


def test_the_command_takes_paths_and_names_wrong_headers(made: Book) -> None:
    made.snippet(TEXT)
    made.write("snippets/chapter/wrong.c", "//@ do: rum\n")
    assert command(made.root, "--bless", "snippets/chapter/program.c").returncode == 0
    wrong = command(made.root, "snippets/chapter")
    assert wrong.returncode == 1
    assert "snippets/chapter/wrong.c:1: error: do: 'rum' is not known" in wrong.stdout
    assert "1 of 2 snippets proved" in wrong.stdout


def test_wrong_usage_of_the_command_is_status_2(tmp_path: Path) -> None:
    outside = command(tmp_path)
    assert outside.returncode == 2
    assert "there is no folder 'snippets' here or above" in outside.stderr
    (tmp_path / "snippets").mkdir()
    assert command(tmp_path, "no/such").returncode == 2
