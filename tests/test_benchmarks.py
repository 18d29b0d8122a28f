"""What the benchmarks keep: one record, from which both READMEs and the proof page are written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import record
from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.measure import Row, found
from benchmarks.record import Kept, load, renewed, save, table, write

HOUSE = Path(__file__).resolve().parents[1]
OLD, NEW = "2026-11-01", "2026-11-22"


def kept(name: str, what: str, day: str = OLD, machine: str = "2 cores") -> Kept:
    """A row that a benchmark measured."""
    return Kept(
        Row(what, "1 s", "2 s: other", "0.50", f"python -m benchmarks {name}"), day, machine
    )


def test_the_readmes_show_what_is_kept() -> None:
    for page in record.READMES:
        shown = record.TABLE.search(page.read_text(encoding="utf-8"))
        assert shown is not None, page
        assert shown[0] == f"{shown[1]}{table(load())}\n{shown[2]}", page


def test_every_row_that_is_kept_can_be_measured_anew() -> None:
    assert {one.benchmark for one in load()} <= set(BENCHMARKS)
    for one in load():
        assert one.row.command == f"python -m benchmarks {one.benchmark}"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one.day)


def test_a_benchmark_that_runs_again_replaces_its_own_rows_alone() -> None:
    before = (kept("a", "first"), kept("a", "second"), kept("b", "third"))
    after = renewed(before, "a", [kept("a", "anew", NEW)], ["a", "b"])
    assert after == (kept("a", "anew", NEW), kept("b", "third"))


def test_rows_stand_in_the_benchmarks_order_and_go_with_their_benchmark() -> None:
    before = (kept("gone", "first"), kept("b", "second"))
    after = renewed(before, "a", [kept("a", "anew")], ["a", "b"])
    assert [one.row.what for one in after] == ["anew", "second"]


def test_what_is_written_is_read_again_the_same(tmp_path: Path) -> None:
    rows = (kept("a", "What `it` takes, “or” not"), kept("b", "more", NEW, "another"))
    save(rows, tmp_path / "record.json")
    assert load(tmp_path / "record.json") == rows
    assert load(tmp_path / "none.json") == ()


def test_a_table_is_replaced_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("above\n<!-- table -->\nold\n<!-- end -->\nbelow\n", encoding="utf-8")
    write([kept("a", "first")], [page])
    assert page.read_text(encoding="utf-8").split("\n") == [
        "above",
        "<!-- table -->",
        "Measured on 2 cores.",
        "",
        *record.HEAD.split("\n"),
        "| first | 1 s | 2 s: other | 0.50 | 2026-11-01 | `python -m benchmarks a` |",
        "<!-- end -->",
        "below",
        "",
    ]


def test_each_machine_has_a_table_of_its_own() -> None:
    rows = [kept("a", "x"), kept("b", "y", machine="a phone"), kept("c", "z")]
    here, there = table(rows).split("\n\nMeasured on a phone.\n\n")
    assert here.startswith("Measured on 2 cores.\n\n")
    assert ("| x |" in here, "| z |" in here, "| y |" in there) == (True, True, True)


def test_an_unknown_benchmark_is_refused_with_the_names_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["nothing"])
    assert ended.value.code == 2
    assert "there is no benchmark 'nothing'; there are transfers," in capsys.readouterr().err


def test_the_environments_own_commands_are_found_without_its_place_on_the_path() -> None:
    script = "from benchmarks.measure import found; print(found('cexplain'))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HOUSE,
        env=os.environ | {"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == Path(sys.executable).with_name("cexplain")


def test_a_command_that_nobody_has_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="there is no such-a-command"):
        found("such-a-command")


def test_the_command_line_measures_where_the_path_names_nothing_of_the_environment() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "command"],
        cwd=HOUSE,
        env=os.environ | {"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\| One start of the command.* ms \|", done.stdout, re.MULTILINE)
