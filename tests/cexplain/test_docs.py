"""The pages about the command, the library and editors: what they show is what comes."""

import doctest
import re
from pathlib import Path

import pytest

import cexplain
from cexplain.command.conversation import COMMANDS as LINES
from cexplain.command.conversation import Conversation
from cexplain.command.man import option_table
from cexplain.command.options import SHELLS, STATUSES, Options
from cexplain.editor.taming import tame
from cexplain.render.terminal import Look
from support.sessions import blocks, renew, sessions, shown

HOUSE = Path(__file__).resolve().parents[2]
COMMAND, LIBRARY, EDITORS = (
    HOUSE / "docs/cexplain" / f"{name}.md" for name in ("index", "api", "editors")
)
TEXT = COMMAND.read_text(encoding="utf-8")
SESSIONS = sessions(TEXT)


@pytest.mark.parametrize("command", SESSIONS)
def test_a_command_prints_what_stands_below_it(command: str, pytestconfig: pytest.Config) -> None:
    assert re.match(r"(?:printf '[^']*' \| )?cexplain ", command), "only our own command is run"
    now = shown(command, HOUSE)
    if pytestconfig.getoption("--update-goldens"):
        renew(COMMAND, command, SESSIONS[command], now)
        SESSIONS[command] = now
    assert now == SESSIONS[command]


@pytest.mark.parametrize("name", ["options", "statuses"])
def test_options_and_exit_statuses_are_those_of_the_command(
    name: str, pytestconfig: pytest.Config
) -> None:
    tables = {
        "options": [("option", "what it does"), *option_table()],
        "statuses": [("status", "meaning"), *((str(code), means) for code, means in STATUSES)],
    }
    head, *rows = (f"| {' | '.join(_cell(cell) for cell in row)} |\n" for row in tables[name])
    table = f"<!-- {name} -->\n\n{head}|---|---|\n{''.join(rows)}\n<!-- end -->"
    text = COMMAND.read_text(encoding="utf-8")
    (held,) = re.findall(rf"<!-- {name} -->\n.*?<!-- end -->", text, flags=re.DOTALL)
    if pytestconfig.getoption("--update-goldens"):
        COMMAND.write_text(text.replace(held, table), encoding="utf-8")
        held = table
    assert held == table


def _cell(text: str) -> str:
    """A cell of a table, options and numbers as code."""
    return f"`{text}`" if re.match(r"-|\d+$", text) else text


def test_every_line_of_a_conversation_is_in_the_page_and_nothing_else() -> None:
    table = TEXT[TEXT.index("| a line |") : TEXT.index("The line editor is")]
    told = re.findall(r"^\| `([^`]+)` ", table, flags=re.MULTILINE)
    assert told == [example for example, _ in LINES.values()]


def test_the_conversation_of_the_page_takes_place() -> None:
    (talk,) = blocks(TEXT, "text")
    parts = re.split(r"^c> (.*)\n", talk, flags=re.MULTILINE)
    conversation = Conversation(Options(), Look())
    for line, answer in zip(parts[1::2], parts[2::2], strict=True):
        assert conversation.answer(line) == answer


def test_every_shell_is_in_the_page() -> None:
    assert [shell for shell in SHELLS if f"cexplain completion {shell}" not in TEXT] == []


def test_every_example_of_the_library_gives_what_stands_below_it() -> None:
    # The fences would be taken for output.
    text = re.sub(r"^```.*$", "", LIBRARY.read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, LIBRARY.name, str(LIBRARY), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(examples, out=said.append)
    assert "".join(said) == ""
    assert result.attempted > 25


def test_every_public_name_is_on_the_page_of_the_library() -> None:
    text = LIBRARY.read_text(encoding="utf-8")
    data = {"Explanation", "Reading", "Phrase"}  # shown as what explain() returns
    assert [name for name in {*cexplain.__all__} - data if name not in text] == []


def test_the_rewriting_of_the_page_is_the_one_that_is_offered() -> None:
    before, after = blocks(EDITORS.read_text(encoding="utf-8"), "c")
    (reading,) = cexplain.explain(before).readings
    tamed = tame(reading.declaration)
    assert tamed is not None
    assert after == "".join(f"{line.rstrip(';')};\n" for line in tamed.lines("c23"))
