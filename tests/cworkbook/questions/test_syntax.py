"""The block of a question, as it is written: what is read, and what is refused with its line."""

import pytest

from cworkbook.page_lines import LineError
from cworkbook.questions.question import questions
from cworkbook.questions.syntax import blocks, marked, pieces

PLAIN = """\
Text.

/// question {id="demo-one"
      judged="by argument"}
Which?

/// wrong {belief="some-belief"} the `first`
Not this.

```c
/// question in a fence
```

/// right the second
This.
///

More.
"""


def test_a_block_is_read_with_its_lines() -> None:
    (block,) = blocks(PLAIN.splitlines())
    assert (block.identity, block.line, block.end) == ("demo-one", 3, 16)
    assert "\n".join(block.asked.body).strip() == "Which?"
    wrong, right = block.parts
    assert (wrong.word, wrong.label, wrong.line) == ("wrong", "the `first`", 7)
    assert wrong.options == {"belief": "some-belief"}
    assert "/// question in a fence" in wrong.body
    assert (right.word, right.label, right.line, right.body_line) == ("right", "the second", 14, 15)


def test_marks_take_as_many_lines_as_what_they_stand_for() -> None:
    lines = PLAIN.splitlines()
    found = blocks(lines)
    changed = marked(lines, found)
    assert len(changed) == len(lines)
    assert changed[11:13] == lines[11:13]
    assert not any("belief" in line or "judged" in line for line in changed)
    block = "\n".join(changed[2:16])
    assert [text.split("\n")[0] for text in pieces(block, 0)] == ["Which?", "Not this.", "This."]


def test_quotation_marks_are_chosen_by_what_they_hold() -> None:
    head = "/// question {id='demo-one' judged=`by argument`}"
    right = "/// right {key='say \"a\"'} a"
    (block,) = blocks([head, "Which?", "", right, "x", "/// wrong b", "y", "///"])
    assert block.parts[0].options == {"key": 'say "a"'}


def opened(options: str = 'id="demo-one" judged="by argument"') -> str:
    return f"/// question {{{options}}}\nWhich?\n\n"


PARTS = "/// right a\nx\n/// wrong b\ny\n///\n"

BROKEN = {
    "no end": (opened() + "/// right a\nx\n", 1, "has no end; write ///"),
    "no empty line before it": (f"Text.\n{opened()}{PARTS}", 2, "an empty line before it"),
    "another begins within": (
        opened() + opened('id="demo-two"') + PARTS,
        4,
        "the question of line 1 has no end",
    ),
    "a part outside": ("Text.\n\n/// right a\n", 3, "is outside of a question"),
    "an unknown part": (
        opened() + "/// rihgt a\nx\n///\n",
        4,
        "'rihgt' is no part of a question; did you mean 'right'?",
    ),
    "slashes without a space": (opened() + "///right a\n///\n", 4, "write a space after ///"),
    "options that are not closed": (
        '/// question {id="demo-one"\nWhich?\n///\n',
        1,
        "options read",
    ),
    "an option written twice": (
        opened('id="demo-one" id="demo-two"') + PARTS,
        1,
        "option id is written twice",
    ),
    "an unknown option": (opened('id="demo-one" pik="one"') + PARTS, 1, "unknown option 'pik'"),
    "an unknown kind": (
        opened('id="demo-one" kind="choise"') + PARTS,
        1,
        "there is no kind 'choise'; did you mean 'choice'?",
    ),
    "no identity": (opened('judged="by argument"') + PARTS, 1, "a question has a lasting name"),
    "an identity of one word": (opened('id="demo"') + PARTS, 1, "is no lasting name"),
    "the same identity twice": (
        f"{opened()}{PARTS}\n{opened()}{PARTS}",
        10,
        "the question 'demo-one' is on line 1 already",
    ),
    "nothing asked": (
        '/// question {id="demo-one" judged="by argument"}\n' + PARTS,
        1,
        "nothing is asked",
    ),
    "words behind the question": (
        '/// question {id="demo-one"} Which?\n' + PARTS,
        1,
        "what is asked begins on the next line",
    ),
    "no feedback": (
        opened() + "/// right a\nx\n/// wrong b\n\n///\n",
        6,
        "say why it is wrong",
    ),
    "nothing proves it": (opened('id="demo-one"') + PARTS, 4, "nothing proves this right part"),
    "a wrong part that is not proved": (
        opened("id=\"demo-one\" proof='x.c prints 3'") + PARTS,
        6,
        "nothing proves this wrong part",
    ),
    "another judge": (
        opened('id="demo-one" judged="by us"') + PARTS,
        1,
        "option judged: 'by us' is not known here; one of: by argument",
    ),
    "a label that gives itself away": (
        opened() + "/// right It depends\nx\n/// wrong `Yes`: it does\ny\n///\n",
        6,
        "a choice that begins with 'Yes' tells by the word whether it is right",
    ),
    "a label of one word that does": (
        opened() + "/// right no\nx\n/// wrong Yesterday\ny\n///\n",
        4,
        "begins with 'no'",
    ),
    "an indented question": (
        "- item\n\n    /// question {id='demo-one'}\n",
        3,
        "a question is not indented",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_not_written_as_it_must_be_is_refused_with_its_line(case: str) -> None:
    text, line, message = BROKEN[case]
    with pytest.raises(LineError, match=r".") as raised:
        questions(text.splitlines(), "docs/page.md")
    assert message in str(raised.value)
    assert raised.value.line == line
