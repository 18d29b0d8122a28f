"""Every declaration of the whole book leads to the explainer."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urljoin

READINGS = re.compile(r'<section class="cw-explain".*?</section>', re.DOTALL)
INLINE = re.compile(r'<span class="cw-inline".*?(?=<span class="cw-inline-reading")', re.DOTALL)
LINK = re.compile(r'href="([^"#]*explainer/)#(v=1&amp;c=[^"]+)"')


def test_every_declaration_of_the_book_opens_in_the_explainer(site_folder: Path) -> None:
    found = 0
    for path in site_folder.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        for declaration in (*READINGS.findall(page), *INLINE.findall(page)):
            link = LINK.search(declaration)
            assert link, f"{path}: {declaration[:300]}"
            place = path.relative_to(site_folder).as_posix()
            assert urljoin(f"/{place}", link[1]) == "/explainer/", f"{path}: {link[0]}"
            state = parse_qs(unescape(link[2]))
            assert state["c"][0].strip(), f"{path}: {link[0]}"
            found += 1
    assert found > 50
