"""The foot of each page leads to the source and to where mistakes are reported, if it is told."""

from pathlib import Path

import pytest

from support.sites import ENGINES, build, small_book

SOURCE = "https://example.org/book/"
REPORT = "https://example.org/book/issues?label=mistake&new=1"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("told", [True, False])
def test_links_lead_out_only_where_somebody_said_to_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, *, told: bool
) -> None:
    for name, address in (("WORKBOOK_REPOSITORY", SOURCE), ("WORKBOOK_REPORT", REPORT)):
        monkeypatch.setenv(name, address) if told else monkeypatch.delenv(name, raising=False)
    book = small_book(tmp_path, {"index.md": "# Home\n"})
    done = build(engine, book)
    assert done.returncode == 0, done.stdout + done.stderr
    html = (book / "site/index.html").read_text(encoding="utf-8")
    assert (f'href="{SOURCE}"' in html) is told
    assert ("Report a mistake" in html) is told
    assert ("label=mistake" in html) is told
