"""The book with class sheets, and a fresh learner of it for each test."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser

from support.devices import Devices
from support.programs import BUILT
from support.sites import Shared
from support.teaching import Learner, make_teaching
from support.watching import watched


@pytest.fixture(scope="session")
def site(shared: Shared) -> str:
    """The address of the small book."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("teaching", partial(make_teaching, "mkdocs"))


@pytest.fixture
def options() -> dict[str, Any]:
    """Options of the learner's browser; tests may give others."""
    return {}


@pytest.fixture
def newcomer(browser: Browser, site: str, options: dict[str, Any]) -> Iterator[Learner]:
    """A learner whose device was never there."""
    with watched(browser, site, **options) as page:
        yield Learner(page, site)


@pytest.fixture
def learner(devices: Devices, site: str, options: dict[str, Any]) -> Iterator[Learner]:
    """A learner of whom the device knows nothing."""
    with devices.reader(site, **options) as page:
        yield Learner(page, site)
