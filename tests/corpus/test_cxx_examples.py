"""What breaks a rule of C is read as C++ exactly where compilers of C++ take it."""

from cexplain import explain
from support.cxx_examples import examples, listed, refusals


def differs(text: str, said: tuple[str | None, ...]) -> bool:
    """Whether a compiler's verdict about a text is not ours."""
    ours = explain(text, std="c++17").ok
    return any((complaint is None) != ours for complaint in said)


def test_what_breaks_a_rule_of_c_is_refused_in_cxx_where_compilers_refuse_it() -> None:
    found = {text: said for text, said in refusals().items() if differs(text, said)}
    unlisted = [f"{text}: {said}" for text, said in found.items() if text not in listed()]
    assert unlisted == []
    assert [text for text in listed() if text not in found] == []


def test_the_rules_have_enough_examples_to_tell() -> None:
    judged = refusals()
    assert len(judged) >= 200
    assert sum(all(said) for said in judged.values()) >= 160
    assert set(listed()) <= set(examples())


def test_every_difference_has_a_reason() -> None:
    assert all(len(reason.split()) > 4 for reason in listed().values())
