"""The book of two chapters, and a fresh reader of it for each test."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser

from support.programs import BUILT
from support.reviewing import Review, make_review
from support.sites import Shared
from support.watching import complaints_about, none_of


@pytest.fixture(scope="session")
def site(shared: Shared) -> str:
    """The address of the small book."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("review", partial(make_review, "mkdocs"))


@pytest.fixture
def options() -> dict[str, Any]:
    """Options of the reader's browser; tests may give others."""
    return {}


@pytest.fixture
def review(browser: Browser, site: str, options: dict[str, Any]) -> Iterator[Review]:
    """A reader who was never there, on the first day."""
    context = browser.new_context(accept_downloads=True, **options)
    complaints = complaints_about(context, site)
    reader = Review(context.new_page(), site)
    reader.at(0)
    yield reader
    context.close()
    none_of(complaints)
