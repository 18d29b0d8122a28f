"""What people paste: it is read without what stands around it, or answered with what it is."""

from pathlib import Path

import pytest

from cexplain import explain

CASES = Path(__file__).with_name("pasted.txt")


def rows() -> list[tuple[str, list[str], list[str]]]:
    """The texts of the list, each with its readings or with words of the answer."""
    found: list[tuple[str, list[str], list[str]]] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            found[-1][1].append(line[2:])
        elif line.startswith("! "):
            found[-1][2].append(line[2:])
        elif line and not line.startswith("# "):
            found.append((line.replace(" ⏎ ", "\n").replace("␠", "\u00a0"), [], []))
    return found


READ = [(text, said) for text, said, _ in rows() if said]
ANSWERED = [(text, words) for text, _, words in rows() if words]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_stands_around_code_is_passed_over_and_told(text: str, said: list[str]) -> None:
    explanation = explain(text)
    assert [reading.prose for reading in explanation.readings] == said
    assert explanation.ok
    assert explanation.source == text
    for found in explanation.diagnostics:
        assert 0 <= found.span.start < found.span.end <= len(text)
    for reading in explanation.readings:
        for phrase in reading.phrases:
            assert all(0 <= span.start < span.end <= len(text) for span in phrase.spans)


@pytest.mark.parametrize(("text", "words"), ANSWERED)
def test_what_is_no_code_is_answered_with_what_it_is(text: str, words: list[str]) -> None:
    explanation = explain(text)
    assert not explanation.ok
    said = " ".join(f"{one.message} {one.advice}" for one in explanation.diagnostics)
    assert all(word in said for word in words), said


@pytest.mark.parametrize(
    "text",
    ["int *p;", "(int)x", "a - b", 'char *s = "\u201c\u2018";', "struct what { int is; };",
     "int *p = &lt;", "typedef int explain; explain x;"],
)  # fmt: skip
def test_nothing_is_passed_over_in_code_that_stands_alone(text: str) -> None:
    explanation = explain(text)
    assert [one.rule for one in explanation.diagnostics if one.rule == "pasted"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("int (*fp)(int, char", "a function taking (an int, a char)"),
        ("void f(int a,", "f is a function taking a as an int"),
        ("struct s { int x; char", "struct s has members (x as an int)"),
        ("enum e { A, B", "enum e has constants (A, B)"),
        ("int *x[5", "an array of 5 pointers"),
    ],
)
def test_a_list_that_was_cut_off_is_read_as_far_as_it_goes(text: str, said: str) -> None:
    explanation = explain(text)
    assert [one.rule for one in explanation.diagnostics] == ["unbalanced-bracket"]
    assert said in explanation.readings[0].prose
    for phrase in explanation.readings[0].phrases:
        assert all(0 <= span.start < span.end <= len(text) for span in phrase.spans)


@pytest.mark.parametrize("text", ["int (*f", "int (x", "{", "f(a, b", "if (x"])
def test_what_may_go_on_in_any_way_is_not_completed(text: str) -> None:
    assert explain(text).readings == ()


@pytest.mark.parametrize("text", ["'a'", '"a b"', "/* nothing */", "-(int)x;", "for (;;) ;"])
def test_what_looks_like_a_mark_of_a_page_is_left_alone(text: str) -> None:
    assert not any(one.rule == "pasted" for one in explain(text).diagnostics)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("volatile unsigned char PORTA @ 0xF80;", "volatile unsigned char PORTA @ 0xF80"),
        ("void timer0(void) interrupt 1 using 2;", "void timer0(void) interrupt 1 using 2"),
        ("unsigned char data x _at_ 0x30;", "data unsigned char x _at_ 0x30"),
        ("EXTERN_C const GUID IID_Foo;", "EXTERN_C const GUID IID_Foo"),
    ],
)
def test_what_is_written_back_says_the_same(text: str, spelled: str) -> None:
    [reading] = explain(text).readings
    [again] = explain(reading.c).readings
    assert reading.c.rstrip(";") == spelled
    assert again.prose == reading.prose
