"""The proof page's table of real headers: the record's numbers, and no page without a record."""

import json
from pathlib import Path

import pytest

from cworkbook.options import OptionError
from cworkbook.proof_headers import RECORD, headers_html

HOUSE = Path(__file__).resolve().parents[2]


def test_the_table_has_a_row_for_each_package_and_one_for_all() -> None:
    record = json.loads((HOUSE / RECORD).read_text(encoding="utf-8"))
    table = headers_html(HOUSE)
    for name in (*record["packages"], "all"):
        assert f'<th scope="row">{name}</th>' in table
    assert f">{record['total']['function']:,}</td>" in table


def test_a_missing_record_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"record\.json cannot be read"):
        headers_html(tmp_path)
