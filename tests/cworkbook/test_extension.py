"""The Markdown extension, without a site engine around it."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cworkbook import book, records
from cworkbook.pages import Page, PageError

PROGRAM = """//@ do: run
//@ output: 3
#include <stdio.h>

//@ section: main
int main(void)
{
    puts("3");
    return 0;
}
//@ end
"""


def render(text: str, root: Path) -> str:
    """The HTML of a page's Markdown; its project is in the folder `root`."""
    extensions = ["pymdownx.superfences", "pymdownx.inlinehilite", "pymdownx.details"]
    md = Markdown(
        extensions=[*extensions, "cworkbook.extension"],
        extension_configs={"cworkbook.extension": {"root": str(root)}},
    )
    return md.convert(text)


def words(html: str) -> str:
    """What a reader sees of it, with single spaces."""
    html = re.sub(r"<(style|svg).*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def message(text: str, root: Path) -> str:
    """The error that a page raises."""
    with pytest.raises(PageError) as raised:
        render(text, root)
    return str(raised.value)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one snippet, its record, and a page that shows it."""
    path = tmp_path / "snippets/demo/three.c"
    path.parent.mkdir(parents=True)
    path.write_text(PROGRAM, encoding="utf-8")
    page = tmp_path / "docs/demo.md"
    page.parent.mkdir()
    page.write_text('```c {snippet="demo/three.c"}\n```\n', encoding="utf-8")
    program = book.load(path, tmp_path)
    runs = tuple(
        records.Run(
            key.compiler, key.std, key.level, f"{key.compiler} three.c", exit=0, stdout="3\n"
        )
        for key in program.keys
    )
    digest = records.digest(program)
    records.store(program, records.Record(program.name, digest, {"gcc": "gcc 12.2.0"}, runs))
    return tmp_path


def test_a_declaration_is_read_where_it_stands(root: Path) -> None:
    html = render('```c {explain="1"}\nint *row[3];\n```\n', root)
    assert "row is an array of 3 pointers to int" in words(html)
    assert "<svg" in html


def test_a_declaration_in_a_sentence_is_followed_by_its_reading(root: Path) -> None:
    text = words(render("So `#!cdecl int *const p` stands still.", root))
    assert text == "So int *const p (p is a const pointer to int) stands still."


def test_plain_c_keeps_its_highlighting(root: Path) -> None:
    html = render('```c hl_lines="1"\nint x;\n```\n', root)
    assert 'class="highlight"' in html
    assert "cw-" not in html


def test_a_standard_is_obeyed(root: Path) -> None:
    text = words(render('```c {explain="1" std="c17"}\nint f();\n```\n', root))
    assert "unspecified parameters" in text


def test_an_error_names_the_line_and_column_of_the_declaration(root: Path) -> None:
    text = 'Text.\n\n```c {explain="1"}\nint x;\nint *(p;\n```\n'
    assert re.match(r"<page>:5:\d+: error: ", message(text, root))


def test_an_error_in_a_sentence_names_its_line(root: Path) -> None:
    assert message("One.\n\nTwo\nthree `#!cdecl int *(p` four.", root).startswith("<page>:4: ")


def test_an_error_inside_an_answer_names_its_line(root: Path) -> None:
    text = '??? answer "Reveal"\n\n    ```c {explain="1"}\n    int *(p;\n    ```\n'
    assert message(text, root).startswith("<page>:4:")


def test_an_announced_error_is_shown(root: Path) -> None:
    assert "error" in words(render('```c {explain="error"}\nint *(p;\n```\n', root))


def test_an_announced_error_must_come(root: Path) -> None:
    text = '```c {explain="error"}\nint p;\n```\n'
    assert message(text, root) == '<page>:1: error: nothing here is an error; write explain="1"'


def test_a_fence_that_is_shown_as_an_example_is_left_alone(root: Path) -> None:
    html = render('````markdown\n```c {explain="1"}\nint *(p;\n```\n````\n', root)
    assert "cw-reading" not in html


@pytest.mark.parametrize(
    ("header", "advice"),
    [
        ('{explian="1"}', "unknown option 'explian'; did you mean 'explain'?"),
        ('{explain="yes"}', "option explain: 'yes' is not known here; one of: 1 error"),
        ('{explain="1" std="c18"}', "option std: 'c18' is not known here; did you mean"),
        ('{snippet="demo/three.c" show="cod"}', "option show: 'cod' is not known here; did you"),
        ('{snippet="demo/three.c" levels="-O7"}', "option levels: '-O7' is not known here"),
        ('{snippet=""}', "option snippet: a value is missing"),
        ('{std="c17"}', "the options std need explain= or snippet= beside them"),
        ('{snippet="demo/tree.c"}', "no snippet 'demo/tree.c' in snippets/; did you mean"),
        ('{snippet="../docs/demo.md"}', "there is no snippet '../docs/demo.md'"),
        ('{snippet="demo/three.c:loop"}', "no section 'loop'; it has: main"),
        ('{snippet="demo/three.c" show="asm"}', "no assembly is recorded for these lines"),
        ('{snippet="demo/three.c" compilers="arm-gcc"}', "has no run with 'arm-gcc'; it has:"),
    ],
)
def test_a_wrong_option_is_refused_with_advice(header: str, advice: str, root: Path) -> None:
    assert advice in message(f"```c {header}\n```\n", root)


def test_a_snippets_fence_must_be_empty(root: Path) -> None:
    assert "empty" in message('```c {snippet="demo/three.c"}\nint x;\n```\n', root)


def test_a_snippet_is_shown_without_its_header_and_with_its_output(root: Path) -> None:
    text = words(render('```c {snippet="demo/three.c"}\n```\n', root))
    assert "//@" not in text
    assert "gcc and clang built it: it prints3" in text


def test_a_section_is_shown_alone(root: Path) -> None:
    text = words(render('```c {snippet="demo/three.c:main" show="code"}\n```\n', root))
    assert "int main(void)" in text
    assert "#include" not in text
    assert "it prints" not in text


def test_a_record_of_another_text_is_refused(root: Path) -> None:
    (root / "snippets/demo/three.c").write_text(PROGRAM.replace("c17", "c99") + "\n", "utf-8")
    assert "changed after its record was made; run make bless" in message(
        '```c {snippet="demo/three.c"}\n```\n', root
    )


def test_a_snippet_without_a_record_is_refused(root: Path) -> None:
    (root / "snippets/demo/recorded/three.c.json").unlink()
    assert "demo/three.c has no record" in message('```c {snippet="demo/three.c"}\n```\n', root)


def test_the_proof_counts_what_pages_show(root: Path) -> None:
    text = words(render("```proof\n```\n", root))
    assert "programs1" in text
    assert "compilers2" in text
    assert "gcc 12.2.0" in text


def test_the_proof_of_nothing_is_refused(root: Path) -> None:
    (root / "docs/demo.md").unlink()
    assert "nothing to count" in message("```proof\n```\n", root)


def test_front_matter_counts_in_the_lines_of_the_file() -> None:
    page = Page(Path(), "docs/a.md", "---\ntitle: A\n---\n\n# A\n\ntext\n")
    assert page.line("\n# A\n\ntext\n\n", 4) == 7


def test_a_page_whose_text_was_made_elsewhere_keeps_the_lines_it_has() -> None:
    assert Page(Path(), "docs/a.md", "# A\n").line("# B\n\ntext", 3) == 3
