"""English as people write it: what it means, or what is asked back."""

from pathlib import Path

import pytest

from cexplain import explain
from cexplain.diagnostics import ReadingError
from cexplain.english.declare import declare
from cexplain.reading.vocabulary import SUGGESTIONS

CASES = Path(__file__).with_name("english.txt")


def rows() -> list[tuple[str, str]]:
    """The sentences of the list, each with the C or the answer that it gets."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("||") for line in lines if "||" in line]
    return [(said.strip(), meant.strip().replace(" ⏎ ", "\n")) for said, _, meant in pairs]


# They say what is said already.
HARMLESS = ("integer", "signed", "int", "a", "an", "the", "variable")

MEANT = [(said, meant) for said, meant in rows() if not meant.startswith("!")]
ASKED = [(said, meant.lstrip("! ")) for said, meant in rows() if meant.startswith("!")]


@pytest.mark.parametrize(("said", "meant"), MEANT)
def test_a_sentence_means_its_declaration(said: str, meant: str) -> None:
    assert declare(said) == meant


@pytest.mark.parametrize("meant", [meant for _, meant in MEANT])
def test_what_is_written_is_c(meant: str) -> None:
    assert explain(meant).ok


@pytest.mark.parametrize(("said", "answer"), ASKED)
def test_what_says_too_little_is_answered_with_what_it_lacks(said: str, answer: str) -> None:
    with pytest.raises(ReadingError) as raised:
        declare(said)
    [found] = raised.value.diagnostics
    assert answer in f"{found.message} {found.advice}"
    assert 0 <= found.span.start <= found.span.end <= len(said)


REQUESTS = (
    "please {}", "{}, please", "could you please give me {}?", "I would like {}.",
    "i need {}, thanks", "how do I write {}?", "show me {} in C", "OK, now make me {}",
)  # fmt: skip


@pytest.mark.parametrize("request_for", REQUESTS)
def test_asking_changes_nothing_of_what_is_asked_for(request_for: str) -> None:
    phrases = [
        said for said, meant in MEANT if said.startswith(("a ", "an ", "array ", "pointer "))
    ]
    assert len(phrases) > 40
    got = {said: declare(request_for.format(said)) for said in phrases}
    assert got == {said: declare(said) for said in phrases}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("declare two ints x and y", "int x;\nint y;"),
        ("three ints a, b, and c", "int a;\nint b;\nint c;"),
        ("make me 2 chars named x and y", "char x;\nchar y;"),
    ],
)
def test_things_that_are_counted_have_as_many_names(said: str, meant: str) -> None:
    assert declare(said) == meant


def test_too_few_names_are_not_made_up() -> None:
    with pytest.raises(ReadingError):
        declare("three ints x and y")


@pytest.mark.parametrize(
    ("said", "nearest"),
    [
        ("x is a pointer to function", "x is a pointer to function returning int"),
        ("x is a pointer to a pointer", "x is a pointer to a pointer to int"),
        ("x is an array of 3 function pointers", "returning"),
    ],
)
def test_an_unfinished_sentence_is_answered_with_the_nearest_that_is_whole(
    said: str, nearest: str
) -> None:
    with pytest.raises(ReadingError) as raised:
        declare(said)
    assert nearest in f"{raised.value} {raised.value.diagnostics[0].advice}"


@pytest.mark.parametrize("word", [word for word in SUGGESTIONS if " " not in word])
def test_a_word_that_does_not_fit_is_never_passed_over(word: str) -> None:
    for said, meant in (("x is an int {} pointer", "int *x;"), ("x {} is of type int", "int x;")):
        try:
            got = declare(said.format(word))
        except ReadingError:
            continue
        assert got != meant or word in HARMLESS, got
