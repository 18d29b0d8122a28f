"""Data files: what is wrong with one is told with its line, and what to write instead."""

from pathlib import Path

import pytest

from cworkbook import tables
from cworkbook.tables import DataError, DataFile, Key

KEYS = {
    "name": Key(tables.text, required=True),
    "kind": Key(tables.one_of("plain", "fancy")),
    "sources": Key(tables.texts),
}


def read(text: str, folder: Path) -> DataFile:
    """A data file with a text."""
    (folder / "data.toml").write_text(text, encoding="utf-8")
    return tables.read(folder / "data.toml", folder)


def checked(text: str, folder: Path) -> None:
    """Check a file whose tables [things.…] have the keys above."""
    file = read(text, folder)
    file.only("things")
    for identity, table in file.tables("things"):
        file.check(f"things.{identity}", table, KEYS)


def complaint(text: str, folder: Path) -> str:
    """What is said of such a file."""
    with pytest.raises(DataError) as raised:
        checked(text, folder)
    return str(raised.value)


def test_a_slip_in_toml_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    told = complaint("[things.one]\nname = one\n", tmp_path)
    assert told.startswith("data.toml:2:8: error: ")


def test_a_text_that_does_not_end_is_told_at_the_end(tmp_path: Path) -> None:
    assert complaint("[things.one]\nname = '''\none\n", tmp_path).startswith("data.toml:4")


def test_an_identity_that_is_there_twice_is_told(tmp_path: Path) -> None:
    told = complaint("[things.one]\nname = 'a'\n\n[things.one]\nname = 'b'\n", tmp_path)
    assert told.startswith("data.toml:4:")
    assert "twice" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[things.one]\nname = 'x'\n[thing.two]\n",
            "data.toml:3: error: 'thing' is not known at the top; did you mean 'things'?",
        ),
        ("[things.one]\nname = 'x'\n[thing]\n", "data.toml:3: error: 'thing' is not known"),
        ("thing = 3\n[things.one]\nname = 'x'\n", "data.toml:1: error: 'thing' is not known"),
        ("[things.One]\n", "data.toml:1: error: 'One' is no identity"),
        ("[things]\none = 3\n", "data.toml:2: error: 'one' is no table; write [things.one]"),
        (
            "[things.one]\nname = 'x'\nnme = 'y'\n",
            "data.toml:3: error: unknown key 'nme'; did you mean 'name'?",
        ),
        ("[things.one]\nkind = 'plain'\n", "data.toml:1: error: [things.one] has no 'name'"),
        ("[things.one]\n\nname = 3\n", "data.toml:3: error: name: this is no text"),
        ("[things.one]\nname = ' '\n", "data.toml:2: error: name: a text is missing"),
        (
            "[things.one]\nname = 'x'\nkind = 'fany'\n",
            "data.toml:3: error: kind: 'fany' is not known here; did you mean 'fancy'?",
        ),
        (
            "[things.one]\nname = 'x'\nsources = 'y'\n",
            "data.toml:3: error: sources: write a list of texts",
        ),
        ("[things.one]\nname = 'x'\nsources = []\n", "data.toml:3: error: sources: write a list"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    assert complaint(text, tmp_path).startswith(told)


def test_lines_in_texts_are_no_tables_and_no_keys(tmp_path: Path) -> None:
    text = "[things.one]\nname = '''\n[things.two]\nkind = 3'''\nkind = 'x'\n\n[things.two]\n"
    file = read(text, tmp_path)
    assert file.line("things.two") == 7
    assert file.line("things.one", "kind") == 5


def test_a_list_over_several_lines_begins_where_its_key_is(tmp_path: Path) -> None:
    file = read("[things.one]\nsources = [\n    'a',\n]\nname = 'x'\n", tmp_path)
    assert file.line("things.one", "sources") == 2
    assert file.line("things.one", "name") == 5
