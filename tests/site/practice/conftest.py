"""The page of practice in a small book, and a fresh reader of it for each test."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser

from support.devices import Devices
from support.practising import Practice, make_practice
from support.programs import BUILT
from support.sites import Shared
from support.watching import watched


@pytest.fixture(scope="session")
def site(shared: Shared) -> str:
    """The address of the small book."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("practice", partial(make_practice, "mkdocs"))


@pytest.fixture
def options() -> dict[str, Any]:
    """Options of the reader's browser; tests may give others."""
    return {}


@pytest.fixture
def newcomer(browser: Browser, site: str, options: dict[str, Any]) -> Iterator[Practice]:
    """The page on a device that was never there; it does nothing wrong."""
    with watched(browser, site, **options) as page:
        yield Practice(page, site)


@pytest.fixture
def practice(devices: Devices, site: str, options: dict[str, Any]) -> Iterator[Practice]:
    """The page for a reader of whom the device knows nothing; it does nothing wrong."""
    with devices.reader(site, **options) as page:
        yield Practice(page, site)
