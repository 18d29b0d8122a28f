"""What every diagnostic must have, wherever it comes from."""

from cexplain import Explanation


def assert_well_placed(explanation: Explanation) -> None:
    """Raise AssertionError unless all diagnostics have a place in the text, a message, advice."""
    lines = explanation.source.split("\n")
    for found in explanation.diagnostics:
        assert found.message.strip()
        assert found.advice.strip()
        assert found.rule.strip()
        assert 1 <= found.line <= len(lines), found
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1, found
        assert 0 <= found.span.start <= found.span.end <= len(explanation.source), found
