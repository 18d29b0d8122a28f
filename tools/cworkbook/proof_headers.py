"""What the tests prove of real headers, from the record that they hold themselves to."""

import json
from html import escape
from pathlib import Path
from typing import Any

from cworkbook.options import OptionError

RECORD = Path("tests/headers/record.json")
_COLUMNS = {
    "headers": "Headers included",
    "files": "Files",
    "function": "Functions",
    "object": "Objects",
    "typedef": "Typedefs",
    "record": "Structs and unions",
    "enum": "Enums",
}


def headers_html(root: Path) -> str:
    """Return the record as a table, a row for each package; OptionError where it is missing."""
    try:
        record: dict[str, Any] = json.loads((root / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OptionError(f"{RECORD} cannot be read: {error}") from error
    head = "".join(
        f'<th scope="col">{column}</th>' for column in ("Package", "Version", *_COLUMNS.values())
    )
    rows = [_row(name, package["version"], package) for name, package in record["packages"].items()]
    rows.append(_row("all", "", record["total"]))
    return (
        '<div class="cw-table" tabindex="0" role="group" aria-label="Real headers, by package">'
        f'<table class="cw-proof"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(name: str, version: str, counted: dict[str, int]) -> str:
    cells = "".join(
        f'<td data-label="{escape(label)}">{counted[column]:,}</td>'
        for column, label in _COLUMNS.items()
    )
    first = f'<th scope="row">{escape(name)}</th><td data-label="Version">{escape(version)}</td>'
    return f"<tr>{first}{cells}</tr>"
