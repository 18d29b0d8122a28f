"""Readings as HTML: meaningful without scripts, tied together for one."""

import re
from html.parser import HTMLParser

import pytest

from cexplain import explain
from cexplain.render.html import inline_html, reading_html
from support.classics import CLASSICS
from support.declarations import declarations
from support.golden import Compare
from support.pace import grows_as_its_input


class Page(HTMLParser):
    """What a page says: elements with their attributes and text, and whether all are closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[int] = []
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}))
        self.texts.append("")
        self.open.append(len(self.found) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.found[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for index in self.open:
            self.texts[index] += data

    def of_class(self, name: str) -> list[tuple[dict[str, str], str]]:
        """The attributes and texts of the elements of a class, in order."""
        return [
            (attributes, text)
            for (_, attributes), text in zip(self.found, self.texts, strict=True)
            if name in attributes.get("class", "").split()
        ]

    def text(self, name: str) -> list[str]:
        return [text for _, text in self.of_class(name)]


def page(source: str) -> Page:
    made = Page(reading_html(explain(source)))
    assert made.open == []
    return made


@pytest.mark.parametrize("name", CLASSICS)
def test_each_classic_is_written_as_before(name: str, golden: Compare) -> None:
    html = reading_html(explain(CLASSICS[name]), picture=False)
    golden(f"cexplain/html/{name}.html", html.replace("><article", ">\n<article") + "\n")


@pytest.mark.parametrize("source", CLASSICS.values(), ids=CLASSICS.keys())
def test_the_source_and_the_reading_are_there_as_text(source: str) -> None:
    explanation, made = explain(source), page(source)
    assert made.text("cw-prose") == [reading.prose for reading in explanation.readings]
    shown = "".join(made.text("cw-source"))
    assert all(line.strip() in shown for line in source.split("\n") if explanation.ok)


def test_a_token_names_the_phrases_that_say_it() -> None:
    made = page("char *str[10];")
    tokens = [(a["data-phrases"], text) for a, text in made.of_class("cw-token")]
    assert tokens == [("3", "char"), ("2", "*"), ("0", "str"), ("1", "[10]")]
    phrases = [(a["data-phrase"], text) for a, text in made.of_class("cw-phrase")]
    assert phrases[2] == ("2", "pointers to")


def test_the_first_phrase_of_each_stop_carries_its_number() -> None:
    made = page("int (*fp)(int, char *);")
    numbered = [(a["data-number"], t) for a, t in made.of_class("cw-phrase") if "data-number" in a]
    assert numbered == [
        ("1", "fp is"),
        ("2", "a pointer to"),
        ("3", "a function taking"),
        ("4", "an int"),
    ]


def test_source_words_and_picture_share_the_numbers_of_the_stops() -> None:
    for declared in declarations(60, seed=2):
        made = page(declared.text)
        for attributes, _ in made.of_class("cw-reading"):
            assert int(attributes["data-stops"]) >= 1
        stops = {a["data-stop"] for a, _ in made.of_class("cw-phrase")}
        assert {a["data-stop"] for a, _ in made.of_class("cw-token")} <= stops
        assert {a["data-stop"] for a, _ in made.of_class("cw-stop")} <= stops


def test_each_declaration_of_a_fence_is_shown_with_its_own_lines() -> None:
    made = page("// the first\nint x;\n\nint f(void)\n{\n    return 1;\n}\nchar *y; // and y\n")
    assert made.text("cw-source") == [
        "// the first\nint x;",
        "int f(void)\n{\n    return 1;\n}",
        "char *y; // and y",
    ]


def test_declarations_of_one_line_are_both_shown_with_it() -> None:
    assert page("char *a, b;").text("cw-source") == ["char *a, b;", "char *a, b;"]


def test_the_picture_is_hidden_from_those_who_hear_the_reading() -> None:
    ((attributes, _),) = page("int x;").of_class("cw-figure")
    assert attributes["aria-hidden"] == "true"


def test_what_is_wider_than_a_phone_is_drawn_in_short_rows_too() -> None:
    signal = "void (*signal(int sig, void (*func)(int)))(int);"
    assert reading_html(explain(signal)).count("<svg") == 1
    both = reading_html(explain(signal), narrow=26)
    assert both.count("<svg") == 2
    assert 'class="cw-figure cw-figure--two"' in both
    wide, narrow = re.findall(r'<svg[^>]* width="([0-9.]+)"', both)
    assert float(narrow) < 450 < float(wide)  # pixels; a phone shows some 300
    assert reading_html(explain("int x;"), narrow=26).count("<svg") == 1


def test_what_has_no_path_has_no_picture() -> None:
    assert "<svg" not in reading_html(explain("int"))
    assert "<svg" in reading_html(explain("int x;"))


def test_notes_are_shown_with_their_rule() -> None:
    notes = [a for tag, a in page("int *a[10][15];").found if tag == "li"]
    assert [a["data-rule"] for a in notes] == ["spiral"]


def test_markup_in_a_source_stays_text() -> None:
    source = 'int a[sizeof "<script>"];'
    assert "<script>" not in reading_html(explain(source))
    assert page(source).text("cw-source") == [source]


def test_an_error_is_listed_with_its_place_and_advice() -> None:
    made = page("int x; int (y;")
    ((attributes, text),) = made.of_class("cw-error")
    assert (attributes["data-line"], attributes["data-column"]) == ("1", "12")
    assert explain("int x; int (y;").diagnostics[0].advice in text


def test_inline_the_reading_follows_the_code_in_parentheses() -> None:
    made = Page(inline_html(explain("int (*fp)(void)")))
    assert made.text("cw-inline") == [
        "int (*fp)(void) (fp is a pointer to a function taking no parameters and returning an int)"
    ]


LONG = {
    "enumeration": lambda n: f"enum e {{ {', '.join(f'a{i}' for i in range(n))} }};",
    "members": lambda n: f"struct s {{ {' '.join(f'int a{i} : 3;' for i in range(n))} }};",
    "parameters": lambda n: f"int f({', '.join(['int'] * n)});",
    "old style": lambda n: f"f({', '.join(f'a{i}' for i in range(n))}) {{}}",
}


@pytest.mark.parametrize("kind", LONG)
def test_a_page_takes_time_in_proportion_to_its_declaration(kind: str) -> None:
    made = {count: explain(LONG[kind](count)) for count in (10, 200, 1600)}
    assert grows_as_its_input(lambda count: reading_html(made[count]), 200, 1600)
