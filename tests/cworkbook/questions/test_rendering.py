"""A question on a page: in Markdown, and in both site engines."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook.pages import PageError
from support.questions import BELIEF, PAGE, prepare
from support.sites import ENGINES, build


def render(text: str, root: Path) -> str:
    """The HTML of a page's Markdown."""
    md = Markdown(
        extensions=["pymdownx.superfences", "pymdownx.inlinehilite", "cworkbook.extension"],
        extension_configs={"cworkbook.extension": {"root": str(root)}},
    )
    return md.convert(text)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with the programs that the questions are about."""
    return prepare(tmp_path_factory.mktemp("book"), {"asked.md": PAGE}, assets=False)


def section(html: str, name: str) -> str:
    """The section of one question."""
    start = html.index(f'id="q-{name}"')
    return html[html.rindex("<section", 0, start) : html.index("</section>", start)]


def test_a_question_has_what_is_asked_its_choices_and_folded_answers(root: Path) -> None:
    html = section(render(PAGE, root), "demo-bytes")
    assert "<strong>How many bytes does <code>a</code> take?</strong>" in html
    assert re.findall(r'<li data-choice="(\d+)"><span [^>]*>(.*?)</span>', html) == [
        ("8", "8 bytes"),
        ("80", "80 bytes"),
        ("1200", "1200 bytes"),
    ]
    fold = html[html.index("<details") :]
    assert fold.index("is-right") < fold.index("is-wrong")
    assert "Ten times fifteen pointers." in fold
    assert "a 1200" in fold  # a snippet's fence within an answer


def test_what_is_outside_of_a_question_stays_where_it_was(root: Path) -> None:
    html = render(PAGE, root)
    assert html.index("Some words before") < html.index("<section")
    assert html.rindex("</section>") < html.index("<p>The end.</p>")
    assert "///" not in html


def test_code_in_a_question_is_no_markdown(root: Path) -> None:
    html = section(render(PAGE, root), "demo-write")
    assert '<code class="cw-question__label">char *(*pick)(int);</code>' in html
    assert "<em>(int)" not in html


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("demo-verdict", "A compiler refuses it"),
        ("demo-reading", "row is an array of 3 pointers to int"),
    ],
)
def test_what_is_said_in_words_is_no_code(name: str, words: str, root: Path) -> None:
    html = section(render(PAGE, root), name)
    answers = html[html.index("<details") :]
    assert f'<span class="cw-question__label">{words}</span>' in answers
    assert "<code" not in answers


def test_scripts_find_the_data_at_the_section(root: Path) -> None:
    html = section(render(PAGE, root), "demo-bytes")
    found = re.search(r'data-question="(.*?)"', html)
    assert found is not None
    told = json.loads(unescape(found[1]))
    assert (told["id"], told["kind"], told["fixed"]) == ("demo-bytes", "choice", True)
    assert told["parts"][0] == {"name": "80", "right": False, "belief": "spiral"}


def test_a_wrong_answer_leads_to_the_belief_behind_it(tmp_path: Path) -> None:
    root = prepare(tmp_path, {"asked.md": PAGE}, assets=False)
    text = BELIEF.replace("spirals", "spiral", 1)
    path = root / "docs/misconceptions/beliefs.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    part = section(render(PAGE, root), "demo-bytes")
    assert part.count("cw-question__belief") == 1
    line = part[part.index("cw-question__belief") :]
    assert part.rindex('data-part="0"') < part.index("cw-question__belief")
    assert line.startswith(
        'cw-question__belief">Misconception: <a href="misconceptions/some.md#spiral">'
        "<code>int *a[3]</code> spirals</a></p>"
    )


def test_a_former_name_is_told_so_that_old_answers_are_found(tmp_path: Path) -> None:
    root = prepare(tmp_path, {"asked.md": PAGE}, assets=False)
    text = '[renamed]\ndemo-octets = "demo-bytes"\n'
    (root / "docs/questions.toml").write_text(text, encoding="utf-8")
    assert "&quot;former&quot;: &quot;demo-octets&quot;" in section(
        render(PAGE, root), "demo-bytes"
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('{key="1200"} 1200', '{key="1201"} 1201', 14, "this is not right, or its proof is not"),
        ("sizes.c prints 'a {}'", "sizes.c prints 'b {}'", 8, "this is not wrong, or its proof"),
        ("/// right char *(*pick)(int);", "/// right char *(*pick)(long);", 73, "it does not hold"),
        ("/// wrong char *(pick)(int);", "/// wrong char *(*pick)(int x);", 76, "it holds that"),
        ("sizes.c prints 'a {}'", "size.c prints 'a {}'", 8, "there is no snippet 'size.c'"),
        ('/// right {at="2"}', '/// right {at="3"}', 120, "this is not right"),
    ],
)
def test_what_the_evidence_contradicts_fails_the_build(
    old: str, new: str, line: int, message: str, root: Path
) -> None:
    assert old in PAGE
    with pytest.raises(PageError) as raised:
        render(PAGE.replace(old, new), root)
    assert re.match(rf"<page>:{line}: error: .*{re.escape(message)}", str(raised.value))


@pytest.mark.audit
@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_build_it_and_name_the_line_of_a_wrong_key(
    engine: str, tmp_path: Path
) -> None:
    front = "---\ntitle: Asked\n---\n\n"
    folder = prepare(
        tmp_path, {"index.md": "# Home\n", "asked.md": front + PAGE, "other.md": "# O\n"}
    )
    result = build(engine, folder)
    assert result.returncode == 0, result.stdout + result.stderr
    html = (folder / "site/asked/index.html").read_text(encoding="utf-8")
    assert html.count('<section aria-labelledby="q-demo-') == PAGE.count("/// question")
    assert 'href="../other/"' in section(html, "demo-bytes")
    page = folder / "docs/asked.md"
    page.write_text(front + PAGE.replace('{key="1200"}', '{key="1201"}'), encoding="utf-8")
    result = build(engine, folder)
    said = result.stdout + result.stderr
    assert result.returncode == 1
    assert "docs/asked.md:18: error: this is not right" in said
    assert "Traceback" not in said
