"""A page's error is told in one line, and any other error as ever."""

import sys

import pytest

from cworkbook.brief import message_of, tell_briefly
from cworkbook.pages import PageError

TOLD = "docs/a.md:5: error: there is no snippet"


def test_a_pages_error_is_its_own_message() -> None:
    assert message_of(PageError(TOLD)) == TOLD


def test_zensicals_wrapping_is_taken_off() -> None:
    wrapped = RuntimeError(f"Python error: PageError: {TOLD}\nTraceback (most recent call last):")
    assert message_of(wrapped) == TOLD


def test_other_errors_are_nobodys_message() -> None:
    assert message_of(RuntimeError("Python error: KeyError: 1")) is None
    assert message_of(ValueError(TOLD)) is None


def test_only_a_pages_error_is_told_briefly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _traceback: seen.append(error))
    tell_briefly()
    tell_briefly()
    other = ValueError("other")
    sys.excepthook(ValueError, other, None)
    sys.excepthook(PageError, PageError(TOLD), None)
    assert seen == [other]
    assert capsys.readouterr().err == f"{TOLD}\n"
