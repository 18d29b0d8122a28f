"""The manual page says what the command does."""

from cexplain.man import page
from cexplain.options import EXAMPLES, STATUSES, parser
from support.golden import Compare


def test_the_page_is_as_before(golden: Compare) -> None:
    golden("cexplain/cexplain.1", page())


def test_every_option_status_and_example_is_in_the_page() -> None:
    text = page().replace(r"\-", "-").replace(r"\(aq", "'")
    for action in parser()._actions:
        for option in action.option_strings:
            assert option in text
    for status, meaning in STATUSES:
        assert f"\\fB{status}\\fR\n{meaning}" in text
    for command, _ in EXAMPLES:
        assert command in text


def test_no_line_of_text_is_taken_for_a_request() -> None:
    requests = {".TH", ".SH", ".PP", ".TP", ".br", ".BR"}
    for line in page().splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in requests
