"""The type of the fixture `golden`."""

from typing import Protocol


class Compare(Protocol):
    """Compares a text with the golden file of that name; --update-goldens writes it instead."""

    def __call__(self, name: str, text: str) -> None:
        """Fail unless the two are the same."""
