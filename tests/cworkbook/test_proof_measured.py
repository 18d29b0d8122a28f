"""The proof page's table of measurements: what the record holds, and no page without a record."""

import json
import re
from pathlib import Path

import pytest

from cworkbook.options import OptionError
from cworkbook.proof_measured import RECORD, measured_html

HOUSE = Path(__file__).resolve().parents[2]
ROW = {
    "what": "A start of `cexplain`",
    "measured": "41 ms",
    "beside": "<11 ms",
    "ratio": "3.7",
    "command": "python -m benchmarks command",
    "day": "2026-11-22",
    "machine": "2 cores & no more",
}


def root(folder: Path, *rows: dict[str, str]) -> Path:
    """A house whose record holds these rows."""
    (folder / RECORD).parent.mkdir()
    (folder / RECORD).write_text(json.dumps({"rows": rows}), encoding="utf-8")
    return folder


def test_each_row_says_what_how_much_beside_what_when_and_by_which_command(tmp_path: Path) -> None:
    table = measured_html(root(tmp_path, ROW))
    (row,) = re.findall(r"<tbody><tr>(.*)</tr></tbody>", table)
    assert re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) == [
        "A start of <code>cexplain</code>",
        "41 ms",
        "&lt;11 ms",
        "3.7",
        "2026-11-22",
        "<code>python -m benchmarks command</code>",
    ]
    assert "<caption>Measured on 2 cores &amp; no more</caption>" in table


def test_rows_of_two_machines_stand_in_two_tables(tmp_path: Path) -> None:
    other = ROW | {"machine": "a phone", "what": "The same there"}
    tables = measured_html(root(tmp_path, ROW, other, ROW | {"what": "Another"})).split("<table")
    assert len(tables) == 3
    assert "Another" in tables[1]
    assert "The same there" in tables[2]


def test_the_books_page_shows_every_row_that_is_kept() -> None:
    rows = json.loads((HOUSE / RECORD).read_text(encoding="utf-8"))["rows"]
    table = measured_html(HOUSE)
    assert table.count("<tr>") == len(rows) + len({row["machine"] for row in rows})
    for row in rows:
        assert f"<td>{row['day']}</td><td><code>{row['command']}</code></td>" in table


def test_a_missing_record_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"benchmarks/record\.json cannot be read"):
        measured_html(tmp_path)


def test_a_row_that_lacks_a_column_is_an_error_that_names_it(tmp_path: Path) -> None:
    without_a_day = {name: words for name, words in ROW.items() if name != "day"}
    with pytest.raises(OptionError, match="a row without 'day'"):
        measured_html(root(tmp_path, without_a_day))
