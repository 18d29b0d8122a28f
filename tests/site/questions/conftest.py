"""A small book of questions, and a fresh reader of it for each test."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page

from support.devices import Devices
from support.programs import BUILT
from support.questions import Ask, Asked, make_questions
from support.sites import Shared


@pytest.fixture(scope="session")
def site(shared: Shared) -> str:
    """The address of a book with a question of each kind."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("questions", partial(make_questions, "mkdocs"))


@pytest.fixture
def options() -> dict[str, Any]:
    """Options of the reader's browser; tests may give others."""
    return {}


@pytest.fixture
def page(devices: Devices, site: str, options: dict[str, Any]) -> Iterator[Page]:
    """The page of questions for a reader of whom the device knows nothing; it does no wrong."""
    with devices.reader(site, **options) as page:
        page.goto(site + "asked/")
        yield page


@pytest.fixture
def ask(page: Page) -> Ask:
    """What brings a question of the page into view by its name, when it can be answered."""
    return lambda name: Asked(page, f"demo-{name}").ready()
