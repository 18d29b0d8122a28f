"""No input of any kind ends in an exception: soups of tokens, of characters, of mutations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cexplain import explain
from support.corpus import accepted
from support.diagnosed import assert_well_placed
from support.standards import STANDARDS

TOKENS = (
    "int char long unsigned void const volatile restrict _Atomic static extern typedef struct union"
    " enum inline _Noreturn _Alignas typeof __attribute__ __extension__ asm __asm__ auto constexpr"
    " _BitInt _Bool bool _Complex foo_t size_t x f for return sizeof itn * * * ( ) ( ) [ ] [ ] { }"
    " , , ; ; = : ... [[ ]] :: . -> + - & # 3 0x1F 1.5 'a' \"s\" <: :> <% %> ? @ ` \\ /* */ //"
).split()
PASTED = [one.text for one in accepted()]
EDITIONS = st.sampled_from(sorted(STANDARDS))


def answered(text: str, std: str) -> None:
    """Raise AssertionError unless the text is read or refused with all that a refusal needs."""
    explanation = explain(text, std=std)
    # Assembly and static assertions are legal, and declare nothing.
    told = {found.rule for found in explanation.diagnostics} == {"nothing-declared"}
    assert explanation.readings or not explanation.ok or told
    assert_well_placed(explanation)
    for reading in explanation.readings:
        assert reading.prose == " ".join(phrase.text for phrase in reading.phrases)
        for phrase in reading.phrases:
            assert all(0 <= span.start <= span.end <= len(text) for span in phrase.spans)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=25), st.sampled_from(["", " ", "\n"]), EDITIONS)
def test_a_soup_of_tokens_is_answered(tokens: list[str], separator: str, std: str) -> None:
    answered(separator.join(tokens), std)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80), EDITIONS)
def test_a_soup_of_characters_is_answered(text: str, std: str) -> None:
    answered(text, std)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80), EDITIONS)
def test_a_soup_of_bytes_is_answered(data: bytes, std: str) -> None:
    answered(data.decode("latin-1"), std)
    answered(data.decode("utf-8", errors="surrogateescape"), std)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PASTED), st.data(), EDITIONS)
def test_a_declaration_with_damage_is_answered(text: str, data: st.DataObject, std: str) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 5)))
        inserted = data.draw(st.sampled_from(["", *TOKENS]) | st.text(max_size=2))
        text = text[:start] + inserted + text[end:]
    answered(text, std)
