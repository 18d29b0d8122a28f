"""What the benchmarks measured last, from the record that `python -m benchmarks --write` keeps."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from cworkbook.options import OptionError

RECORD = Path("benchmarks/record.json")
_COLUMNS = {
    "what": "What",
    "measured": "Measured",
    "beside": "Beside",
    "ratio": "Ratio",
    "day": "Day",
    "command": "Command",
}


def measured_html(root: Path) -> str:
    """Return a table for each machine that measured; OptionError where the record is missing."""
    try:
        record: dict[str, Any] = json.loads((root / RECORD).read_text(encoding="utf-8"))
        rows: list[Mapping[str, str]] = [
            {name: str(row[name]) for name in (*_COLUMNS, "machine")} for row in record["rows"]
        ]
    except (OSError, ValueError) as error:
        raise OptionError(f"{RECORD} cannot be read: {error}") from error
    except (KeyError, TypeError) as error:
        raise OptionError(f"{RECORD} has a row without {error}") from error
    machines = list(dict.fromkeys(row["machine"] for row in rows))
    rows.sort(key=lambda row: machines.index(row["machine"]))
    return "".join(
        _table(machine, of) for machine, of in groupby(rows, key=lambda row: row["machine"])
    )


def _table(machine: str, rows: Iterable[Mapping[str, str]]) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS.values())
    caption = f"Measured on {escape(machine)}"
    return (
        f'<div class="cw-table" tabindex="0" role="group" aria-label="{caption}">'
        f'<table class="cw-proof"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, rows))}</tbody></table></div>"
    )


def _row(row: Mapping[str, str]) -> str:
    head, *cells = (_words(row[name]) for name in _COLUMNS if name != "command")
    body = "".join(f"<td>{cell}</td>" for cell in cells)
    command = f"<td><code>{escape(row['command'])}</code></td>"
    return f'<tr><th scope="row">{head}</th>{body}{command}</tr>'


def _words(text: str) -> str:
    """Return a cell's text, in which backquotes mark code as in the README's table."""
    parts = text.split("`")
    return "".join(
        f"<code>{escape(part)}</code>" if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )
