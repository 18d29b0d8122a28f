"""Whatever is given as C++ is answered: with readings, or with places and advice."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from cexplain import explain
from cexplain.english.declare import parse_english
from cexplain.render.html import reading_html
from cexplain.render.record import json_line
from cexplain.render.svg import path_svg
from cexplain.render.terminal import Look, steps_text
from cexplain.spelling.cxx_spell import spell

WORDS = (
    "int char bool const volatile & && * :: ( ) [ ] { } ; , = 0 default delete virtual explicit "
    "friend static typedef using template < > class struct enum union public : private operator "
    "~ Shape Circle std x f noexcept override final auto -> decltype ... + 3 'a' constexpr "
    'mutable A::B Shape::* alignas [[ ]] catch for namespace extern "C" typename throw return'
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=40)
STANDARDS = st.sampled_from(["c++98", "c++11", "c++17", "gnu++20", "c++23"])


@settings(max_examples=600, deadline=None)
@given(TEXTS, STANDARDS)
def test_any_text_is_answered_without_a_fault(text: str, std: str) -> None:
    explanation = explain(text, std=std)
    for found in explanation.diagnostics:
        assert found.rule != "internal"
        assert found.advice
        assert 0 <= found.span.start <= found.span.end <= len(text)
    assert json.loads(json_line(explanation))["language"] == "c++"
    assert reading_html(explanation).startswith('<section class="cw-explain"')
    for index, reading in enumerate(explanation.readings):
        assert path_svg(explanation, index).startswith("<svg")
        assert steps_text(explanation, reading, Look())


ENGLISH = (
    *WORDS,
    *("reference", "to", "pointer", "member", "of", "is", "function", "taking", "returning"),
    *("lvalue", "rvalue", "-", "only", "array", "a", "that", "alias"),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(ENGLISH), max_size=12).map(" ".join))
def test_any_english_is_answered_without_a_fault(text: str) -> None:
    found, problems = parse_english(text, std="c++17")
    assert all(problem.advice for problem in problems)
    assert all(spell(declaration) for declaration in found)
